using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>Lists of codes: one a row below a title, with days where the list has them.</summary>
/// <remarks>Of lists that X12 and the NUBC own, code numbers alone are kept.</remarks>
internal static partial class CodeLists
{
    public static ImmutableArray<Layout> All { get; } =
    [
        List("pos", CodeSystem.PlaceOfService, "place of service codes", "POS_CODE|CODE|PLACE OF SERVICE CODE(?:\\(S\\))?",
            LayoutColumn.Of("facility", ColumnType.YesNo, "POS_TYPE") with { Rewrite = Rewrite.Is("Facility"), IsRequired = false },
            LayoutColumn.Of("name", ColumnType.Text, "POS_NAME|PLACE OF SERVICE NAME") with { IsRequired = false }),
        List("bill-types", CodeSystem.BillType, "types of bill", "CODE|TYPE OF BILL|BILL TYPE"),
        List("revenue", CodeSystem.Revenue, "revenue codes", "CODE|REVENUE CODE"),
        List("condition", CodeSystem.Condition, "condition codes", "CODE|CONDITION CODE"),
        List("discharge-status", CodeSystem.DischargeStatus, "patient discharge statuses", "CODE|STATUS"),
        List("admission-type", CodeSystem.AdmissionType, "admission types", "CODE"),
        List("admission-source", CodeSystem.AdmissionSource, "points of origin of admissions", "CODE"),
        List("specialty", CodeSystem.Specialty, "provider specialties", "CODE", LayoutColumn.Of("name", ColumnType.Text, "DESCRIPTION") with { IsRequired = false }),
        List("modifiers", CodeSystem.Modifier, "modifiers", "CODE|MODIFIER", LayoutColumn.Of("long", ColumnType.Text, "HCPCS_DESCRIPTION") with { IsRequired = false, IsDescriptor = true }),
        Reasons("carc", CodeSystem.Carc, "claim adjustment reason codes", "remark codes and groups"),
        Reasons("rarc", CodeSystem.Rarc, "remittance advice remark codes", "adjustment reason codes and groups"),
    ];

    private static Layout List(string kind, CodeSystem system, string what, string title, params ReadOnlySpan<LayoutColumn> columns) =>
        new(kind, $"a list of {what}", kind.Replace('-', '_'), [LayoutColumn.Key("code", system, title), .. columns])
        {
            Files = $"A list of {what}, CSV or workbook.",
            Example = $"{kind}.csv",
            FileNames = Lists(),
            From = new LayoutDate(Titles.Pattern("START_DATE|EFFECTIVE|EFFECTIVE DATE"), text => text) { IsRequired = false },
            Through = new LayoutDate(Titles.Pattern("END_DATE|DELETED|TERMINATION DATE"), text => text),
            ReleaseOf = ReleaseText.MonthOrYear,
        };

    private static Layout Reasons(string kind, CodeSystem system, string what, string others) => List(kind, system, what, "CODE") with
    {
        Only = new RowChoice(Titles.Pattern("TYPE"), Titles.Pattern(kind), others),
    };

    [GeneratedRegex("^(?!.*(?:read.?me|layout|notice|licen[cs]e))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lists();
}
