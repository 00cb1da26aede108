using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What earlier phases have decided, as rules of later ones ask for it.</summary>
/// <param name="decided">Their findings.</param>
internal sealed class EarlierDecisions(IReadOnlyList<FindingDraft> decided)
{
    /// <summary>Nothing has denied a thing yet; a line of the history: it was paid.</summary>
    public bool IsPayable(Thing thing) => thing.Facts switch
    {
        HistoryLine history => history.Status is LineStatus.Paid or LineStatus.Adjusted,
        ServiceLine line => !Decider.IsDenied(decided, line.Number),
        _ => !decided.Any(draft => draft.State == FindingState.Active && draft.Level != FindingLevel.Line && ActionTable.Of(draft.Action).IsDenial),
    };

    /// <summary>An edit has denied a thing.</summary>
    public bool IsDeniedBy(Thing thing, string edit) => decided.Any(draft =>
        draft.Edit.Id == edit
        && draft.State == FindingState.Active
        && ActionTable.Of(draft.Action).IsDenial
        && (draft.Level == FindingLevel.Line ? thing.Facts is ServiceLine line && line.Number == draft.Line : draft.Level != FindingLevel.History));
}
