using EditEngine.Analysis.Explanation;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Analysis.Mutation;

/// <summary>Another outcome, another reason, another date to go by.</summary>
internal sealed class OutcomeMutations : IMutationKind
{
    public IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material)
    {
        if (GoesByBasis(edit))
        {
            Basis other = edit.Basis == Basis.DateOfService ? Basis.Received : Basis.DateOfService;
            yield return Mutation.Of(edit, one => one with { Basis = other }, edit.Place, $"{edit.Id} goes by {BasisWords.Of(other)} instead of {BasisWords.Of(edit.Basis)}");
        }

        foreach (BoundAction action in edit.Cases.SelectMany(one => one.Actions))
        {
            if (action.Action is not (EditAction.Add or EditAction.Recoup))
            {
                EditAction outcome = action.Action == EditAction.Warn ? EditAction.Review : EditAction.Warn;
                yield return Mutation.Of(
                    action,
                    one => one with { Action = outcome, Amount = null, MostPercent = null, ReplaceWith = null, Queue = null },
                    action.Place,
                    $"'{ActionTable.Of(action.Action).Verb}' becomes '{ActionTable.Of(outcome).Verb}' in '{material.ShortTextAt(action.Place)}'");
            }

            if (action.Reason is string reason && material.Pack.Reasons.FirstOrDefault(one => one.Name != reason)?.Name is string otherReason)
            {
                yield return Mutation.Of(action, one => one with { Reason = otherReason }, action.Place, $"reason {reason} becomes {otherReason} in '{material.ShortTextAt(action.Place)}'");
            }
        }
    }

    // Without a period, a dated parameter and a look-up for what has no date of its own, it makes no difference.
    private static bool GoesByBasis(BoundEdit edit) =>
        edit.EffectiveFromDay != int.MinValue || edit.EffectiveThroughDay != int.MaxValue
        || BoundTree.All(edit).Any(node => node is BoundParameter { Parameter.Values.Length: > 1 }
            || (node is BoundDateOf { Thing.Type.Things: var things } && (things & ~(ThingKinds.Line | ThingKinds.History)) != ThingKinds.None));
}
