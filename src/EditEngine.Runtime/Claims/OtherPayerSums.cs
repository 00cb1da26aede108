using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>What the decisions of other payers come to, all payers together.</summary>
internal static class OtherPayerSums
{
    /// <summary>How many there are.</summary>
    public static int Count(ImmutableArray<OtherPayer> payers) => payers.IsDefault ? 0 : payers.Length;

    /// <summary>Cents paid; null where no payer said what it paid.</summary>
    public static long? Paid(ImmutableArray<OtherPayer> payers)
    {
        long? sum = null;
        foreach (OtherPayer payer in Given(payers))
        {
            sum = payer.PaidAmountCents is long cents ? (sum ?? 0) + cents : sum;
        }

        return sum;
    }

    /// <summary>Cents adjusted, which may be less than nothing; null where no adjustment has an amount.</summary>
    public static long? Adjusted(ImmutableArray<OtherPayer> payers)
    {
        long? sum = null;
        foreach (OtherPayer payer in Given(payers))
        {
            foreach (Adjustment adjustment in Given(payer.Adjustments))
            {
                sum = adjustment.AmountCents is long cents ? (sum ?? 0) + cents : sum;
            }
        }

        return sum;
    }

    /// <summary>Reasons of the adjustments, in the order given.</summary>
    public static ImmutableArray<Code> Reasons(ImmutableArray<OtherPayer> payers) =>
        payers.IsDefaultOrEmpty ? [] : [.. payers.SelectMany(payer => Given(payer.Adjustments)).Select(adjustment => adjustment.Reason)];

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
