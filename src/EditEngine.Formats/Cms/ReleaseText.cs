using System.Globalization;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>A release of a publisher.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="From">Its first day.</param>
/// <param name="Through">Its last day, where the file says it.</param>
internal sealed record Release(string Name, int From, int? Through = null)
{
    /// <summary>True where no more than a year is said: it may be an update within it.</summary>
    public bool IsOfYear { get; init; }
}

/// <summary>What a file says of its release.</summary>
/// <param name="File">Its name.</param>
/// <param name="Container">The archive that it lies in, and its folders there; empty for none.</param>
/// <param name="Above">What stands above its rows, the titles with it.</param>
internal readonly record struct ReleaseClues(string File, string Container, string Above);

/// <summary>Finds the release of a file.</summary>
internal delegate Release? ReleaseReader(ReleaseClues clues);

/// <summary>How names and notices tell releases.</summary>
internal static partial class ReleaseText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Nothing tells it.</summary>
    public static Release? None(ReleaseClues clues) => null;

    /// <summary>
    /// A federal fiscal year, <c>icd10cm_order_2024.txt</c>, from 1 October of the year before. An update within the year has a file of the same name:
    /// the notice, the file or its archive name the month, <c>april-1-2026-code-descriptions-in-tabular-order.zip</c>.
    /// </summary>
    public static Release? FiscalYear(ReleaseClues clues)
    {
        int? fiscal = YearIn(clues.File) ?? YearIn(clues.Container);
        Match notice = EffectiveUpdate().Match(clues.Above);
        Match update = notice.Success ? notice : UpdateMonth().Match(clues.File) is { Success: true } named ? named : UpdateMonth().Match(clues.Container);
        if (!update.Success)
        {
            return fiscal is int alone ? new Release(Invariant($"FY{alone}"), Day(alone - 1, 10)) { IsOfYear = true } : null;
        }

        int month = MonthIn(update.Groups["month"].Value);
        int? said = update.Groups["year"].Success ? YearOf(update) : null;
        int? year = said is not null && month >= 10 && said != fiscal ? said + 1 : said ?? fiscal; // the fiscal year of the month that is said
        return year is not int of || (fiscal is not null && fiscal != of) ? null
            : month >= 10 ? new Release(Invariant($"FY{of}"), Day(of - 1, month)) : new Release(Invariant($"FY{of} {(month == 4 ? "April" : "January")}"), Day(of, month));
    }

    /// <summary>A month and a year in the notice, the name or the archive's name, <c>2025 National … October Release</c>, <c>PPRRVU24_APR.csv</c>.</summary>
    public static Release? Month(ReleaseClues clues) =>
        OfMonth(NoticeMonth().Match(clues.Above)) ?? OfMonth(TitleMonth().Match(clues.Above)) ?? MonthNamed(clues.File) ?? MonthNamed(clues.Container);

    /// <summary>As <see cref="Month"/>; else a year alone, from 1 January.</summary>
    public static Release? MonthOrYear(ReleaseClues clues) => Month(clues) ?? CalendarYear(clues);

    /// <summary>A calendar year in the notice or a name, <c>FINAL CY 2024</c>, <c>COUNTIES INCLUDED IN 2024 LOCALITIES</c>.</summary>
    public static Release? CalendarYear(ReleaseClues clues)
    {
        Match match = NoticeYear().Match(clues.Above);
        int? said = match.Success ? YearOf(match) : YearIn(clues.File) ?? YearIn(clues.Container);
        return said is int year ? new Release(Invariant($"CY{year}"), Day(year, 1)) { IsOfYear = true } : null;
    }

    /// <summary>A quarter in a name, <c>CLFS_2025Q2V1.csv</c>, <c>AOC_V2026Q2-MCR.xlsx</c>.</summary>
    public static Release? Quarter(ReleaseClues clues) => QuarterIn(clues.File) ?? QuarterIn(clues.Container);

    /// <summary>Both days in the notice, <c>Effective October 1, 2025 through December 31, 2025</c>.</summary>
    public static Release? EffectiveThrough(ReleaseClues clues)
    {
        Match match = FromThrough().Match(clues.Above);
        return match.Success && DayIn(match.Groups["from"].Value) is int from && DayIn(match.Groups["through"].Value) is int through
            ? new Release(DateOnly.FromDayNumber(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from, through) : null;
    }

    /// <summary>The last day of the quarter a release begins in; of the year, where no more than that is known of it.</summary>
    public static int EndOfQuarterOrYear(Release release) => release.IsOfYear ? EndOfYear(release.From) : EndOfQuarter(release.From);

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

        int month = MonthIn(match.Groups["month"].Value);
        return month is >= 1 and <= 12 ? new Release(Invariant($"{year:0000}-{month:00}"), Day(year, month)) : null;
    }

    private static Release? MonthNamed(string name) => OfMonth(NameMonth().Match(name)) ?? OfMonth(NumberMonth().Match(name));

    private static Release? QuarterIn(string name)
    {
        Match match = NameQuarter().Match(name);
        return match.Success && YearOf(match) is int year
            ? new Release(Invariant($"{year}Q{match.Groups["quarter"].Value}"), Day(year, ((match.Groups["quarter"].ValueSpan[0] - '0') * 3) - 2)) : null;
    }

    private static int MonthIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : Array.IndexOf(Months, text[..3].ToLowerInvariant()) + 1;

    private static int? YearIn(string name) => Year().Match(name) is { Success: true } match ? YearOf(match) : null;

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

    // SOURCE: the updates of ICD-10 are of 1 April and, in some years, 1 January.
    [GeneratedRegex("(?<![a-z])(?<month>oct(?:ober)?|jan(?:uary)?|apr(?:il)?)(?![a-z])(?:[-_ .,]*(?:0?1(?:st)?(?!\\d))?[-_ .,]*(?<year>20\\d\\d))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UpdateMonth();

    [GeneratedRegex("effective\\D{0,20}?\\b(?<month>oct(?:ober)?|jan(?:uary)?|apr(?:il)?)[ .,]+(?:0?1(?:st)?[ ,]+)?(?<year>20\\d\\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EffectiveUpdate();

    [GeneratedRegex(@"\bCY\s*(?<year>20\d\d)|\bIN\s+(?<year>20\d\d)\s+LOCALITIES", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoticeYear();

    [GeneratedRegex(@"(?<year>20\d\d) National Physician Fee Schedule Relative Value File\s+(?<month>[A-Z]{3,9}) Release", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoticeMonth();

    [GeneratedRegex(@"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\s+(?<year>20\d\d)\s+(?:Payment|APC)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleMonth();

    // SOURCE: as CMS names its files: PPRRVU24_APR, PPRRVU2025_Oct, HCPC2020_JUL_ANWEB, ZIP5_OCT2025.
    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d|\d\d)[-_ ]?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ ]?(?:0?1[-_, ]+)?(?<year>20\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameMonth();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)[-_](?<month>0[1-9]|1[0-2])(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberMonth();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d|\d\d)[-_ ]?Q(?<quarter>[1-4])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameQuarter();

    [GeneratedRegex(@"(?<from>[A-Z][a-z]+ \d{1,2}, \d{4})\s+through\s+(?<through>[A-Z][a-z]+ \d{1,2}, \d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex FromThrough();
}
