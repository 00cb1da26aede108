using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The clinical laboratory fee schedule. Its rows with modifier QW are the tests a laboratory with a CLIA waiver may bill.</summary>
/// <remarks>Source: CMS, "Clinical Laboratory Fee Schedule Files". Amounts are padded with zeros.</remarks>
internal static partial class LaboratoryFees
{
    public static ImmutableArray<Layout> All { get; } =
    [
        new("clfs", "the clinical laboratory fee schedule", "clfs",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS"),
            LayoutColumn.Key("modifier", CodeSystem.Modifier, "MOD"),
            LayoutColumn.Of("rate", ColumnType.Number, "RATE") with { Rewrite = Rewrite.Money },
            LayoutColumn.Of("indicator", ColumnType.Text, "INDICATOR"),
        ])
        {
            Files = "Clinical laboratory fee schedule, CSV or workbook, any number of quarters; rows with QW are the CLIA-waived tests.",
            Example = "CLFS_2025Q2V1.csv",
            FileNames = Names(),
            From = new LayoutDate(Titles.Pattern("EFF_DATE"), text => text),
            ReleaseOf = ReleaseText.Quarter,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        },
    ];

    [GeneratedRegex("CLFS|CLAB", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
