using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;

namespace EditEngine.Compiler.Checks;

/// <summary>An edit reads what earlier phases have decided, and nothing else: in a phase all edits see the same state.</summary>
internal sealed class PhaseCheck
{
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<string> _phases;
    private readonly Lazy<ImmutableDictionary<string, string>> _phaseOf;

    /// <summary>A check of edits of a pack.</summary>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="phases">In order.</param>
    /// <param name="phaseOf">The phase of each edit by its id, of edits with mistakes too.</param>
    public PhaseCheck(DiagnosticBag diagnostics, ImmutableArray<string> phases, Lazy<ImmutableDictionary<string, string>> phaseOf)
    {
        _diagnostics = diagnostics;
        _phases = phases;
        _phaseOf = phaseOf;
    }

    /// <summary>Checks an edit.</summary>
    /// <returns>It asks what other edits have decided.</returns>
    public bool Check(BoundEdit edit)
    {
        bool asksOthers = false;
        foreach (BoundNode node in BoundTree.All(edit))
        {
            asksOthers |= node is BoundIsDecidedBy;
            switch (node)
            {
                case BoundIsPayable payable when _phases.IndexOf(edit.Phase) == 0 && (payable.Thing.Type.Things & ThingKinds.Line) != 0:
                    _diagnostics.Report(OutcomeDiagnostics.FirstPhase(payable.Place, edit.Id));
                    break;
                case BoundIsDecidedBy by when !_phaseOf.Value.ContainsKey(by.Edit):
                    _diagnostics.Report(NameDiagnostics.UnknownEdit(by.Place, by.Edit, _phaseOf.Value.Keys));
                    break;
                case BoundIsDecidedBy by when _phases.IndexOf(_phaseOf.Value[by.Edit]) >= _phases.IndexOf(edit.Phase):
                    _diagnostics.Report(OutcomeDiagnostics.LaterPhase(by.Place, edit.Id, edit.Phase, by.Edit, _phaseOf.Value[by.Edit]));
                    break;
            }
        }

        return asksOthers;
    }
}
