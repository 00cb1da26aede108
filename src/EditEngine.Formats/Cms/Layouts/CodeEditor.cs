using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The tables of the Medicare Code Editor: codes with their flags, age bands, discharge statuses.</summary>
/// <remarks>Source: CMS, Medicare Code Editor v43.1, its tables as text with tabs. A code has a row for each time its flags changed.</remarks>
internal static partial class CodeEditor
{
    private static readonly ImmutableArray<string> DiagnosisFlags =
        ["adult", "newborn", "maternity", "pediatric", "female", "male", "manifestation", "unacceptable", "ecodepdx", "unspecified", "reqsdx", "delout", "wrngproc"];

    private static readonly ImmutableArray<string> ProcedureFlags = ["noncovered", "female", "male", "csect", "vagdel", "kidneyxp", "los"];

    private static readonly ImmutableArray<string> Icd9ProcedureFlags = ["noncovered", "female", "male", "nonspecific", "bilateral", "biopsy", "or_indic", "kidneyxp", "los"];

    public static ImmutableArray<Layout> All { get; } =
    [
        Flags("mce-diagnoses", LayoutColumn.Key("code", CodeSystem.Diagnosis, "CODE"), DiagnosisFlags, "ICD-10-CM codes of the Medicare Code Editor with their flags.", "mce_v43_1_i10dx.tsv"),
        Flags("mce-procedures", LayoutColumn.Key("code", CodeSystem.InpatientProcedure, "CODE"), ProcedureFlags, "ICD-10-PCS codes of the Medicare Code Editor with their flags.", "mce_v43_1_i10pcs.tsv"),
        Flags("mce-icd9", LayoutColumn.Key("code", CodeSystem.Icd9Diagnosis, "CODE") with { Shortest = 3, Form = new(Titles.Pattern(@"\d{3,5}|V\d{2,4}|E\d{3,4}"), "ICD-9 diagnosis") }, DiagnosisFlags, "ICD-9-CM diagnoses of the Medicare Code Editor with their flags.", "mce_v43_1_i9dx.tsv"),
        // No claim has a place for them, and no code system: their codes are texts.
        Flags("mce-icd9-procedures", LayoutColumn.TextKey("code", "CODE") with { Shortest = 3, Form = new(Titles.Pattern(@"\d{3,4}"), "ICD-9 procedure") }, Icd9ProcedureFlags, "ICD-9-CM procedures of the Medicare Code Editor with their flags.", "mce_v43_1_i9sg.tsv"),
        new("mce-ages", "the age bands of the Medicare Code Editor", "mce_ages",
        [
            LayoutColumn.TextKey("category", "CATEGORY"),
            LayoutColumn.Of("youngest", ColumnType.Number, "START_AGE"),
            LayoutColumn.Of("oldest", ColumnType.Number, "END_AGE"),
        ])
        {
            Files = "Age bands of the Medicare Code Editor, in years.",
            Example = "mce_v43_1_age_ranges.tsv",
            FileNames = Ages(),
            From = Begin,
            Through = End,
        },
        new("mce-discharge", "the discharge statuses of the Medicare Code Editor", "mce_discharge", [LayoutColumn.Key("code", CodeSystem.DischargeStatus, "STATUS")])
        {
            Files = "Discharge statuses of the Medicare Code Editor.",
            Example = "mce_v43_1_discharge_status.tsv",
            FileNames = Statuses(),
            From = Begin,
            Through = End,
        },
    ];

    private static LayoutDate Begin => new(Titles.Pattern("START_DATE"), text => text);

    private static LayoutDate End => new(Titles.Pattern("END_DATE"), text => text);

    private static Layout Flags(string kind, LayoutColumn code, ImmutableArray<string> flags, string files, string example) =>
        new(kind, "the codes of the Medicare Code Editor", kind.Replace('-', '_'),
        [
            code,
            .. flags.Select(flag => LayoutColumn.Of(flag, ColumnType.YesNo, "FLAGS") with { Rewrite = Rewrite.Flag(flag) }),
            LayoutColumn.Of("flags", ColumnType.Text, "FLAGS"),
        ])
        {
            Files = files,
            Example = example,
            FileNames = Codes(),
            From = Begin,
            Through = End,
        };

    [GeneratedRegex("i10|i9", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex("age", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ages();

    [GeneratedRegex("discharge", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statuses();
}
