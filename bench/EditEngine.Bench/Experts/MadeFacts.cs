using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Bench.Experts;

/// <summary>The five sentences of made edits as an expert writes them by hand, over claims as they are; all claims here have their facts.</summary>
internal static class MadeFacts
{
    private static readonly ulong Inpatient = Code.From(CodeSystem.PlaceOfService, "21").Packed;
    private static readonly ulong Emergency = Code.From(CodeSystem.PlaceOfService, "23").Packed;

    public static bool IsInHospital(ServiceLine line) => line.PlaceOfService.Packed == Inpatient || line.PlaceOfService.Packed == Emergency;

    public static bool IsYounger(Claim claim, ServiceLine line, int years)
    {
        DateOnly born = claim.Patient!.BirthDate!.Value; // Made with a date of birth.
        DateOnly day = line.From!.Value; // Made with dates.
        int age = day.Year - born.Year - (day.Month < born.Month || (day.Month == born.Month && day.Day < born.Day) ? 1 : 0);
        return age < years;
    }

    public static bool HasPartner(Claim claim, int own, ulong first, ulong second)
    {
        int day = DayOf(claim.Lines[own]);
        for (int i = 0; i < claim.Lines.Length; i++)
        {
            ulong code = claim.Lines[i].Procedure.Packed;
            if ((code == first || code == second) && i != own && DayOf(claim.Lines[i]) == day)
            {
                return true;
            }
        }

        for (int i = FirstFrom(claim, day); i < claim.History.Length && DayOf(claim.History[i].Line) == day; i++)
        {
            ulong code = claim.History[i].Line.Procedure.Packed;
            if ((code == first || code == second) && IsCounted(claim, claim.History[i]))
            {
                return true;
            }
        }

        return false;
    }

    public static bool HasCountedAfter(Claim claim, int day, ulong first, ulong second)
    {
        for (int i = FirstFrom(claim, day + 1); i < claim.History.Length; i++)
        {
            ulong code = claim.History[i].Line.Procedure.Packed;
            if ((code == first || code == second) && IsCounted(claim, claim.History[i]))
            {
                return true;
            }
        }

        return false;
    }

    public static int DayOf(ServiceLine line) => line.From!.Value.DayNumber; // Made with dates.

    private static bool IsCounted(Claim claim, HistoryLine line) =>
        line.Status is LineStatus.Paid or LineStatus.Adjusted && line.ClaimType == claim.Type
        && !(claim.OriginalClaimId is { } replaced && string.Equals(line.ClaimId, replaced, StringComparison.Ordinal));

    // History comes sorted by date, as the claim model asks.
    private static int FirstFrom(Claim claim, int day)
    {
        int low = 0;
        int high = claim.History.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = DayOf(claim.History[middle].Line) < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
