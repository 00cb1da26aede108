using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The ICD-10 order files and the list of diagnoses exempt from present-on-admission reporting.</summary>
/// <remarks>Source: CMS and NCHS, "icd10cm_order_2024.txt" and "icd10pcs_order_2024.txt" with their layout notes. A release holds for a federal fiscal year.</remarks>
internal static partial class Icd10
{
    public static ImmutableArray<Layout> All { get; } =
    [
        Order("icd10-cm", "the ICD-10-CM order file", "icd10_cm", CodeSystem.Diagnosis, "icd10cm_order_2024.txt", DiagnosisFiles()) with { Fixed = Form(DiagnosisRecord()) },
        Order("icd10-pcs", "the ICD-10-PCS order file", "icd10_pcs", CodeSystem.InpatientProcedure, "icd10pcs_order_2024.txt", ProcedureFiles()) with { Fixed = Form(ProcedureRecord()) },
        new("poa-exempt", "the diagnoses exempt from POA reporting", "poa_exempt", [LayoutColumn.Key("code", CodeSystem.Diagnosis, "code|icd-?10-?cm code|diagnosis code")])
        {
            Files = "Diagnoses exempt from present-on-admission reporting, one file a fiscal year.",
            Example = "POA Exempt Codes FY2024.txt",
            FileNames = ExemptFiles(),
            ReleaseOf = ReleaseText.FiscalYear,
            LastDay = release => ReleaseText.EndOfFiscalYear(release.From),
        },
    ];

    private static Layout Order(string kind, string publication, string table, CodeSystem system, string example, Regex files) =>
        new(kind, publication, table,
        [
            // A table of ICD-10-PCS has the first three signs of its codes; a category of ICD-10-CM has the shape of a code.
            LayoutColumn.Key("code", system, "CODE") with { Stands = system == CodeSystem.InpatientProcedure ? Titles.Pattern("[A-Z0-9]{3}") : null },
            LayoutColumn.Of("valid", ColumnType.Number, "VALID"),
            LayoutColumn.Of("short", ColumnType.Text, "SHORT"),
            LayoutColumn.Of("long", ColumnType.Text, "LONG"),
        ])
        {
            Files = $"{(system == CodeSystem.Diagnosis ? "ICD-10-CM" : "ICD-10-PCS")} order files, one a fiscal year; categories are kept with valid 0.",
            Example = example,
            FileNames = files,
            ReleaseOf = ReleaseText.FiscalYear,
            LastDay = release => ReleaseText.EndOfFiscalYear(release.From),
        };

    private static FixedForm Form(Regex record) =>
        new(record, [new("ORDER", 1, 5), new("CODE", 7, 13), new("VALID", 15, 15), new("SHORT", 17, 76), new("LONG", 78, 0)]);

    [GeneratedRegex(@"^\d{5} [A-Z][A-Z0-9]{2,6} +[01] \S", RegexOptions.CultureInvariant)]
    private static partial Regex DiagnosisRecord();

    [GeneratedRegex(@"^\d{5} (?:[A-Z0-9]{3} {4}|[A-Z0-9]{7}) [01] \S", RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureRecord();

    [GeneratedRegex(@"^icd10cm.?order(?!.*addenda)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DiagnosisFiles();

    [GeneratedRegex(@"^icd10pcs.?order(?!.*addenda)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureFiles();

    [GeneratedRegex("exempt.*codes?|poa.?exempt", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExemptFiles();
}
