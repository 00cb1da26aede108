using System.Net;
using System.Text.Json;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>Tests run as one types, and made of claims.</summary>
public sealed class TestsPaneTests : IAsyncLifetime
{
    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await TriedDesk.Start();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static int LineOf(string text, string found) => text[..text.IndexOf(found, StringComparison.Ordinal)].Count(sign => sign == '\n') + 1;

    public static TheoryData<string, string?, int> Cursors => new()
    {
        { "edit MANY", "MANY", 1 },
        { "expect line 1 denied", "MANY", 1 },
        { "edit HOME", "HOME", 0 },
        { "reasons", null, 0 },
    };

    [Theory]
    [MemberData(nameof(Cursors))]
    public async Task The_tests_of_the_edit_at_the_cursor_run(string at, string? edit, int tests)
    {
        JsonElement told = await _desk.Ask("api/tests/run", new { file = "rules.edit", line = LineOf(TriedDesk.Rules, at) });
        Assert.Equal(edit, told.Text("edit"));
        Assert.Equal(tests, told.List("tests").Length);
        Assert.All(told.List("tests"), test => Assert.True(test.GetProperty("hasPassed").GetBoolean()));
    }

    [Fact]
    public async Task All_tests_of_the_pack_run_and_edits_without_are_named()
    {
        JsonElement told = await _desk.Ask("api/tests/run", new { });
        Assert.Single(told.List("tests"));
        Assert.Equal(["HOME"], told.List("untested").Select(edit => edit.ToString()));
    }

    [Fact]
    public async Task A_failing_test_has_what_was_found_beside_what_was_expected()
    {
        string text = TriedDesk.Rules.Replace("expect line 1 denied by MANY", "expect line 1 reviewed by MANY", StringComparison.Ordinal);
        JsonElement told = await _desk.Ask("api/tests/run", new { texts = new Dictionary<string, string> { ["rules.edit"] = text } });
        JsonElement test = Assert.Single(told.List("tests"));
        Assert.False(test.GetProperty("hasPassed").GetBoolean());
        Assert.Equal("rules.edit", test.Text("file"));
        JsonElement failure = Assert.Single(test.List("failures"));
        Assert.Equal("line 1 reviewed by MANY", failure.Text("expected"));
        Assert.Equal("line 1: denied by MANY reason TOO-MANY (CO 151)", failure.List("found")[0].ToString());
        Assert.Equal(LineOf(text, "expect line 1 reviewed"), failure.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task The_claim_of_a_test_can_be_tried()
    {
        JsonElement told = await _desk.Ask("api/tests/claim", new { edit = "MANY", title = "three are denied" });
        Assert.Equal("3", told.GetProperty("claim").List("lines")[0].Text("units"));
        (HttpStatusCode status, _) = await _desk.Post("api/tests/claim", new { edit = "MANY", title = "four" });
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    public static TheoryData<string, string, bool, string[]> Made => new()
    {
        { "MANY", "5", true, ["claim professional", "x5", "expect line 1 denied by MANY reason TOO-MANY"] },
        { "MANY", "5", false, ["claim professional", "born 1980-05-15", "expect line 1 denied by MANY reason TOO-MANY"] },
        { "MANY", "1", true, ["expect nothing from MANY"] },
        { "MANY", "null", true, ["expect line 1 not evaluated by MANY missing line 1 units"] },
        { "HOME", "3", true, ["expect nothing from HOME"] },
    };

    [Theory]
    [MemberData(nameof(Made))]
    public async Task A_claim_becomes_a_test_that_passes_where_it_is_put(string edit, string units, bool leavesOut, string[] expected)
    {
        JsonElement made = await _desk.Ask("api/tests/make", new { edit, leavesOut, claim = new { claim = TriedDesk.Claim(units) } });
        string text = made.Text("text")!;
        Assert.All(expected, line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Equal(TriedDesk.Rules, _desk.ReadText("rules.edit"));
        Assert.Equal(leavesOut, !text.Contains("M-77", StringComparison.Ordinal));

        JsonElement at = made.GetProperty("at");
        List<string> lines = [.. TriedDesk.Rules.Split('\n')];
        Assert.Equal(1, at.GetProperty("column").GetInt32());
        lines.Insert(at.GetProperty("line").GetInt32() - 1, text.TrimEnd('\n'));
        JsonElement ran = await _desk.Ask("api/tests/run", new { texts = new Dictionary<string, string> { ["rules.edit"] = string.Join('\n', lines) } });
        Assert.True(ran.GetProperty("isCurrent").GetBoolean());
        Assert.Equal(2, ran.List("tests").Length);
        Assert.All(ran.List("tests"), test => Assert.True(test.GetProperty("hasPassed").GetBoolean()));
        Assert.Contains(ran.List("tests"), test => test.Text("title") == made.Text("title") && test.Text("edit") == edit);
    }

    [Fact]
    public async Task No_test_is_made_while_the_pack_has_errors_or_of_what_is_no_claim()
    {
        await _desk.Ask("api/edits", new { });
        Dictionary<string, string> texts = new() { ["rules.edit"] = TriedDesk.Rules.Replace("v.units >", "v.unit >", StringComparison.Ordinal) };
        (HttpStatusCode status, JsonElement said) = await _desk.Post("api/tests/make", new { texts, edit = "MANY", claim = new { claim = TriedDesk.Claim() } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("EDIT0202", said.Text("said")!, StringComparison.Ordinal);
        (status, _) = await _desk.Post("api/tests/make", new { edit = "MANY", claim = new { claim = TriedDesk.Claim("\"x\"") } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        (status, _) = await _desk.Post("api/tests/make", new { edit = "NOBODY", claim = new { claim = TriedDesk.Claim() } });
        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}
