using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>What another payer decided, as a test says it: a test speaks of one payer, and of sums.</summary>
internal static class OneOtherPayer
{
    private static readonly Code UnnamedReason = Code.From(CodeSystem.Carc, "45");

    public static ImmutableArray<OtherPayer> Paid(ImmutableArray<OtherPayer> payers, long? cents) => [First(payers) with { PaidAmountCents = cents }];

    /// <summary>The whole amount is that of the first adjustment.</summary>
    public static ImmutableArray<OtherPayer> Adjusted(ImmutableArray<OtherPayer> payers, long? cents)
    {
        OtherPayer payer = First(payers);
        ImmutableArray<Adjustment> adjustments = payer.Adjustments.IsEmpty ? [new Adjustment { Group = "CO", Reason = UnnamedReason }] : payer.Adjustments;
        return [payer with { Adjustments = cents is null ? [] : adjustments.SetItem(0, adjustments[0] with { AmountCents = cents }) }];
    }

    public static ImmutableArray<OtherPayer> WithReasons(ImmutableArray<OtherPayer> payers, ImmutableArray<Code> reasons)
    {
        OtherPayer payer = First(payers);
        long? cents = payer.Adjustments.IsEmpty ? null : payer.Adjustments[0].AmountCents;
        return [payer with { Adjustments = [.. (reasons.IsDefault ? [] : reasons).Select((reason, at) => new Adjustment { Group = "CO", Reason = reason, AmountCents = at == 0 ? cents : null })] }];
    }

    /// <summary>A payer that is found not to balance: it adjusted a cent, and paid nothing.</summary>
    public static ImmutableArray<OtherPayer> Unbalanced(string? payer) =>
        payer is null ? [] : [new OtherPayer { Payer = payer, PaidAmountCents = 0, Adjustments = [new Adjustment { Group = "CO", Reason = UnnamedReason, AmountCents = 1 }] }];

    private static OtherPayer First(ImmutableArray<OtherPayer> payers) => payers.IsDefaultOrEmpty ? new OtherPayer() : payers[0];
}
