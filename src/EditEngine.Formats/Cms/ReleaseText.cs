using System.Globalization;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>A release of a publisher.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="From">Its first day.</param>
/// <param name="Through">Its last day, where the file says it.</param>
internal sealed record Release(string Name, int From, int? Through = null);

/// <summary>Finds the release of a file.</summary>
/// <param name="file">Its name.</param>
/// <param name="above">What stands above its rows, the titles with it.</param>
internal delegate Release? ReleaseReader(string file, string above);

/// <summary>How names and notices tell releases.</summary>
internal static partial class ReleaseText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Nothing tells it.</summary>
    public static Release? None(string file, string above) => null;

    /// <summary>A federal fiscal year, <c>icd10cm_order_2024.txt</c>, from 1 October of the year before; the April update of one, from 1 April.</summary>
    public static Release? FiscalYear(string file, string above)
    {
        Match match = Year().Match(file);
        if (!match.Success || YearOf(match) is not int year)
        {
            return null;
        }

        bool april = file.Contains("apr", StringComparison.OrdinalIgnoreCase);
        return new Release(Invariant($"FY{year}{(april ? " April" : "")}"), april ? Day(year, 4) : Day(year - 1, 10));
    }

    /// <summary>A month and a year in the notice or the name, <c>2025 National … October Release</c>, <c>PPRRVU24_APR.csv</c>.</summary>
    public static Release? Month(string file, string above) =>
        OfMonth(NoticeMonth().Match(above)) ?? OfMonth(TitleMonth().Match(above)) ?? OfMonth(NameMonth().Match(file)) ?? OfMonth(NumberMonth().Match(file));

    /// <summary>As <see cref="Month"/>; else a year alone, from 1 January.</summary>
    public static Release? MonthOrYear(string file, string above) => Month(file, above) ?? CalendarYear(file, above);

    /// <summary>A calendar year in the notice or the name, <c>FINAL CY 2024</c>, <c>COUNTIES INCLUDED IN 2024 LOCALITIES</c>.</summary>
    public static Release? CalendarYear(string file, string above)
    {
        Match match = NoticeYear().Match(above);
        match = match.Success ? match : Year().Match(file);
        return match.Success && YearOf(match) is int year ? new Release(Invariant($"CY{year}"), Day(year, 1)) : null;
    }

    /// <summary>A quarter in the name, <c>CLFS_2025Q2V1.csv</c>, <c>AOC_V2026Q2-MCR.xlsx</c>.</summary>
    public static Release? Quarter(string file, string above)
    {
        Match match = NameQuarter().Match(file);
        return match.Success && YearOf(match) is int year
            ? new Release(Invariant($"{year}Q{match.Groups["quarter"].Value}"), Day(year, ((match.Groups["quarter"].ValueSpan[0] - '0') * 3) - 2)) : null;
    }

    /// <summary>Both days in the notice, <c>Effective October 1, 2025 through December 31, 2025</c>.</summary>
    public static Release? EffectiveThrough(string file, string above)
    {
        Match match = FromThrough().Match(above);
        return match.Success && DayIn(match.Groups["from"].Value) is int from && DayIn(match.Groups["through"].Value) is int through
            ? new Release(DateOnly.FromDayNumber(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from, through) : null;
    }

    /// <summary>30 September of the fiscal year a day lies in.</summary>
    public static int EndOfFiscalYear(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return new DateOnly(date.Month >= 10 ? date.Year + 1 : date.Year, 9, 30).DayNumber;
    }

    /// <summary>The last day of the quarter a day lies in.</summary>
    public static int EndOfQuarter(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return new DateOnly(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1).AddMonths(3).DayNumber - 1;
    }

    /// <summary>31 December of the year a day lies in.</summary>
    public static int EndOfYear(int day) => new DateOnly(DateOnly.FromDayNumber(day).Year, 12, 31).DayNumber;

    private static Release? OfMonth(Match match)
    {
        if (!match.Success || YearOf(match) is not int year)
        {
            return null;
        }

        string text = match.Groups["month"].Value;
        int month = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number : Array.IndexOf(Months, text[..3].ToLowerInvariant()) + 1;
        return month is >= 1 and <= 12 ? new Release(Invariant($"{year:0000}-{month:00}"), Day(year, month)) : null;
    }

    private static int? YearOf(Match match)
    {
        int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        year = year < 100 ? year + 2000 : year;
        return year is > 1965 and < 2100 ? year : null;
    }

    private static int? DayIn(string text) =>
        DateOnly.TryParseExact(text, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly day) ? day.DayNumber : null;

    private static int Day(int year, int month) => new DateOnly(year, month, 1).DayNumber;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\bCY\s*(?<year>20\d\d)|\bIN\s+(?<year>20\d\d)\s+LOCALITIES", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoticeYear();

    [GeneratedRegex(@"(?<year>20\d\d) National Physician Fee Schedule Relative Value File\s+(?<month>[A-Z]{3,9}) Release", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoticeMonth();

    [GeneratedRegex(@"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\s+(?<year>20\d\d)\s+(?:Payment|APC)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleMonth();

    // SOURCE: as CMS names its files: PPRRVU24_APR, PPRRVU2025_Oct, HCPC2020_JUL_ANWEB, ZIP5_OCT2025.
    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d|\d\d)[-_ ]?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ ]?(?<year>20\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameMonth();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)[-_](?<month>0[1-9]|1[0-2])(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberMonth();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d|\d\d)[-_ ]?Q(?<quarter>[1-4])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameQuarter();

    [GeneratedRegex(@"(?<from>[A-Z][a-z]+ \d{1,2}, \d{4})\s+through\s+(?<through>[A-Z][a-z]+ \d{1,2}, \d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex FromThrough();
}
