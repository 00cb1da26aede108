using System.Net;
using System.Text.Json;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>What is decided of the claim in hand, and why.</summary>
public sealed class ResultPaneTests : IAsyncLifetime
{
    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await TriedDesk.Start();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    public static TheoryData<string, string, string> Decided => new()
    {
        { "3", "\"gold\":false", "MANY line 1 deny active" },
        { "2", "\"gold\":false", "" },
        { "3", "\"gold\":true", "MANY line 1 deny bypassed" },
        { "null", "\"gold\":false", "MANY line 1 not evaluated: line 1 units; HOME line 1 not evaluated: line 1 units" },
        { "3", "\"other\":1", "MANY line 1 not evaluated: claim.gold" },
    };

    [Theory]
    [MemberData(nameof(Decided))]
    public async Task A_claim_is_decided(string units, string fact, string expected)
    {
        JsonElement claim = JsonDocument.Parse(TriedDesk.Claim(units).GetRawText().Replace("\"gold\":false", fact, StringComparison.Ordinal)).RootElement;
        JsonElement told = await _desk.Ask("api/result", new { claim = new { claim } });
        JsonElement result = told.GetProperty("result");
        IEnumerable<string> found = result.List("findings").Select(one => $"{one.Text("edit")} line {one.Text("line")} {one.Text("action")} {one.Text("state")}");
        IEnumerable<string> open = result.TryGetProperty("notEvaluated", out JsonElement none) ? none.EnumerateArray().Select(one => $"{one.Text("edit")} line {one.Text("line")} not evaluated: {string.Join(", ", one.List("missing"))}") : [];
        Assert.Equal(expected, string.Join("; ", found.Concat(open)));
        Assert.True(told.GetProperty("isCurrent").GetBoolean());
        Assert.Equal("2025-03-20", result.Text("asOf"));
    }

    [Fact]
    public async Task A_text_that_is_not_saved_decides()
    {
        Dictionary<string, string> texts = new() { ["rules.edit"] = TriedDesk.Rules.Replace("| 99213 | 2 ", "| 99213 | 9 ", StringComparison.Ordinal) };
        JsonElement told = await _desk.Ask("api/result", new { texts, claim = new { claim = TriedDesk.Claim() } });
        Assert.Empty(told.GetProperty("result").List("findings"));
        Assert.Equal(TriedDesk.Rules, _desk.ReadText("rules.edit"));
    }

