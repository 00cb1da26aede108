using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The addenda of ambulatory surgical centers.</summary>
/// <remarks>Source: CMS, "ASC Payment Rates - Addenda" AA, BB, EE and FF. Titles begin with the month of the release; notes stand below the rows.</remarks>
internal static class SurgeryCenters
{
    public static ImmutableArray<Layout> All { get; } =
    [
        Addendum("asc-procedures", "AA", "Surgical procedures covered in ambulatory surgical centers (addendum AA).",
            LayoutColumn.Of("multiple", ColumnType.YesNo, "SUBJECT TO MULTIPLE PROCEDURE DISCOUNTING"), Indicator, Weight, Rate),
        Addendum("asc-ancillary", "BB", "Ancillary services covered in ambulatory surgical centers (addendum BB).", Indicator, Weight, Rate,
            LayoutColumn.Of("copayment", ColumnType.Number, ".*ADJUSTED COPAYMENT1?") with { Rewrite = Rewrite.Money, IsRequired = false }),
        Addendum("asc-excluded", "EE", "Surgical procedures excluded from payment in ambulatory surgical centers (addendum EE)."),
        Addendum("asc-devices", "FF", "Device offsets of surgical procedures (addendum FF), with APC and OPPS rate.", Indicator,
            LayoutColumn.Of("apc", ColumnType.Text, ".* APC") with { Width = 4 },
            LayoutColumn.Of("opps_rate", ColumnType.Number, ".*OPPS PAYMENT RATE") with { Rewrite = Rewrite.Money },
            LayoutColumn.Of("offset_percent", ColumnType.Number, @"\w+ \d{4} DEVICE OFFSET PERCENTAGE") with { Rewrite = Rewrite.Percent },
            LayoutColumn.Of("offset", ColumnType.Number, ".*DEVICE OFFSET AMOUNT.*") with { Rewrite = Rewrite.Money }),
    ];

    private static LayoutColumn Indicator => LayoutColumn.Of("indicator", ColumnType.Text, ".*PAYMENT INDICATOR");

    private static LayoutColumn Weight => LayoutColumn.Of("weight", ColumnType.Number, ".*PAYMENT WEIGHT");

    private static LayoutColumn Rate => LayoutColumn.Of("rate", ColumnType.Number, @"\w+ \d{4} PAYMENT RATE") with { Rewrite = Rewrite.Money };

    private static Layout Addendum(string kind, string letters, string files, params ReadOnlySpan<LayoutColumn> columns) =>
        new(kind, $"addendum {letters} of ambulatory surgical centers", kind.Replace('-', '_'), [LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS CODE"), .. columns])
        {
            Files = files,
            Example = $"ASC_2026-01_Addendum_{letters}.csv",
            FileNames = new Regex($"Addendum[-_ ]?{letters}|\\b{letters}\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            Notice = new Regex($"^Addendum {letters}\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            ReleaseOf = ReleaseText.MonthOrYear,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        };
}
