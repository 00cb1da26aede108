using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Decides claims by walking the bound tree, literally and slowly: it is what the language means.</summary>
internal sealed class Interpreter
{
    private readonly BoundPack _pack;
    private readonly ImmutableArray<(BoundEdit Edit, EditHeader Header)> _edits;
    private readonly Decider _decider;
    private readonly bool _historyActions;
    private readonly HashSet<string> _readers;

    /// <summary>An interpreter of a pack without errors.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="packLabel">name@version#hash, as results show it.</param>
    /// <param name="historyActions">Whether actions on history are wanted.</param>
    public Interpreter(BoundPack pack, string packLabel, bool historyActions)
    {
        _pack = pack;
        _historyActions = historyActions;
        _decider = DeciderOf(pack, packLabel);
        _edits = [.. pack.Edits.Select(edit => (edit, HeaderOf(edit, pack)))];
        _readers = [.. pack.Edits.Where(HistoryReading.IsOf).Select(edit => edit.Id)];
    }

    /// <summary>Where no history was supplied, edits that read it are not evaluated, missing <c>claim.history</c>.</summary>
    public bool RequireHistory { get; init; }

    /// <summary>Who is told what an edit, by its position, comes to; null: nobody. With one that keeps what it is told, the interpreter is for one thread.</summary>
    public Func<int, IEvaluationWatch?>? Watch { get; init; }

    /// <summary>Decides one claim. Safe from any thread; never throws on what a reader of claims gives.</summary>
    /// <exception cref="ArgumentException"><see cref="Claim.Validate"/> finds an error in the claim.</exception>
    public Result Evaluate(Claim claim, DateOnly asOf) => Evaluate(claim, asOf, CancellationToken.None);

    /// <summary>Decides one claim, without a budget. Safe from any thread; never throws on what a reader of claims gives.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="cancellation">Ends the evaluation without a result.</param>
    /// <exception cref="ArgumentException"><see cref="Claim.Validate"/> finds an error in the claim.</exception>
    public Result Evaluate(Claim claim, DateOnly asOf, CancellationToken cancellation)
    {
        if (claim.Validate().FirstOrDefault(problem => problem.Severity == Severity.Error) is Diagnostic problem)
        {
            throw new ArgumentException("The claim cannot be decided: " + problem, nameof(claim));
        }

        (ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) = Find(claim, asOf, cancellation);
        Result result = _decider.Decide(claim, asOf, drafts, open, _historyActions);
        return claim.History.IsDefault && _readers.Count > 0 ? result with { HistorySupplied = false } : result;
    }

    /// <summary>What all edits find, by phase, edit and target, before anything is decided.</summary>
    public (ImmutableArray<FindingDraft> Drafts, ImmutableArray<NotEvaluated> NotEvaluated) Find(Claim claim, DateOnly asOf) => Find(claim, asOf, CancellationToken.None);

    private (ImmutableArray<FindingDraft> Drafts, ImmutableArray<NotEvaluated> NotEvaluated) Find(Claim claim, DateOnly asOf, CancellationToken cancellation)
    {
        ClaimThings things = new(claim);
        List<FindingDraft> drafts = [];
        List<NotEvaluated> open = [];
        HashSet<(string Phase, int? Line)> skipped = [];
        for (int phase = 0; phase < _pack.Phases.Length; phase++)
        {
            // In a phase all edits read the same state: that of its start.
            FindingDraft[] decided = [.. drafts];
            for (int at = 0; at < _edits.Length; at++)
            {
                (BoundEdit edit, EditHeader header) = _edits[at];
                if (header.PhaseIndex != phase)
                {
                    continue;
                }

                if (RequireHistory && claim.History.IsDefault && _readers.Contains(edit.Id))
                {
                    open.AddRange(skipped.Contains((edit.Phase, null)) ? [] : [new NotEvaluated(edit.Id, null, NotEvaluated.NoHistory)]);
                    continue;
                }

                EditFindings.Add(new InterpretedEdit(edit, things, decided, asOf.DayNumber, cancellation, Watch?.Invoke(at)), header, asOf, skipped, drafts, open);
            }
        }

        return ([.. drafts], [.. open]);
    }

    /// <summary>What decides by a pack's reasons.</summary>
    internal static Decider DeciderOf(BoundPack pack, string packLabel) => new(packLabel, new ReasonMap(
        [.. pack.Reasons.Select(reason => new ReasonRow(reason.Name, reason.GroupCode, reason.Carc, reason.Rarc, reason.FromDay, reason.ThroughDay, reason.LineOfBusiness))]));

    internal static EditHeader HeaderOf(BoundEdit edit, BoundPack pack) =>
        new(edit.Id, edit.PackVersion, edit.Phase, Math.Max(0, pack.Phases.IndexOf(edit.Phase)), edit.Precedence, edit.ScopeRank, edit.Cites);
}