    [Fact]
    public async Task While_the_text_has_errors_the_last_without_decides_and_that_is_said()
    {
        Dictionary<string, string> texts = new() { ["rules.edit"] = TriedDesk.Rules.Replace("v.units >", "v.unit >", StringComparison.Ordinal) };
        (HttpStatusCode status, JsonElement refused) = await _desk.Post("api/result", new { texts, claim = new { claim = TriedDesk.Claim() } });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(refused.TryGetProperty("result", out _));
        Assert.Contains("EDIT0202", refused.Text("said")!, StringComparison.Ordinal);
        await _desk.Ask("api/result", new { claim = new { claim = TriedDesk.Claim() } });
        JsonElement told = await _desk.Ask("api/result", new { texts, claim = new { claim = TriedDesk.Claim() } });
        Assert.False(told.GetProperty("isCurrent").GetBoolean());
        Assert.Contains("EDIT0202", told.List("errors")[0].ToString(), StringComparison.Ordinal);
        Assert.Single(told.GetProperty("result").List("findings"));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { """{"id":"A","type":"professional","lines":[{"number":1,"units":"x"}]}""", "lines[0].units", "" },
        { """{"id":"A","type":"professional","lines":[{"number":1,"from":"2025-02-30"}]}""", "lines[0].from", "" },
        { """{"id":"A","type":"professional","lines":[{"number":1,"procedure":"99213"}]}""", "", "as-of date" },
        { "[]", "", "" },
        { "null", "", "" },
        { "7", "", "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_claim_that_cannot_be_read_is_told_with_its_member(string claim, string path, string help)
    {
        JsonElement told = await _desk.Ask("api/result", new { claim = new { claim = JsonDocument.Parse(claim).RootElement } });
        Assert.False(told.TryGetProperty("result", out _));
        JsonElement problem = Assert.Single(told.List("problems"), one => one.Text("severity") == "error");
        Assert.Equal(path, problem.Text("path") ?? "");
        Assert.Contains(help, problem.Text("help") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_explained_by_its_conditions_values_rows_and_dates()
    {
        JsonElement told = await _desk.Ask("api/result/explain", new { edit = "MANY", claim = new { claim = TriedDesk.Claim() } });
        Assert.Equal("Too many units", told.GetProperty("edit").Text("title"));
        Assert.Equal("rules.edit", told.GetProperty("place").Text("file"));
        JsonElement tuple = Assert.Single(told.List("tuples"));
        Assert.Equal(("line 1", "fires"), (tuple.Text("subject"), tuple.Text("outcome")));
        JsonElement when = Assert.Single(tuple.List("conditions"), one => one.Text("text") == "v.units > r.most");
        Assert.Equal("true", when.Text("truth"));
        Assert.Contains("v.units=3", when.List("values").Select(value => $"{value.Text("text")}={value.Text("value")}"));
        Assert.Contains(tuple.List("conditions").SelectMany(one => one.List("values")), value => value.Text("value")!.StartsWith("@limits row 99213, in force", StringComparison.Ordinal));
        Assert.Equal("false", Assert.Single(tuple.List("conditions"), one => one.Text("role") == "unless").Text("truth"));
    }

    [Fact]
    public async Task Conditions_are_a_tree()
    {
        JsonElement told = await _desk.Ask("api/result/explain", new { edit = "HOME", claim = new { claim = TriedDesk.Claim("null") } });
        JsonElement when = Assert.Single(told.List("tuples")[0].List("conditions"), one => one.Text("role") == "when");
        Assert.Equal("unknown", when.Text("truth"));
        Assert.Equal("false v.place = 12|unknown v.procedure = 99213 and v.units > 4", string.Join('|', when.List("parts").Select(part => $"{part.Text("truth")} {part.Text("text")}")));
        Assert.Equal("true|unknown", string.Join('|', when.List("parts")[1].List("parts").Select(part => part.Text("truth"))));
        Assert.Equal(["line 1 units"], when.List("missing").Select(name => name.ToString()));
    }

    [Fact]
    public async Task What_kept_an_edit_from_firing_is_told_and_what_would_make_it_fire()
    {
        JsonElement told = await _desk.Ask("api/result/explain", new { edit = "MANY", claim = new { claim = TriedDesk.Claim("2") } });
        Assert.Equal("when", Assert.Single(told.List("keptBy")).GetProperty("condition").Text("role"));
        JsonElement changes = await _desk.Ask("api/result/changes", new { edit = "MANY", claim = new { claim = TriedDesk.Claim("2") } });
        JsonElement way = Assert.Single(changes.List("ends")).List("ways")[0];
        Assert.Equal("units of line 1 at least 3", way.List("changes")[0].ToString());
        Assert.Equal("line 1 denied", way.Text("then"));
        JsonElement again = await _desk.Ask("api/result", new { claim = new { claim = way.GetProperty("claim"), asOf = way.Text("asOf") } });
        Assert.Single(again.GetProperty("result").List("findings"));
    }

    [Theory]
    [InlineData("api/result/explain")]
    [InlineData("api/result/changes")]
    public async Task An_edit_that_is_not_there_is_said(string path)
    {
        (HttpStatusCode status, JsonElement said) = await _desk.Post(path, new { edit = "NOBODY", claim = new { claim = TriedDesk.Claim() } });
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("NOBODY", said.Text("said")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_edits_of_the_pack_are_listed() =>
        Assert.Equal(["MANY", "HOME"], (await _desk.Ask("api/edits", new { })).List("edits").Select(edit => edit.Text("id")));
}
