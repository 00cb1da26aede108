using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The Medicare physician fee schedule: relative values with payment indicators, geographic indices, anesthesia factors, OPPS caps.</summary>
/// <remarks>
/// Source: CMS, "PFS Relative Value Files", RVU24B and RVU25D with their layout notes. The CSV has its titles in five rows; in 2026 it has a
/// column more. Locality and contractor numbers lose their zeros in spreadsheets and get them back.
/// </remarks>
internal static partial class PhysicianFees
{
    public static ImmutableArray<Layout> All { get; } =
    [
        new("pfs", "the relative value file of the physician fee schedule", "pfs",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS"),
            LayoutColumn.Key("modifier", CodeSystem.Modifier, "MOD"),
            LayoutColumn.Of("status", ColumnType.Text, "STATUS CODE"),
            LayoutColumn.Of("not_used", ColumnType.YesNo, "NOT USED FOR MEDICARE PAYMENT") with { Rewrite = Rewrite.Is("+") },
            LayoutColumn.Of("work", ColumnType.Number, "WORK RVU"),
            LayoutColumn.Of("nonfacility_expense", ColumnType.Number, "NON-FAC PE RVU"),
            LayoutColumn.Of("nonfacility_na", ColumnType.YesNo, "NON-FAC NA INDICATOR") with { Rewrite = Rewrite.Is("NA") },
            LayoutColumn.Of("facility_expense", ColumnType.Number, "FACILITY PE RVU"),
            LayoutColumn.Of("facility_na", ColumnType.YesNo, "FACILITY NA INDICATOR") with { Rewrite = Rewrite.Is("NA") },
            LayoutColumn.Of("malpractice", ColumnType.Number, "MP RVU"),
            LayoutColumn.Of("nonfacility_total", ColumnType.Number, "NON-FACILITY TOTAL"),
            LayoutColumn.Of("facility_total", ColumnType.Number, "FACILITY TOTAL"),
            LayoutColumn.Of("pctc", ColumnType.Number, "PCTC IND"),
            LayoutColumn.Of("global_days", ColumnType.Text, "GLOB DAYS") with { Width = 3 },
            LayoutColumn.Of("pre_operative", ColumnType.Number, "PRE OP"),
            LayoutColumn.Of("intra_operative", ColumnType.Number, "INTRA OP"),
            LayoutColumn.Of("post_operative", ColumnType.Number, "POST OP"),
            LayoutColumn.Of("multiple", ColumnType.Number, "MULT PROC"),
            LayoutColumn.Of("bilateral", ColumnType.Number, "BILAT SURG"),
            LayoutColumn.Of("assistant", ColumnType.Number, "ASST SURG"),
            LayoutColumn.Of("cosurgeon", ColumnType.Number, "CO- ?SURG"),
            LayoutColumn.Of("team", ColumnType.Number, "TEAM SURG"),
            LayoutColumn.Of("pricing", ColumnType.Text, "PRIC IND") with { IsRequired = false },
            LayoutColumn.Of("endoscopic_base", CodeSystem.Procedure, "ENDO BASE"),
            LayoutColumn.Of("conversion_factor", ColumnType.Number, "CONV FACTOR"),
            LayoutColumn.Of("supervision", ColumnType.Text, "PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES") with { Width = 2 },
            LayoutColumn.Of("imaging_family", ColumnType.Text, "DIAGNOSTIC IMAGING FAMILY INDICATOR") with { Width = 2 },
        ])
        {
            Files = "Physician fee schedule, relative value file PPRRVU, CSV or text, any number of releases.",
            Example = "PPRRVU2025_Oct.csv",
            FileNames = RelativeValues(),
            Fixed = RelativeValueForm,
            StackedTitles = 4,
            ReleaseOf = ReleaseText.Month,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        },
        new("gpci", "the geographic practice cost indices", "gpci",
        [
            Contractor("MEDICARE ADMINISTRATIVE CONTRACTOR.*"),
            Locality("LOCALITY NUMBER"),
            LayoutColumn.Of("state", ColumnType.Text, "STATE"),
            LayoutColumn.Of("name", ColumnType.Text, "LOCALITY NAME") with { Rewrite = Rewrite.Unstarred },
            LayoutColumn.Of("work", ColumnType.Number, @"\d{4} PW GPCI.*"),
            LayoutColumn.Of("expense", ColumnType.Number, @"\d{4} PE GPCI.*"),
            LayoutColumn.Of("malpractice", ColumnType.Number, @"\d{4} MP GPCI.*"),
        ])
        {
            Files = "Geographic practice cost indices by contractor and locality, CSV or text, one file a year.",
            Example = "GPCI2025.csv",
            FileNames = Indices(),
            Fixed = IndexForm,
            ReleaseOf = ReleaseText.CalendarYear,
            LastDay = release => ReleaseText.EndOfYear(release.From),
        },
        new("locality-counties", "the localities of the physician fee schedule", "locality_counties",
        [
            Contractor("MEDICARE ADMINI?STRATIVE CONTRACTOR.*"), Locality("LOCALITY NUMBER"),
            LayoutColumn.Of("state", ColumnType.Text, "STATE") with { IsCarriedDown = true },
            LayoutColumn.Of("name", ColumnType.Text, "FEE SCHEDULE AREA") with { Rewrite = Rewrite.Unstarred },
            LayoutColumn.Of("counties", ColumnType.Text, "COUNTIES"),
        ])
        {
            Files = "Localities of the physician fee schedule with their counties, CSV, one file a year.",
            Example = "24LOCCO.csv",
            FileNames = Counties(),
            ReleaseOf = ReleaseText.CalendarYear,
            LastDay = release => ReleaseText.EndOfYear(release.From),
        },
        new("anesthesia", "the anesthesia conversion factors", "anesthesia",
        [
            Contractor("CONTRACTOR"), Locality("LOCALITY"),
            LayoutColumn.Of("name", ColumnType.Text, "LOCALITY NAME"),
            LayoutColumn.Of("factor", ColumnType.Number, @".*ANESTHESIA CONVERSION FACTOR") with { Rewrite = Rewrite.Money },
        ])
        {
            Files = "Anesthesia conversion factors by contractor and locality, CSV or text, one file a year.",
            Example = "ANES2024.csv",
            FileNames = AnesthesiaFactors(),
            Fixed = AnesthesiaForm,
            ReleaseOf = ReleaseText.CalendarYear,
            LastDay = release => ReleaseText.EndOfYear(release.From),
        },
        new("opps-cap", "the OPPS cap of the physician fee schedule", "opps_cap",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "HCPCS"), LayoutColumn.Key("modifier", CodeSystem.Modifier, "MOD"), Contractor("CARRIER"), Locality("LOCALITY"),
            LayoutColumn.Of("facility", ColumnType.Number, "FACILITY PRICE") with { Rewrite = Rewrite.Money },
            LayoutColumn.Of("nonfacility", ColumnType.Number, "NON-FACILI?TY PRICE") with { Rewrite = Rewrite.Money },
        ])
        {
            Files = "OPPS caps of imaging by contractor and locality, CSV, any number of releases.",
            Example = "OPPSCAP2025_Oct.csv",
            FileNames = Caps(),
            ReleaseOf = ReleaseText.Month,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        },
    ];

    private static FixedForm RelativeValueForm => new(RelativeValueRecord(),
    [
        new("HCPCS", 1, 5), new("MOD", 6, 7), new("STATUS CODE", 58, 58), new("NOT USED FOR MEDICARE PAYMENT", 59, 59), new("WORK RVU", 60, 65), new("NON-FAC PE RVU", 66, 72),
        new("NON-FAC NA INDICATOR", 73, 74), new("FACILITY PE RVU", 75, 81), new("FACILITY NA INDICATOR", 82, 83), new("MP RVU", 84, 89),
        new("NON-FACILITY TOTAL", 90, 96), new("FACILITY TOTAL", 97, 102), new("PCTC IND", 103, 103), new("GLOB DAYS", 104, 106), new("PRE OP", 107, 109),
        new("INTRA OP", 110, 112), new("POST OP", 113, 115), new("MULT PROC", 116, 116), new("BILAT SURG", 117, 117), new("ASST SURG", 118, 118),
        new("CO- SURG", 119, 119), new("TEAM SURG", 120, 120), new("ENDO BASE", 128, 132), new("CONV FACTOR", 133, 140),
        new("PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES", 142, 143), new("DIAGNOSTIC IMAGING FAMILY INDICATOR", 146, 147),
    ]);

    private static FixedForm IndexForm => new(IndexRecord(),
    [
        new("MEDICARE ADMINISTRATIVE CONTRACTOR", 1, 5), new("STATE", 17, 18), new("LOCALITY NUMBER", 25, 26), new("LOCALITY NAME", 30, 110),
        new("0000 PW GPCI", 118, 126), new("0000 PE GPCI", 130, 138), new("0000 MP GPCI", 142, 150),
    ]);

    private static FixedForm AnesthesiaForm => new(AnesthesiaRecord(),
        [new("CONTRACTOR", 1, 5), new("LOCALITY", 13, 14), new("LOCALITY NAME", 19, 70), new("ANESTHESIA CONVERSION FACTOR", 71, 0) { Decimals = 2 }]);

    private static LayoutColumn Contractor(string title) => LayoutColumn.TextKey("contractor", title) with { Width = 5 };

    private static LayoutColumn Locality(string title) => LayoutColumn.TextKey("locality", title) with { Width = 2 };

    [GeneratedRegex(@"^[A-Z0-9]\d{3}[A-Z0-9].{52}[A-Z].{75}\d\d\.\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeValueRecord();

    [GeneratedRegex(@"^\d{5} {7}\d\d {4}\S.{51} *\d{3,5}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AnesthesiaRecord();

    [GeneratedRegex(@"^\d{5} {11}[A-Z]{2} {6}\d\d {3}\S.{84,}\d\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex IndexRecord();

    [GeneratedRegex("^PPRRVU(?!.*(?<!non)qpp)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RelativeValues();

    [GeneratedRegex("^GPCI", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Indices();

    [GeneratedRegex("LOCCO", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counties();

    [GeneratedRegex("^ANES", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnesthesiaFactors();

    [GeneratedRegex("^OPPSCAP", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caps();
}
