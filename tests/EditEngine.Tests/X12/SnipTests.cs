using System.Text.Json;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>One mutation a file, and the place that must be named for it; clean files have no problem at all.</summary>
public sealed class SnipTests
{
    public static TheoryData<string> Faults => Named(snipCase => snipCase.Level is 1 or 2);

    public static TheoryData<string> Others => Named(snipCase => snipCase.Level is 0 or > 2 && !OfTheFileAlone.Contains(snipCase.Id));

    /// <summary>What a claim has no place for: the reader tells it, and the claim is read.</summary>
    public static TheoryData<string> OfTheFile => [.. OfTheFileAlone];

    /// <summary>Faults of meaning that the guide refuses too: the claim is read, and an edit finds it as well.</summary>
    private static readonly string[] OfTheGuideToo = ["L4_line_no_dtp472", "L4_ndc_without_quantity", "L5_bad_cpt_and_modifier"];

    private static readonly string[] OfTheFileAlone = ["L4_po_box", "L5_icd_decimal", "L5_ndc_hyphens"];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Names_the_place_of_a_fault_of_level_1_or_2(string id)
    {
        SnipCase expected = All().Single(snipCase => snipCase.Id == id);
        X12Reading reading = X12Samples.Read(X12Samples.Bytes($"snip/{id}.837"));
        Diagnostic[] found = [.. reading.Problems];
        Severity severity = expected.Outcome == "reject" ? Severity.Error : Severity.Warning;
        Assert.Contains(found, problem => problem.Severity == severity && problem.Place is X12Place place
            && place.Loop == expected.Loop && place.SegmentTag == expected.Segment
            && place.Element == expected.Element && place.Component == expected.Component);

        // One mistake, one diagnostic; a file cut off lacks three trailers and the end of its claim.
        Assert.Equal(id == "L1_truncated_before_se" ? 4 : 1, found.Length);
        bool isOfClaim = expected.Loop is not null || id == "L1_truncated_before_se";
        Assert.Equal(severity == Severity.Error && reading.Claims.Length > 0 && (isOfClaim || IsOfHeader(expected)), reading.Claims.Any(claim => !claim.Conforms));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Reads_clean_files_and_those_with_faults_of_meaning_without_problems(string id)
    {
        X12Reading reading = X12Samples.Read(X12Samples.Bytes($"snip/{id}.837"));
        Assert.Equal(OfTheGuideToo.Contains(id) ? [Severity.Error] : [], reading.Problems.Select(problem => problem.Severity));
        Assert.All(reading.Claims, claim => Assert.Equal(2, claim.Claim?.Lines.Length));
        Assert.Equal(id == "clean_837p_two_st" ? 2 : 1, reading.Claims.Length);
    }

    [Theory]
    [MemberData(nameof(OfTheFile))]
    public void Tells_a_fault_of_meaning_that_only_the_file_shows_and_reads_the_claim(string id)
    {
        SnipCase expected = All().Single(snipCase => snipCase.Id == id);
        X12Reading reading = X12Samples.Read(X12Samples.Bytes($"snip/{id}.837"));
        Diagnostic found = Assert.Single(reading.Problems);
        X12Place place = Assert.IsType<X12Place>(found.Place);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal((expected.Loop, expected.Segment, expected.Element, expected.Component), (place.Loop, place.SegmentTag, place.Element, place.Component));
        Assert.NotNull(reading.Single);
    }

    [Fact]
    public void Never_shows_a_segment_id_that_may_name_a_person()
    {
        X12Reading reading = X12Samples.Read(X12Samples.Bytes("snip/L1_long_segment_id.837"));
        Assert.All(reading.Problems, problem => Assert.DoesNotContain("SMITH", problem.ToString(), StringComparison.Ordinal));
    }

    // What stands before the claims is known when they are read.
    private static bool IsOfHeader(SnipCase one) => one.Segment is "ISA" or "GS" or "ST" or "BHT";

    private static TheoryData<string> Named(Func<SnipCase, bool> chosen) => [.. All().Where(chosen).Select(snipCase => snipCase.Id)];

    private static IEnumerable<SnipCase> All()
    {
        using JsonDocument document = JsonDocument.Parse(X12Samples.Bytes("snip_cases.json"));
        foreach (JsonElement row in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            yield return new SnipCase(
                row.GetProperty("id").GetString()!, // every row has an id
                row.GetProperty("snip_level").GetInt32(),
                row.GetProperty("outcome").GetString()!, // and an outcome
                row.GetProperty("loop").GetString(),
                row.GetProperty("segment").GetString(),
                Number(row, "element"),
                Number(row, "component"));
        }
    }

    private static int? Number(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private sealed record SnipCase(string Id, int Level, string Outcome, string? Loop, string? Segment, int? Element, int? Component);
}
