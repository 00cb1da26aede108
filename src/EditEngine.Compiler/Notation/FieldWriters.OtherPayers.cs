using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Compiler.Notation;

/// <content>What another payer decided: a test speaks of one, and of sums.</content>
internal static partial class FieldWriters
{
    private static readonly Code UnnamedReason = Code.From(CodeSystem.Carc, "45");

    private static ImmutableArray<OtherPayer> PaidByOther(ImmutableArray<OtherPayer> payers, long? cents) => [First(payers) with { PaidAmountCents = cents }];

    /// <summary>The whole amount stands on the first adjustment.</summary>
    private static ImmutableArray<OtherPayer> AdjustedByOther(ImmutableArray<OtherPayer> payers, long? cents)
    {
        OtherPayer payer = First(payers);
        ImmutableArray<Adjustment> adjustments = payer.Adjustments.IsEmpty ? [new Adjustment { Group = "CO", Reason = UnnamedReason }] : payer.Adjustments;
        return [payer with { Adjustments = cents is null ? [] : adjustments.SetItem(0, adjustments[0] with { AmountCents = cents }) }];
    }

    private static ImmutableArray<OtherPayer> ReasonsOfOther(ImmutableArray<OtherPayer> payers, ImmutableArray<Code> reasons)
    {
        OtherPayer payer = First(payers);
        long? cents = payer.Adjustments.IsEmpty ? null : payer.Adjustments[0].AmountCents;
        return [payer with { Adjustments = [.. reasons.Select((reason, at) => new Adjustment { Group = "CO", Reason = reason, AmountCents = at == 0 ? cents : null })] }];
    }

    private static OtherPayer First(ImmutableArray<OtherPayer> payers) => payers.IsDefaultOrEmpty ? new OtherPayer() : payers[0];
}
