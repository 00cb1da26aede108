using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Testing;

/// <summary>A pack of which single edits are asked, by the interpreter: what they find is decided as the pack decides it.</summary>
internal sealed class PreparedPack
{
    // So many times as much a claim takes where all edits are run.
    private const int CostTogether = 5;

    private readonly ImmutableArray<EditHeader> _headers;
    private readonly Decider _decider;

    public PreparedPack(BoundPack pack)
    {
        Pack = pack;
        _headers = [.. pack.Edits.Select(edit => Interpreter.HeaderOf(edit, pack))];
        _decider = Interpreter.DeciderOf(pack, pack.Name);

        // What an edit of an earlier phase finds may be read by those of later ones, or keep them from being asked.
        AreEditsApart = _headers.Select(header => header.PhaseIndex).Distinct().Count() <= 1
            || !pack.Edits.Any(edit => !edit.SkipPhases.IsEmpty || BoundTree.All(edit).Any(node => node is BoundIsPayable or BoundIsDecidedBy));
    }

    /// <summary>The pack.</summary>
    public BoundPack Pack { get; }

    /// <summary>What an edit finds hangs on no other: none reads what another finds, or skips it.</summary>
    public bool AreEditsApart { get; }

    /// <summary>How many claims a search decides that decides so many where the edits are apart: where they are not, all are run for what one of them finds.</summary>
    public int MostClaims(int whereApart) => AreEditsApart ? whereApart : whereApart / CostTogether;

    /// <summary>The pack with other edits in the places of some.</summary>
    public BoundPack With(ImmutableArray<(int Position, BoundEdit Edit)> changed)
    {
        ImmutableArray<BoundEdit>.Builder edits = Pack.Edits.ToBuilder();
        foreach ((int position, BoundEdit edit) in changed)
        {
            edits[position] = edit;
        }

        return Pack with { Edits = edits.ToImmutable() };
    }

    /// <summary>What each edit finds on a claim, by its position.</summary>
    public (ImmutableArray<FindingDraft>[] Drafts, ImmutableArray<NotEvaluated>[] Open) FindByEdit(Claim claim, DateOnly asOf)
    {
        var drafts = new ImmutableArray<FindingDraft>[Pack.Edits.Length];
        var open = new ImmutableArray<NotEvaluated>[Pack.Edits.Length];
        if (AreEditsApart)
        {
            for (int i = 0; i < drafts.Length; i++)
            {
                (drafts[i], open[i]) = Find(i, Pack.Edits[i], claim, asOf);
            }

            return (drafts, open);
        }

        (ImmutableArray<FindingDraft> found, ImmutableArray<NotEvaluated> undecided) = new Interpreter(Pack, Pack.Name, historyActions: true).Find(claim, asOf);
        ILookup<string, FindingDraft> byEdit = found.ToLookup(draft => draft.Edit.Id, StringComparer.Ordinal);
        ILookup<string, NotEvaluated> openByEdit = undecided.ToLookup(one => one.Edit, StringComparer.Ordinal);
        for (int i = 0; i < drafts.Length; i++)
        {
            (drafts[i], open[i]) = ([.. byEdit[Pack.Edits[i].Id]], [.. openByEdit[Pack.Edits[i].Id]]);
        }

        return (drafts, open);
    }

    /// <summary>What an edit finds in the place of one of the pack's. Only where no edit reads what another finds.</summary>
    public (ImmutableArray<FindingDraft> Drafts, ImmutableArray<NotEvaluated> Open) Find(int position, BoundEdit edit, Claim claim, DateOnly asOf, IEvaluationWatch? watch = null)
    {
        List<FindingDraft> drafts = [];
        List<NotEvaluated> open = [];
        InterpretedEdit run = new(edit, new ClaimThings(claim), [], asOf.DayNumber, CancellationToken.None, watch);
        EditFindings.Add(run, _headers[position], asOf, [], drafts, open);
        return ([.. drafts], [.. open]);
    }

    /// <summary>What an edit finds in the place of one of the pack's, whatever the others find before.</summary>
    /// <param name="position">The position of the edit.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="watch">Is told what the edit comes to; null: nobody.</param>
    public (ImmutableArray<FindingDraft> Drafts, ImmutableArray<NotEvaluated> Open) FindAmongAll(int position, BoundEdit edit, Claim claim, DateOnly asOf, IEvaluationWatch? watch = null)
    {
        if (AreEditsApart)
        {
            return Find(position, edit, claim, asOf, watch);
        }

        Interpreter interpreter = new(With([(position, edit)]), Pack.Name, historyActions: true) { Watch = at => at == position ? watch : null };
        (ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) = interpreter.Find(claim, asOf);
        return ([.. drafts.Where(draft => draft.Edit.Id == edit.Id)], [.. open.Where(one => one.Edit == edit.Id)]);
    }

    /// <summary>What the whole pack decides.</summary>
    public Result Evaluate(Claim claim, DateOnly asOf)
    {
        (ImmutableArray<FindingDraft>[] drafts, ImmutableArray<NotEvaluated>[] open) = FindByEdit(claim, asOf);
        return Decide(claim, asOf, drafts, open);
    }

    /// <summary>The result of what all edits find.</summary>
    public Result Decide(Claim claim, DateOnly asOf, ImmutableArray<FindingDraft>[] drafts, ImmutableArray<NotEvaluated>[] open) =>
        _decider.Decide(
            claim,
            asOf,
            [.. Enumerable.Range(0, drafts.Length).OrderBy(i => _headers[i].PhaseIndex).SelectMany(i => drafts[i])],
            [.. Enumerable.Range(0, open.Length).OrderBy(i => _headers[i].PhaseIndex).SelectMany(i => open[i])],
            historyActions: true);
}
