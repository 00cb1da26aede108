using System.Text.Json;
using EditEngine.Analysis.Explanation;
using EditEngine.Claims;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Faults of meaning, levels 3 to 5: the structure pack finds each, and the finding leads to its element in the file.</summary>
public sealed class SnipFindingTests
{
    private static readonly CompileResult Structure =
        EditCompiler.Compile(PackReader.Read(Repository.PathOf("payer-rules", "general", "structure")), CompileOptions.Default);

    /// <summary>Each case with what finds it; where two edits do, the one of its fault.</summary>
    [Theory]
    [InlineData("L3_prof_balance", "STR-TOTAL")]
    [InlineData("L3_dental_balance", "STR-TOTAL")]
    [InlineData("L3_cob_payer_paid_unbalanced", "STR-OTHER-PAID")]
    [InlineData("L4_line_no_dtp472", "STR-DATE")]
    [InlineData("L4_npi_checkdigit", "STR-NPI-BILLING")]
    [InlineData("L4_npi_rendering_nine_digits", "STR-NPI-RENDERING")]
    [InlineData("L4_pointer_beyond", "STR-POINTER")]
    [InlineData("L4_line_date_outside_statement", "STR-PERIOD")]
    [InlineData("L4_ndc_without_quantity", "STR-DRUG")]
    [InlineData("L4_admit_after_discharge", "STR-STATEMENT")]
    [InlineData("L4_service_before_birth", "STR-BIRTH")]
    [InlineData("L5_icd9_after_cutover", "STR-ICD9")]
    [InlineData("L5_icd_not_valid_on_dos", "STR-DIAGNOSIS")]
    [InlineData("L5_bad_cpt_and_modifier", "STR-PROCEDURE")]
    [InlineData("L5_pos_98", "STR-PLACE")]
    [InlineData("L5_tob_unknown", "STR-BILL-TYPE")]
    [InlineData("L5_patient_status", "STR-STATUS")]
    [InlineData("L5_taxonomy", "STR-TAXONOMY")]
    [InlineData("L5_cdt_format", "STR-PROCEDURE")]
    [InlineData("L5_carc_unknown", "STR-REASON")]
    public void Finds_the_fault_and_its_element(string id, string edit)
    {
        using X12ClaimReader reader = new(new MemoryStream(X12Samples.Bytes($"snip/{id}.837")), id);
        ReadClaim read = reader.Read()!; // each case has a claim
        Claim claim = read.Claim!; // and it reads
        Finding found = Decide(claim).Findings.First(finding => finding.Edit == edit);
        X12Place? place = reader.Places.Find(FindingPaths.Of(Structure.Pack!, claim, found)); // the pack has no errors
        using JsonDocument document = JsonDocument.Parse(X12Samples.Bytes("snip_cases.json"));
        JsonElement expected = document.RootElement.GetProperty("cases").EnumerateArray().Single(row => row.GetProperty("id").GetString() == id);
        string wanted = string.Join(' ', Names.Select(name => expected.GetProperty(name).ToString()));
        Assert.Equal(wanted, $"{place?.Loop} {place?.SegmentTag} {place?.Element} {place?.Component}");
    }

    [Fact]
    public void Finds_nothing_in_clean_files()
    {
        foreach (string name in X12Samples.Names("clean_*.837"))
        {
            Assert.All(X12Samples.Read(X12Samples.Bytes(name)).Claims, read => Assert.Empty(Decide(read.Claim!).Findings.Select(finding => $"{name} {finding.Edit}"))); // clean claims read
        }
    }

    private static readonly string[] Names = ["loop", "segment", "element", "component"];

    private static Result Decide(Claim claim) =>
        PackLowering.Lower(Structure.Pack!).CreateEvaluator(new EvaluatorOptions()).Evaluate(claim, claim.Through ?? new DateOnly(2026, 1, 31)); // the pack has no errors
}
