using System.Text.RegularExpressions;
using EditEngine.Analysis.Testing;
using EditEngine.Diagnostics;
using EditEngine.Formats.Cms;
using EditEngine.Tables;
using EditEngine.Tests.Cms;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The page of the structure pack names its edits, each once, and none beside; what it does not ask has a reason.</summary>
public sealed class StructurePageTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Repository.PathOf("docs", "structure-pack.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Every_edit_stands_there_once()
    {
        string[] edits =
        [
            .. Directory.GetFiles(Repository.PathOf("payer-rules", "general", "structure"), "*.edit")
                .SelectMany(File.ReadAllLines).Select(line => Regex.Match(line, "^edit (STR-[A-Z0-9-]+)")).Where(match => match.Success).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(edits, Rows.Select(row => row[1]).Where(edit => edit.Length > 0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_asked_has_its_reason() => Assert.All(Rows.Where(row => row[1].Length == 0), row => Assert.NotEmpty(row[2]));

    private const string DiagnosisTests = """
          test "a code of six signs that is billed"
            claim professional
              diagnoses E11.311
              line 1: 99213 on 2024-03-04
            expect diagnosis 1 clean
          test "the heading of it"
            claim professional
              diagnoses E11.31
              line 1: 99213 on 2024-03-04
            expect diagnosis 1 rejected by MY-DIAGNOSIS reason DIAGNOSIS
          test "before the code was in force"
            claim professional
              diagnoses E11.311
              line 1: 99213 on 2023-09-30
            expect diagnosis 1 rejected by MY-DIAGNOSIS reason DIAGNOSIS
        """;

    private const string InpatientTests = """
          test "a procedure that is billed"
            claim institutional bill_type 111 from 2024-03-04 through 2024-03-06
              procedure 0016070 on 2024-03-05
              line 1: revenue 0120 on 2024-03-04
            expect procedure 1 clean
          test "one that there is not"
            claim institutional bill_type 111 from 2024-03-04 through 2024-03-06
              procedure 0016071 on 2024-03-05
              line 1: revenue 0120 on 2024-03-04
            expect procedure 1 rejected by MY-INPATIENT reason PROCEDURE
          test "discharged after its last day"
            claim institutional bill_type 111 from 2024-09-29 through 2024-10-01
              procedure 0016070 on 2024-09-30
              line 1: revenue 0120 on 2024-09-29
            expect nothing from MY-INPATIENT
        """;

    private const string HcpcsTests = """
          test "a code on its last day"
            claim professional
              line 1: G9999 on 2024-03-31
            expect nothing from MY-HCPCS
          test "the day after"
            claim professional
              line 1: G9999 on 2024-04-01
            expect line 1 rejected by MY-HCPCS reason PROCEDURE
          test "one that there is not"
            claim professional
              line 1: G0009 on 2024-03-31
            expect line 1 rejected by MY-HCPCS reason PROCEDURE
          test "CPT, of which there is no table"
            claim professional
              line 1: 99213 on 2024-03-31
            expect nothing from MY-HCPCS
        """;

    // The last text of the page is a pack that has tables: it is compiled with small ones, as they are published, and run on claims.
    [Fact]
    public void With_the_tables_of_CMS_codes_are_asked_on_their_days()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "structure-pack.md"));
        string shown = Regex.Matches(page, "```text\n(.*?)```", RegexOptions.Singleline)[^1].Groups[1].Value;
        using PackOnDisk disk = new(("edits.json", "{}"), ("mine/rules.edit", shown.Replace("reason DIAGNOSIS\nend", "reason DIAGNOSIS\n" + DiagnosisTests + "\nend", StringComparison.Ordinal)
            .Replace("reject p  reason PROCEDURE\nend", "reject p  reason PROCEDURE\n" + InpatientTests + "\nend", StringComparison.Ordinal)
            .Replace("reject v  reason PROCEDURE\nend", "reject v  reason PROCEDURE\n" + HcpcsTests + "\nend", StringComparison.Ordinal)));
        string structure = Repository.PathOf("payer-rules", "general", "structure");
        foreach (string file in Directory.EnumerateFiles(structure, "*", SearchOption.AllDirectories))
        {
            disk.Write(Path.Combine("structure", Path.GetRelativePath(structure, file)), File.ReadAllBytes(file));
        }

        Write(disk, "icd10cm", Published.Import("icd10-cm", ("icd10cm_order_2024.txt", Published.Order(1, "E113", 0, "Type 2, eyes") + Published.Order(2, "E1131", 0, "Retinopathy") + Published.Order(3, "E11311", 1, "With edema"))));
        Write(disk, "icd10pcs", Published.Import("icd10-pcs", ("icd10pcs_order_2024.txt", Published.Order(1, "001", 0, "Bypass") + Published.Order(2, "0016070", 1, "Bypass Cereb"))));
        Write(disk, "hcpcs", CsvImporter.Import(Sources.Of("h.csv", "code,effective,deleted\nG0008,2020-01-01,\nG9999,2020-01-01,2024-03-31\n"), new CsvTable("hcpcs", ["code"]) { FromColumn = "effective", ThroughColumn = "deleted" }, ImportOptions.Default));
        CompileResult compiled = disk.Compile("mine");
        Assert.Empty(compiled.Diagnostics.Where(one => one.Severity == Severity.Error));
        TestReport report = PackTests.Run(compiled, compiled.Rules!.CreateEvaluator().Evaluate, TestFilter.All); // It has no error.
        TestOutcome[] own = [.. report.Tests.Where(test => test.Edit.StartsWith("MY-", StringComparison.Ordinal))];
        Assert.Equal(10, own.Length);
        Assert.Empty(own.Where(test => !test.HasPassed).Select(test => $"{test.Edit} {test.Title}: {string.Join(' ', test.Failures.SelectMany(failure => failure.Found))}"));
    }

    private static void Write(PackOnDisk disk, string name, TableImport import) => TableFile.Write(import.Table!, Path.Combine(disk.Path, "mine", name + ".table")); // The files are as they are published.
}
