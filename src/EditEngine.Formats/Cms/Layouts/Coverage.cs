using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>Coverage: determinations and articles, pairs of procedure and diagnosis codes of local articles, and services that may be furnished by telehealth.</summary>
/// <remarks>
/// Source: CMS, Medicare Coverage Database and "List of Telehealth Services". Pairs are a union over all contractors and years and have no
/// days: they say that a pair is covered somewhere, which serves to screen, not to deny.
/// </remarks>
internal static partial class Coverage
{
    public static ImmutableArray<Layout> All { get; } =
    [
        new("lcd-pairs", "the code pairs of local coverage articles", "lcd_pairs",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS"),
            LayoutColumn.Key("diagnosis", CodeSystem.Diagnosis, "ICD10"),
            LayoutColumn.Of("covered", ColumnType.YesNo, "FLAG") with { Rewrite = Covered },
            LayoutColumn.Of("articles", ColumnType.Text, "LCD_IDS"),
        ])
        {
            Files = "Pairs of procedure and diagnosis of local coverage articles: a screen, for they hold somewhere, not everywhere.",
            Example = "lcd_article_hcpcs_icd10.csv",
            FileNames = Pairs(),
        },
        new("lcd-index", "the index of local coverage", "lcd_index",
        [
            LayoutColumn.TextKey("document", "DOCUMENT_DISPLAY_ID"),
            LayoutColumn.Of("type", ColumnType.Text, "DOCUMENT_TYPE"),
            LayoutColumn.Of("version", ColumnType.Number, "DOCUMENT_VERSION"),
            LayoutColumn.Of("contractor", ColumnType.Text, "CONTRACTOR_NAME_TYPE") with { Rewrite = Rewrite.OneLine },
            LayoutColumn.Of("title", ColumnType.Text, "TITLE") with { Rewrite = Rewrite.OneLine },
            LayoutColumn.Of("note", ColumnType.Text, "NOTE") with { IsRequired = false },
        ])
        {
            Files = "Local coverage determinations and articles with their contractor and days, CSV.",
            Example = "mcd_lcd_article_index_2025-08.csv",
            FileNames = LocalIndex(),
            From = new LayoutDate(Titles.Pattern("EFFECTIVE_DATE"), Rewrite.MonthFirst),
            Through = new LayoutDate(Titles.Pattern("RETIREMENT_DATE"), Rewrite.MonthFirst),
            HasVersions = true,
        },
        // The day of a version is a column: one that retires a determination begins after its end.
        new("ncd-index", "the index of national coverage", "ncd_index",
        [
            LayoutColumn.TextKey("section", "SECTION"),
            LayoutColumn.Of("version", ColumnType.Number, "VERSION"),
            LayoutColumn.Of("title", ColumnType.Text, "TITLE") with { Rewrite = Rewrite.OneLine },
            LayoutColumn.Of("coverage", ColumnType.Text, "COVERAGE"),
            LayoutColumn.Of("since", ColumnType.Date, "EFFECTIVE"),
            LayoutColumn.Of("implementation", ColumnType.Date, "IMPLEMENTATION"),
            LayoutColumn.Of("laboratory", ColumnType.YesNo, "LAB_NCD") with { Rewrite = Rewrite.Is("1") },
        ])
        {
            Files = "National coverage determinations by section of the manual, CSV.",
            Example = "ncd_index_2024-03.csv",
            FileNames = NationalIndex(),
            Through = new LayoutDate(Titles.Pattern("END"), text => text),
        },
        new("telehealth", "the list of telehealth services", "telehealth",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS|CODE"),
            LayoutColumn.Of("action", ColumnType.Text, ".*ACTION|STATUS"),
        ])
        {
            Files = "Services that may be furnished by telehealth, text or workbook, one file a year.",
            Example = "List of Telehealth Services CY 2026.xlsx",
            FileNames = Services(),
            Notice = TelehealthNotice(),
            ReleaseOf = ReleaseText.CalendarYear,
            LastDay = release => ReleaseText.EndOfYear(release.From),
        },
    ];

    private static string Covered(string text) => text switch { "covered" => "Y", "noncovered" => "N", _ => text };

    [GeneratedRegex("hcpcs.*icd10", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();

    [GeneratedRegex("lcd.*index", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LocalIndex();

    [GeneratedRegex("ncd.*index", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NationalIndex();

    [GeneratedRegex("telehealth", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Services();

    [GeneratedRegex("List of Medicare Telehealth Services", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TelehealthNotice();
}
