using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The HCPCS Level II file: procedure codes and, in the same file, modifiers.</summary>
/// <remarks>Source: CMS, "HCPCS Quarterly Update", file ANWEB, as workbook and as text of 320 positions, with its record layout.</remarks>
internal static partial class Hcpcs
{
    private const string Codes = "HCPCS|HCPC|HCPCS_CODE";

    public static ImmutableArray<Layout> All { get; } =
    [
        Of("hcpcs", "the HCPCS Level II file", "HCPCS Level II codes, workbook or text, any number of releases.", LayoutColumn.Key("code", CodeSystem.Procedure, Codes), "3", "modifiers, which hcpcs-modifiers imports"),
        Of("hcpcs-modifiers", "the HCPCS Level II file", "Modifiers of the same files.", LayoutColumn.Key("code", CodeSystem.Modifier, Codes), "7", "procedure codes, which hcpcs imports"),
    ];

    private static Layout Of(string kind, string publication, string files, LayoutColumn code, string record, string others) =>
        new(kind, publication, kind.Replace('-', '_'),
        [
            code,
            LayoutColumn.Of("coverage", ColumnType.Text, "COV"),
            LayoutColumn.Of("type_of_service", ColumnType.Text, "TOS1?"),
            LayoutColumn.Of("short", ColumnType.Text, "SHORT DESCRIPTION") with { IsRequired = false, IsDescriptor = true },
            LayoutColumn.Of("long", ColumnType.Text, "LONG DESCRIPTION") with { IsRequired = false, IsDescriptor = true },
        ])
        {
            Files = files,
            Example = "HCPC2026_OCT_ANWEB.xlsx",
            FileNames = Names(),
            Fixed = Form,
            From = new LayoutDate(Titles.Pattern("ADD DT|DATE_ADDED"), text => text),
            Through = new LayoutDate(Titles.Pattern("TERM DT|DATE_TERM"), text => text),
            ReleaseOf = ReleaseText.MonthOrYear,
            LastDay = ReleaseText.EndOfQuarterOrYear,
            Only = new RowChoice(Titles.Pattern("RECID"), Titles.Pattern(record), others),
            Continued = new Continuation(Titles.Pattern("RECID"), Titles.Pattern("4|8"), Titles.Pattern("LONG DESCRIPTION")),
        };

    private static FixedForm Form => new(Record(),
    [
        new("HCPC", 1, 5), new("SEQNUM", 6, 10), new("RECID", 11, 11), new("LONG DESCRIPTION", 12, 91), new("SHORT DESCRIPTION", 92, 119),
        new("COV", 230, 230), new("TOS1", 261, 261), new("ADD DT", 269, 276), new("ACT EFF DT", 277, 284), new("TERM DT", 285, 292), new("ACTION CD", 293, 293),
    ]);

    [GeneratedRegex(@"^(?:[A-Z]\d{4}| {3}[A-Z0-9]{2})\d{5}[3478]", RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    [GeneratedRegex("ANWEB(?!.*(?:trans|corr|proc.?note|layout))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
