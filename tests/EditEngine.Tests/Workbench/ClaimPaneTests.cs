using System.Net;
using System.Text;
using System.Text.Json;
using EditEngine.Tests.Docs;
using EditEngine.Workbench.Panes;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>A claim by form, by notation and out of files.</summary>
public sealed class ClaimPaneTests : IAsyncLifetime
{
    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await TriedDesk.Start();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("claim", "received", "receivedDate", "date")]
    [InlineData("claim", "patient.birth", "patient.birthDate", "date")]
    [InlineData("claim", "billing.npi", "billing.npi", "text")]
    [InlineData("facts", "gold", "facts.gold", "facts")]
    [InlineData("diagnosis", "code", "code", "code")]
    [InlineData("line", "units", "units", "units")]
    [InlineData("line", "date", "from", "date")]
    [InlineData("line", "pointers", "diagnosisPointers", "positions")]
    [InlineData("line", "rendering.specialty", "rendering.specialty", "code")]
    [InlineData("history", "claim_id", "claimId", "text")]
    [InlineData("history", "paid_units", "paidUnits", "units")]
    public async Task The_form_has_the_fields_of_the_table_of_fields(string kind, string name, string member, string holds)
    {
        JsonElement fields = await _desk.Ask("api/claim/fields", new { });
        JsonElement field = Assert.Single(fields.List(kind), one => one.Text("name") == name);
        Assert.Equal((member, holds), (field.Text("member"), field.Text("kind")));
    }

    [Fact]
    public void Each_member_has_one_field()
    {
        foreach (System.Collections.Immutable.ImmutableArray<EditEngine.Fields.ClaimField> rows in new[] { EditEngine.Fields.FieldTable.Claim, EditEngine.Fields.FieldTable.Line, EditEngine.Fields.FieldTable.Diagnosis })
        {
            FormField[] fields = [.. FormField.Of(rows)];
            Assert.Equal(fields.Length, fields.Select(field => field.Member).Distinct().Count());
            Assert.All(fields, field => Assert.NotEqual("", field.Name));
        }
    }

    [Fact]
    public async Task A_claim_goes_to_notation_and_back_and_is_the_same()
    {
        JsonElement claim = JsonDocument.Parse("""{"id":"C1","type":"professional","receivedDate":"2025-03-20","processedDate":"2025-03-25","patient":{"birthDate":"1980-05-15","sex":"F"},"diagnoses":[{"code":"D22.5"}],"facts":{"gold":true},"lines":[{"number":1,"procedure":"99213","modifiers":["25"],"units":3,"charge":140,"from":"2025-03-04","placeOfService":"11","diagnosisPointers":[1]}],"history":[{"claimId":"H1","number":1,"status":"paid","procedure":"99213","units":1,"from":"2024-03-04"}]}""").RootElement;
        JsonElement written = await _desk.Ask("api/claim/to-notation", new { claim = new { claim } });
        Assert.Empty(written.List("unsaid"));
        string text = written.Text("text")!;
        Assert.Contains("line 1: 99213-25", text, StringComparison.Ordinal);
        Assert.Contains("fact gold yes", text, StringComparison.Ordinal);
        JsonElement read = await _desk.Ask("api/claim/from-notation", new { text });
        JsonElement again = await _desk.Ask("api/claim/to-notation", new { claim = new { claim = read.GetProperty("claim") } });
        Assert.Equal(text, again.Text("text"));
        Assert.Equal("1980-05-15", read.GetProperty("claim").GetProperty("patient").Text("birthDate"));
        Assert.Equal("2025-03-25", read.Text("asOf"));
    }

    public static TheoryData<string, int, string> WrongNotation => new()
    {
        { "claim professional\n  line 1: 9x213 on 2025-03-04", 2, "'9x213' is not a procedure code." },
        { "claim professional\n\n  lines 1: 99213", 3, "lines" },
        { "claim veterinary", 1, "veterinary" },
        { "", 1, "claim" },
        { "line 1: 99213 on 2025-13-04", 1, "2025-13-04" },
    };

    [Theory]
    [MemberData(nameof(WrongNotation))]
    public async Task A_notation_that_cannot_be_read_is_told_with_its_line(string text, int line, string seen)
    {
        JsonElement read = await _desk.Ask("api/claim/from-notation", new { text });
        Assert.False(read.TryGetProperty("claim", out _));
        Assert.Equal(line, read.List("lines")[0].GetInt32());
        Assert.Contains(seen, read.List("problems")[0].Text("seen")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_test_may_be_pasted_and_what_it_expects_is_passed_over()
    {
        JsonElement read = await _desk.Ask("api/claim/from-notation", new { text = "  -- a remark\r\n  test \"three\"\r\n    claim professional\r\n      line 1: 99213 x3 on 2025-03-04\r\n    expect line 1 denied by NOBODY\r\n" });
        Assert.Empty(read.List("problems"));
        Assert.Equal("3", read.GetProperty("claim").List("lines")[0].Text("units"));
    }

    private static readonly JsonSerializerOptions Printed = new() { WriteIndented = true };

    public static TheoryData<string, byte[]> Pasted => new()
    {
        { "json", Encoding.UTF8.GetBytes(TriedDesk.Claim().GetRawText()) },
        { "printed json", JsonSerializer.SerializeToUtf8Bytes(TriedDesk.Claim(), Printed) },
        { "list", Encoding.UTF8.GetBytes($"[{TriedDesk.Claim().GetRawText()}]") },
        { "837", File.ReadAllBytes(Repository.PathOf("samples/claims/clinic.837")) },
    };

    [Theory]
    [MemberData(nameof(Pasted))]
    public async Task What_is_pasted_is_recognized_by_its_content(string name, byte[] content)
    {
        JsonElement listing = await _desk.Ask("api/claims/list", new { file = new { name, content } });
        Assert.Empty(listing.List("problems"));
        Assert.Equal(name == "837" ? 4 : 1, listing.GetProperty("read").GetInt32());
        JsonElement first = listing.List("claims")[0];
        JsonElement one = await _desk.Ask("api/claims/one", new { file = new { name, content }, at = 0 });
        Assert.Equal(first.Text("id"), one.GetProperty("claim").Text("id"));
        Assert.Equal(["rules.edit"], Directory.EnumerateFileSystemEntries(_desk.Folder).Select(Path.GetFileName));
    }

    public static TheoryData<string, byte[], string> Unread => new()
    {
        { "hello.txt", Encoding.UTF8.GetBytes("hello world"), "The file holds no claims" },
        { "claims.csv", Encoding.UTF8.GetBytes("id,code\n1,99213\n"), "table" },
        { "nothing", [], "empty" },
        { "binary", [1, 2, 0, 4, 5], "binary: byte 0" },
    };

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task What_holds_no_claims_is_said(string name, byte[] content, string said)
    {
        JsonElement listing = await _desk.Ask("api/claims/list", new { file = new { name, content } });
        Assert.Empty(listing.List("claims"));
        Assert.Contains(said, string.Join(' ', listing.List("problems").Select(problem => $"{problem.Text("place")} {problem.Text("seen")}")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_claim_that_cannot_be_read_is_listed_and_told_with_member_seen_and_mend()
    {
        _desk.Write("claims.jsonl", "{\"id\":\"A\",\"type\":\"professional\",\"lines\":[{\"number\":1,\"form\":\"x\"}]}\n" + TriedDesk.Claim().GetRawText() + "\n");
        JsonElement listing = await _desk.Ask("api/claims/list", new { file = new { name = "claims.jsonl" } });
        Assert.Equal((2, 1), (listing.GetProperty("read").GetInt32(), listing.GetProperty("bad").GetInt32()));
        JsonElement one = await _desk.Ask("api/claims/one", new { file = new { name = "claims.jsonl" }, at = 0 });
        JsonElement problem = one.List("problems")[0];
        Assert.Equal("lines[0].form", problem.Text("path"));
        Assert.Equal("'form' is not a member here.", problem.Text("seen"));
        Assert.Equal("Did you mean 'from'?", problem.Text("help"));
        Assert.StartsWith("claims.jsonl: line 1", problem.Text("place"), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Chosen => new()
    {
        { "", "", "any", "C1 C2 C3 BAD" },
        { "c2", "", "any", "C2" },
        { "9921", "", "any", "C1 C2 C3" },
        { "d22.5", "", "any", "C2" },
        { "d225", "", "any", "C2" },
        { "4444", "", "any", "" },
        { "", "MANY", "any", "C1" },
        { "", "", "found", "C1 C3" },
        { "", "", "open", "C2" },
        { "", "MANY", "open", "C2" },
        { "", "HOME", "open", "C2" },
        { "", "HOME", "found", "C3" },
        { "", "", "bad", "BAD" },
    };

    [Theory]
    [MemberData(nameof(Chosen))]
    public async Task Claims_are_searched_and_chosen_by_what_was_found(string search, string edit, string kind, string ids)
    {
        string without = TriedDesk.Claim("null").GetRawText().Replace("C1", "C2", StringComparison.Ordinal).Replace("\"facts\"", "\"diagnoses\":[{\"code\":\"D22.5\"}],\"facts\"", StringComparison.Ordinal);
        string home = TriedDesk.Claim("1", place: "12").GetRawText().Replace("C1", "C3", StringComparison.Ordinal);
        _desk.Write("claims/a.jsonl", $"{TriedDesk.Claim().GetRawText()}\n{without}\n{home}\n");
        _desk.Write("claims/b.jsonl", "{\"id\":\"BAD\",\"type\":\"professional\"}\n");
        JsonElement listing = await _desk.Ask("api/claims/list", new { file = new { name = "claims" }, search, edit, kind });
        Assert.Equal(ids, string.Join(' ', listing.List("claims").Select(claim => claim.Text("id"))));
        Assert.Equal(4, listing.GetProperty("read").GetInt32());
    }

    [Theory]
    [InlineData("../outside.edit", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData("nothing.jsonl", HttpStatusCode.NotFound)]
    public async Task Files_outside_of_the_folder_are_not_read(string name, HttpStatusCode expected)
    {
        foreach (string path in (string[])["api/claims/list", "api/claims/one"])
        {
            (HttpStatusCode status, JsonElement said) = await _desk.Post(path, new { file = new { name } });
            Assert.Equal(expected, status);
            Assert.NotNull(said.Text("said"));
        }
    }

    [Fact]
    public async Task More_than_a_page_may_send_is_said()
    {
        (HttpStatusCode status, JsonElement said) = await _desk.Post("api/claims/list", new { file = new { name = "big.jsonl", content = new byte[ClaimFile.MostBytes + 1] } });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("'big.jsonl' has 32 MB", said.Text("said")!, StringComparison.Ordinal);
    }
}
