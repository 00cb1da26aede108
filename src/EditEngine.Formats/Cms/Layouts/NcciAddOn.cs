using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The NCCI add-on code edits: which codes are billed only beside which.</summary>
/// <remarks>
/// Source: CMS, "Add-on Code Edits", file <c>AOC_V2026Q2-MCR.xlsx</c>. Dates are a year and a day of the year; the deletion date is the last day, and an
/// edit deleted on its own effective date was never in force.
/// Type 1 has its primary codes listed, type 2 none (CCCCC: the contractor defines them), type 3 some.
/// </remarks>
internal static partial class NcciAddOn
{
    private const string Contractor = "CCCCC";

    public static ImmutableArray<Layout> All { get; } =
    [
        new("ncci-addon", "the NCCI add-on code edits", "addon",
        [
            LayoutColumn.Key("code", CodeSystem.Procedure, "ADD[-_]ON_CODE"),
            LayoutColumn.Key("primary", CodeSystem.Procedure, "PRIMARY_CODE") with { Stands = Titles.Pattern(Contractor) },
            LayoutColumn.Of("type", ColumnType.Number, "AOC_EDIT_TYPE"),
            LayoutColumn.Of("contractor_defined", ColumnType.YesNo, "PRIMARY_CODE") with { Rewrite = Rewrite.Is(Contractor) },
            LayoutColumn.Of("code_deleted", ColumnType.Date, "AOC_DELDT") with { IsRequired = false, Rewrite = Rewrite.Julian },
            LayoutColumn.Of("primary_deleted", ColumnType.Date, "PRIMARY_CODE_DELDT") with { IsRequired = false, Rewrite = Rewrite.Julian },
            LayoutColumn.Of("notes", ColumnType.Text, "SPECIAL_INSTRUCTION_NOTES|NOTES"),
        ])
        {
            Files = "NCCI add-on code edits, workbook or text with tabs, any number of releases.",
            Example = "AOC_V2026Q2-MCR.xlsx",
            FileNames = Names(),
            From = new LayoutDate(Titles.Pattern("AOC_EDIT_EFFDT|EDIT_EFF_YEAR"), Rewrite.Julian) { MayBeYear = true },
            Through = new LayoutDate(Titles.Pattern("AOC_EDIT_DELDT|EDIT_DEL_YYYYDDD"), Rewrite.Julian),
            HasTombstones = true,
            ReleaseOf = ReleaseText.Quarter,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        },
    ];

    [GeneratedRegex("^AOC", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
