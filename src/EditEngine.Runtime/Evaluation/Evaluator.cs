using EditEngine.Claims;
using EditEngine.Outcomes;
using EditEngine.Packs;
using EditEngine.Plans;

namespace EditEngine.Evaluation;

/// <summary>How an evaluator runs.</summary>
public sealed record EvaluatorOptions
{
    /// <summary>With the index, without actions on history.</summary>
    public static readonly EvaluatorOptions Default = new();

    /// <summary>Edits that cannot concern a claim are not run; results are the same without.</summary>
    public bool UsesIndex { get; init; } = true;

    /// <summary>Actions on history are wanted in results.</summary>
    public bool HistoryActions { get; init; }
}

/// <summary>Decides claims by a pack. For one thread at a time; no clock, no I/O, no exception on a claim's content.</summary>
public sealed class Evaluator
{
    private readonly RulePack _pack;
    private readonly EvaluatorOptions _options;
    private readonly Decider _decider;
    private readonly EditRun _run = new();
    private readonly SkipTable _skipped = new();
    private readonly List<FindingDraft> _drafts = [];
    private readonly List<NotEvaluated> _open = [];
    private readonly ulong[] _candidates;

    internal Evaluator(RulePack pack, EvaluatorOptions options)
    {
        _pack = pack;
        _options = options;
        _decider = new Decider(pack.Label, pack.Reasons);
        _candidates = new ulong[pack.Index.Words];
    }

    /// <summary>Edits run since the evaluator was made: what the index leaves.</summary>
    public long EditsRun { get; private set; }

    /// <summary>Decides a claim.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    public Result Evaluate(Claim claim, DateOnly asOf)
    {
        _drafts.Clear();
        _open.Clear();
        _run.IsRendering = true;
        RunEdits(claim, asOf);
        return _decider.Decide(claim, asOf, [.. _drafts], [.. _open], _options.HistoryActions);
    }

    /// <summary>Finds without rendering or deciding: nothing is allocated once the evaluator has seen its largest claim.</summary>
    /// <returns>What was found; good until the next call.</returns>
    public FindingBuffer Find(Claim claim, DateOnly asOf)
    {
        _run.IsRendering = false;
        RunEdits(claim, asOf);
        return _run.Frame.Found;
    }

    private void RunEdits(Claim claim, DateOnly asOf)
    {
        Frame frame = _run.Frame;
        frame.Load(claim, asOf);
        _skipped.Clear();
        if (_options.UsesIndex)
        {
            _pack.Index.Candidates(frame, _candidates);
        }
        else
        {
            _candidates.AsSpan().Fill(ulong.MaxValue);
        }

        int phase = 0;
        for (int word = 0; word < _candidates.Length; word++)
        {
            ulong bits = _candidates[word];
            while (bits != 0)
            {
                int position = (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
                if (position >= _pack.Edits.Length)
                {
                    break;
                }

                EditPlan edit = _pack.Edits[position];
                if (edit.Header.PhaseIndex != phase)
                {
                    // In a phase all edits read the state of its start.
                    phase = edit.Header.PhaseIndex;
                    frame.DecidedCount = frame.Found.Count;
                }

                EditsRun++;
                _run.Run(edit, _pack.Compiled[position], _pack.Parameters[position], _drafts, _open, _skipped);
            }
        }
    }
}
