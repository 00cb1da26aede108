using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>Coverage: pairs of procedure and diagnosis codes of local coverage articles, and services that may be furnished by telehealth.</summary>
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
            LastDay = ReleaseText.EndOfYear,
        },
    ];

    private static string Covered(string text) => text switch { "covered" => "Y", "noncovered" => "N", _ => text };

    [GeneratedRegex("hcpcs.*icd10", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();

    [GeneratedRegex("telehealth", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Services();

    [GeneratedRegex("List of Medicare Telehealth Services", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TelehealthNotice();
}
