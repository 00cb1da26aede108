using EditEngine.Claims;

namespace EditEngine.Formats.Batch;

/// <summary>The as-of date of a claim for which none is given.</summary>
public static class AsOfDate
{
    /// <summary>The day the claim was processed, else received, else its last date of service, else the day its transaction was made (X12, BHT04); null where it has none of them.</summary>
    public static DateOnly? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.ProcessedDate ?? claim.ReceivedDate ?? LastService(claim) ?? claim._transactionDate;
    }

    private static DateOnly? LastService(Claim claim)
    {
        DateOnly? last = null;
        foreach (ServiceLine line in claim.Lines)
        {
            DateOnly? end = line.Through ?? line.From;
            last = last is null || end > last ? end ?? last : last;
        }

        return last ?? claim.Through ?? claim.From;
    }
}
