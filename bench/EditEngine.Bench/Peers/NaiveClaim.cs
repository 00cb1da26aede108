using EditEngine.Claims;

namespace EditEngine.Bench.Peers;

#pragma warning disable CA1002, CA1819 // As such classes are written.

/// <summary>A claim as a program has it that knows no engine: texts, dates, lists. Counted history is chosen beforehand, which favours those that use it.</summary>
public sealed class NaiveClaim
{
    public NaiveClaim(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        BirthDate = claim.Patient!.BirthDate!.Value.ToDateTime(TimeOnly.MinValue); // Made with a date of birth.
        Lines = [.. claim.Lines.Select(line => new NaiveLine(line))];
        Counted =
        [
            .. claim.History.Where(line => line.Status is LineStatus.Paid or LineStatus.Adjusted && line.ClaimType == claim.Type && (claim.OriginalClaimId is null || line.ClaimId != claim.OriginalClaimId))
                .Select(line => new NaiveLine(line.Line)),
        ];
    }

    public DateTime BirthDate { get; }

    public List<NaiveLine> Lines { get; }

    public List<NaiveLine> Counted { get; }

    public int AgeOn(DateTime day) => day.Year - BirthDate.Year - (day.DayOfYear < BirthDate.AddYears(day.Year - BirthDate.Year).DayOfYear ? 1 : 0);
}

/// <summary>A line of such a claim.</summary>
public sealed class NaiveLine(ServiceLine line)
{
    public int Number { get; } = line.Number;

    public string Procedure { get; } = line.Procedure.ToString();

    public string Place { get; } = line.PlaceOfService.ToString();

    public decimal Units { get; } = line.Units!.Value; // Made with units.

    public DateTime Date { get; } = line.From!.Value.ToDateTime(TimeOnly.MinValue); // Made with dates.
}
