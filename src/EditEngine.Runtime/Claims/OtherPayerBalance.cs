using System.Collections.Immutable;

namespace EditEngine.Claims;

/// <summary>Whether what other payers paid and adjusted comes to what was billed, each payer by itself.</summary>
/// <remarks>
/// SOURCE: TR3 005010X222A1, X223A2 and X224A2, 1.4.4. A line: its charge is what a payer paid and adjusted of it, in all decisions of that payer (SVD02, CAS). The claim: what it paid
/// (AMT*D) is what it paid of the lines less what it adjusted of the claim (CAS); where it decided no line, the total charge less those.
/// </remarks>
internal static class OtherPayerBalance
{
    /// <summary>What a payer is called that says no number.</summary>
    private const string Unnamed = "?";

    /// <summary>The first payer that does not balance for the claim; null where all do, or an amount is not known.</summary>
    public static string? FirstUnbalanced(Claim claim)
    {
        foreach (OtherPayer payer in Given(claim.OtherPayers))
        {
            if (payer.PaidAmountCents is long paid && OfLines(claim, payer.Payer) is long lines && Adjusted(payer) is long adjusted && paid != lines - adjusted)
            {
                return payer.Payer ?? Unnamed;
            }
        }

        return null;
    }

    /// <summary>The first payer that does not balance for a line; null where all do, or an amount is not known.</summary>
    public static string? FirstUnbalanced(ServiceLine line)
    {
        ImmutableArray<OtherPayer> decisions = Given(line.OtherPayers);
        if (line.ChargeCents is not long charge)
        {
            return null;
        }

        for (int i = 0; i < decisions.Length; i++)
        {
            // Of several decisions of one payer, as when it unbundles, the first stands for all.
            if (IsFirstOf(decisions, i) && Decided(decisions, decisions[i].Payer) is long decided && decided != charge)
            {
                return decisions[i].Payer ?? Unnamed;
            }
        }

        return null;
    }

    /// <summary>The first payer of a line's decisions that the claim does not name; null where it names all.</summary>
    public static string? FirstStray(ServiceLine line, Claim claim)
    {
        foreach (OtherPayer decision in Given(line.OtherPayers))
        {
            if (decision.Payer is string payer && !Names(claim, payer))
            {
                return payer;
            }
        }

        return null;
    }

    private static bool Names(Claim claim, string payer)
    {
        foreach (OtherPayer known in Given(claim.OtherPayers))
        {
            if (string.Equals(known.Payer, payer, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFirstOf(ImmutableArray<OtherPayer> decisions, int at)
    {
        for (int i = 0; i < at; i++)
        {
            if (string.Equals(decisions[i].Payer, decisions[at].Payer, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // Paid and adjusted of a line by one payer; null where it does not say what it paid.
    private static long? Decided(ImmutableArray<OtherPayer> decisions, string? payer)
    {
        long sum = 0;
        foreach (OtherPayer decision in decisions)
        {
            if (string.Equals(decision.Payer, payer, StringComparison.Ordinal))
            {
                if (decision.PaidAmountCents is not long paid || Adjusted(decision) is not long adjusted)
                {
                    return null;
                }

                sum += paid + adjusted;
            }
        }

        return sum;
    }

    // What it paid of the lines; where it decided none, the total charge. Null where that is not known.
    private static long? OfLines(Claim claim, string? payer)
    {
        bool isOfLines = false;
        long sum = 0;
        foreach (ServiceLine line in claim.Lines)
        {
            foreach (OtherPayer decision in Given(line.OtherPayers))
            {
                if (string.Equals(decision.Payer, payer, StringComparison.Ordinal))
                {
                    if (decision.PaidAmountCents is not long paid)
                    {
                        return null;
                    }

                    isOfLines = true;
                    sum += paid;
                }
            }
        }

        return isOfLines ? sum : claim.TotalChargeCents;
    }

    private static long? Adjusted(OtherPayer payer)
    {
        long sum = 0;
        foreach (Adjustment adjustment in Given(payer.Adjustments))
        {
            if (adjustment.AmountCents is not long cents)
            {
                return null;
            }

            sum += cents;
        }

        return sum;
    }

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
