using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Linting;
using EditEngine.Compiler.Binding;

namespace EditEngine.Analysis.Consistency;

/// <summary>Edits that never fire: because their conditions cannot hold together, or on no claim that was tried.</summary>
internal static class NeverFiring
{
    /// <summary>The remark of an edit; null where a claim fires it.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="claims">What was found for it.</param>
    /// <param name="others">It fires on a claim that was made for another edit.</param>
    /// <param name="witness">The test of the claim that came nearest; null: none.</param>
    public static PackRemark? Of(BoundEdit edit, FiringClaims claims, bool others, Func<DatedClaim, GeneratedTest?> witness)
    {
        if (edit.EffectiveFromDay > edit.EffectiveThroughDay)
        {
            return new PackRemark(RemarkKind.Never, [edit.Id], edit.Place, $"{edit.Id} is in force on no day: its effective range ends before it begins.", IsProven: true, null);
        }

        if (Impossible(edit) is BoundExpression condition)
        {
            return new PackRemark(RemarkKind.Never, [edit.Id], condition.Place, $"{edit.Id} cannot fire: with the conditions before it, this one never holds.", IsProven: true, null);
        }

        return !claims.Firing.IsEmpty || others ? null
            : new PackRemark(
                RemarkKind.Never, [edit.Id], edit.Place, FormattableString.Invariant($"No claim of {claims.Tried:#,0} tried fires {edit.Id}."), IsProven: false,
                claims.Nearest is DatedClaim nearest ? witness(nearest) : null);
    }

    // The condition by which the last of its cases cannot hold; null where a case can.
    private static BoundExpression? Impossible(BoundEdit edit)
    {
        BoundExpression[] kinds = [.. edit.Bindings.OfType<BoundThingBinding>().Where(one => one.Source.Alternatives.Length == 1).SelectMany(one => one.Source.Alternatives[0].Conditions)];
        Contradiction contradiction = new(edit);
        ImmutableArray<BoundExpression?> never = [.. edit.Cases.Select(one => contradiction.In(one.Condition is null ? kinds : kinds.Append(one.Condition)))];
        return never.Contains(null) ? null : never[^1];
    }
}
