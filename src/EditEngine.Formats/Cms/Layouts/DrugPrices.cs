using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The quarterly files of Medicare Part B drugs: which NDC is billed with which code and how many units a package has, and payment limits.</summary>
/// <remarks>Source: CMS, "ASP Pricing Files": NDC-HCPCS crosswalk and payment limits. Devices stand in the crosswalk with ids of their own.</remarks>
internal static partial class DrugPrices
{
    // A number of nine to eleven digits, or one in powers of ten, was an NDC before a spreadsheet: it is refused, not set aside.
    private const string Ndc = @"\d{4}-\d{4}-\d\d|\d{5}-(?:\d{3}-\d\d|\d{4}-\d\d?)|\d{9,11}|\d(?:\.\d+)?E\+\d+";

    public static ImmutableArray<Layout> All { get; } =
    [
        new("asp-ndc", "the ASP crosswalk of NDC and HCPCS codes", "asp_ndc",
        [
            LayoutColumn.Key("ndc", CodeSystem.Ndc, Titled),
            LayoutColumn.Key("code", CodeSystem.Procedure, @"_?\d{4}_CODE|HCPCS(?: CODE)?"),
            LayoutColumn.Of("name", ColumnType.Text, "DRUG NAME"),
            LayoutColumn.Of("dosage", ColumnType.Text, "HCPCS DOSAGE"),
            LayoutColumn.Of("package_size", ColumnType.Number, "PKG SIZE"),
            LayoutColumn.Of("package_quantity", ColumnType.Number, "PKG QTY"),
            LayoutColumn.Of("units", ColumnType.Number, "BILLUNITS"),
            LayoutColumn.Of("package_units", ColumnType.Number, "BILLUNITSPKG"),
        ])
        {
            Files = "NDC to HCPCS crosswalk of Part B drugs with billing units, CSV or workbook, any number of quarters.",
            Example = "October 2025 ASP NDC-HCPCS Crosswalk.csv",
            FileNames = Crosswalks(),
            ReleaseOf = ReleaseText.EffectiveThrough,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
            Only = new RowChoice(Titles.Pattern(Titled), Titles.Pattern(Ndc), "devices and others whose id is no NDC"),
        },
        new("asp-prices", "the ASP payment limits", "asp_prices",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS CODE"),
            LayoutColumn.Of("dosage", ColumnType.Text, "HCPCS CODE DOSAGE"),
            LayoutColumn.Of("limit", ColumnType.Number, "PAYMENT LIMIT") with { Rewrite = Rewrite.Money },
            LayoutColumn.Of("coinsurance_percent", ColumnType.Number, "CO-INSURANCE PERCENTAGE") with { Rewrite = Rewrite.Percent, IsRequired = false },
            LayoutColumn.Of("notes", ColumnType.Text, "NOTES") with { IsRequired = false },
        ])
        {
            Files = "Payment limits of Part B drugs, CSV or workbook, any number of quarters.",
            Example = "October 2025 ASP Pricing File.csv",
            FileNames = Limits(),
            ReleaseOf = ReleaseText.EffectiveThrough,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        },
    ];

    private const string Titled = "NDC2?|NDC OR ALTERNATE ID";

    [GeneratedRegex("(?<!NOC.*)NDC.*HCPCS.*crosswalk", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Crosswalks();

    [GeneratedRegex("ASP.*pricing", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limits();
}
