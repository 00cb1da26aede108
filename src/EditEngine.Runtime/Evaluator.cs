using EditEngine.Claims;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Compiled;
using EditEngine.Outcomes;

namespace EditEngine;

/// <summary>Decides claims by a pack. For one thread at a time; no clock, no I/O, no exception on what a reader of claims gives.</summary>
/// <remarks>
/// A call throws <see cref="ArgumentException"/> for a claim that <see cref="Claim.Validate"/> finds an error in, <see cref="OperationCanceledException"/> where its token was
/// cancelled, which leaves no result and the evaluator as good as before, and <see cref="InvalidOperationException"/> where another call of the same evaluator is under way:
/// <see cref="RulePack"/> itself decides on any thread.
/// </remarks>
public sealed class Evaluator
{
    private readonly RulePack _pack;
    private readonly EvaluatorOptions _options;
    private readonly string _label;
    private readonly Decider _decider;
    private readonly EditRun _run = new();
    private readonly SkipTable _skipped = new();
    private readonly List<FindingDraft> _drafts = [];
    private readonly List<NotEvaluated> _open = [];
    private readonly CandidateSet _candidates;
    private readonly LeavingEdits _leaving;
    private int _isBusy;

    internal Evaluator(RulePack pack, EvaluatorOptions options)
    {
        _pack = pack;
        _options = options;
        _label = pack.Label; // It is written anew whenever it is asked.
        _decider = new Decider(_label, pack.Reasons);
        _candidates = new CandidateSet(pack.Index.EditCount);
        _leaving = new LeavingEdits(pack.Index.EditCount);
        _run.Context.UsesAccess = options.UsesAccess;
    }

    /// <summary>Edits run since the evaluator was made: what the index leaves.</summary>
    public long EditsRun { get; private set; }

    /// <summary>Of these, the edits whose compiled code was run.</summary>
    internal long EditsCompiled { get; private set; }

    /// <summary>Of these, the edits that their compiled code left to the executor.</summary>
    internal long EditsLeft { get; private set; }

    /// <summary>Decides a claim, each edit within the budget of the options.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    public Result Evaluate(Claim claim, DateOnly asOf) => Evaluate(claim, asOf, _options.Budget, CancellationToken.None);

    /// <summary>Decides a claim.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    /// <param name="budget">How many tuples and members each edit may look at; an edit that would look at more is not evaluated on this claim, and nothing else changes.</param>
    /// <param name="cancellation">Ends the evaluation within milliseconds, without a result.</param>
    public Result Evaluate(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation) =>
        EvaluateFound(claim, asOf, budget, cancellation, out CleanResult clean) ?? clean.ToResult();

    /// <summary>Decides a claim, and makes a result of it only where there is something to say.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="budget">As above.</param>
    /// <param name="cancellation">As above.</param>
    /// <param name="clean">Where null is returned, what there is to say.</param>
    /// <returns>The result; null: nothing was found, and nothing is open.</returns>
    internal Result? EvaluateFound(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation, out CleanResult clean)
    {
        Enter();
        try
        {
            _drafts.Clear();
            _open.Clear();
            _run.IsRendering = true;
            RunEdits(claim, asOf, budget, cancellation);
            bool historySupplied = !(claim.History.IsDefault && _pack.ReadsHistory);
            if (_drafts.Count == 0 && _open.Count == 0)
            {
                clean = new CleanResult(claim, _label, asOf, _run.Context.Lines, historySupplied);
                return null;
            }

            clean = default;
            Result result = _decider.Decide(claim, _run.Context.Lines, asOf, _drafts.Count == 0 ? [] : [.. _drafts], _open.Count == 0 ? [] : [.. _open], _options.HistoryActions);
            return historySupplied ? result : result with { HistorySupplied = false };
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    /// <summary>Finds without rendering or deciding, each edit within the budget of the options: nothing is allocated once the evaluator has seen its largest claim.</summary>
    /// <returns>What was found; good until the next call.</returns>
    internal FindingBuffer Find(Claim claim, DateOnly asOf) => Find(claim, asOf, _options.Budget, CancellationToken.None);

    /// <summary>Finds without rendering or deciding: nothing is allocated once the evaluator has seen its largest claim.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="budget">How many tuples and members each edit may look at. What rendering looks at again is no part of it here.</param>
    /// <param name="cancellation">Ends the evaluation within milliseconds, without a result.</param>
    /// <returns>What was found; good until the next call.</returns>
    internal FindingBuffer Find(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation)
    {
        Enter();
        try
        {
            _run.IsRendering = false;
            RunEdits(claim, asOf, budget, cancellation);
            return _run.Context.Findings;
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    /// <summary>Lets go of the last claim: an evaluator that waits keeps nobody's facts.</summary>
    internal void Forget()
    {
        _drafts.Clear();
        _open.Clear();
        _run.Forget();
    }

    private void Enter()
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            throw new InvalidOperationException("The evaluator is deciding another claim: it is for one thread at a time. Make one for each thread, or call RulePack.Evaluate.");
        }
    }

    private void RunEdits(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        cancellation.ThrowIfCancellationRequested();
        EvaluationContext context = _run.Context;
        context.Limit(budget, cancellation);
        context.Load(claim, asOf);
        bool leavesHistory = _options.RequireHistory && claim.History.IsDefault;
        _skipped.Clear();
        CompiledPack? code = _options.UsesCode ? _pack.Code : null;
        _candidates.RunBy(code);
        if (code is not null)
        {
            _run.Compiled.Load(budget, _candidates, _pack.Entries);
        }

        FindCandidates(leavesHistory);
        EditEntry[] edits = _pack.Entries;
        int phase = 0;
        for (int position = _candidates.Next(); position >= 0; position = _candidates.Next())
        {
            // What has no code has the first row, which says so.
            int row = _candidates.RowOf(position);
            int own = row == 0 ? edits[position].Phase : code!.HeadAt(row).Phase;
            if (own != phase)
            {
                // In a phase all edits read the state of its start.
                phase = own;
                context.DecidedCount = context.Findings.Count;
            }

            EditsRun++;
            if (leavesHistory && edits[position].ReadsHistory)
            {
                _run.LeaveForHistory(edits[position].Plan, _open, _skipped);
                continue;
            }

            if (row != 0 && !_leaving.Pauses(position))
            {
                EditsCompiled++;
                _run.Compiled.Begin(position);
                if (CompiledExecution.TryRun(_run, code!, position, row, _drafts, _open, _skipped))
                {
                    _leaving.Decide(position);
                    continue;
                }

                _leaving.Leave(position);
                EditsLeft++;
            }

            _run.Run(edits[position].Steps, _drafts, _open, _skipped);
        }
    }

    private void FindCandidates(bool leavesHistory)
    {
        _candidates.Begin(_run.Context.LineCount);
        if (!_options.UsesIndex)
        {
            for (int i = 0; i < _candidates.EditCount; i++)
            {
                _candidates.AddWhateverCodes(i);
            }

            return;
        }

        _pack.Index.FindCandidates(_run.Context, _candidates);
        if (leavesHistory)
        {
            foreach (int position in _pack.HistoryReaders)
            {
                _candidates.AddWhateverCodes(position);
            }
        }
    }
}
