using System.Text.Json;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.LanguageServer;

/// <summary>Actions, lenses and what they do, as a client sees them.</summary>
public sealed class TryingTests
{
    private const string Rules = "pack sample version \"1\"\nreasons\n  UNITS = CO 151\nedit MANY \"Many\"\n  for each  line v\n  when      v.units > 2\n  then      deny v  reason UNITS\n  test \"three\"\n    claim professional\n      line 1: 99213 x3 on 2025-03-04\n    expect line 1 denied by MANY\n  test \"two\"\n    claim professional\n      line 1: 99213 x2 on 2025-03-04\n    expect line 1 denied by MANY\nend\nedit BARE \"Bare\"\n  for each  line v\n  when      v.charge > $500\n  then      review v\nend\n";

    private const string Uri = "untitled:one";

    [Fact]
    public void Lenses_run_tests_and_show_how_they_went()
    {
        using ServedClient served = Served();
        Assert.Equal(["run 2 tests", "run test", "explain", "run test", "explain"], Lenses(served));
        JsonElement report = served.Client.Ask("workspace/executeCommand", new { command = "edits.runTests", arguments = new object?[] { Uri, "MANY", null } });
        Assert.Equal((1, 1), (report.GetProperty("passed").GetInt32(), report.GetProperty("failed").GetInt32()));
        JsonElement failure = report.GetProperty("tests")[1].GetProperty("failures")[0];
        Assert.Equal("line 1 denied by MANY", failure.GetProperty("expected").GetString());
        Assert.Equal(14, failure.GetProperty("location").GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.Equal(["run 2 tests (1 of 2 failed)", "run test (passed)", "explain", "run test (failed)", "explain"], Lenses(served));
        served.Client.Change(Uri, 2, 5, 22, 23, "1");
        Assert.Equal("run 2 tests (before the last change: 1 of 2 failed)", Lenses(served)[0]);
        JsonElement one = served.Client.Ask("workspace/executeCommand", new { command = "edits.runTests", arguments = new object?[] { Uri, "MANY", "two" } });
        Assert.Equal((1, 0), (one.GetProperty("passed").GetInt32(), one.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public void Tests_run_by_themselves_where_the_client_can_be_told_how_they_went()
    {
        using ServedClient served = new();
        served.Client.Initialize(null, new { workspace = new { codeLens = new { refreshSupport = true } } });
        served.Client.Open(Uri, Rules);
        WaitForRefreshes(served, 1);
        Assert.Equal(["run 2 tests (1 of 2 failed)", "run test (passed)", "explain", "run test (failed)", "explain"], Lenses(served));
        served.Client.Change(Uri, 2, 5, 22, 23, "1");
        WaitForRefreshes(served, 2);
        Assert.Equal("run 2 tests (passed)", Lenses(served)[0]);
        served.Client.Change(Uri, 3, 5, 22, 23, "(");
        served.Client.Diagnostics(Uri, static found => found.Length > 0);
        Assert.Equal("run 2 tests (before the last change: passed)", Lenses(served)[0]);
    }

    private static void WaitForRefreshes(ServedClient served, int count) =>
        Assert.True(SpinWait.SpinUntil(() => served.Client.Asked.Count(one => one == "workspace/codeLens/refresh") >= count, TimeSpan.FromMinutes(1)));

    [Fact]
    public void A_test_is_explained()
    {
        using ServedClient served = Served();
        string text = served.Client.Ask("workspace/executeCommand", new { command = "edits.explain", arguments = new object?[] { Uri, "MANY", "two" } }).GetString()!;
        Assert.Contains("v.units > 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_on_what_is_not_there_are_refused()
    {
        using ServedClient served = Served();
        Assert.Equal(-32602, served.Client.ErrorOf("workspace/executeCommand", new { command = "edits.runTests", arguments = new object[] { 1 } }));
        Assert.Equal(-32602, served.Client.ErrorOf("workspace/executeCommand", new { command = "edits.unheardOf", arguments = new object?[] { Uri, "MANY", null } }));
        served.Client.Change(Uri, 2, 5, 12, 19, "v.unit");
        Assert.Equal(-32602, served.Client.ErrorOf("workspace/executeCommand", new { command = "edits.runTests", arguments = new object?[] { Uri, "MANY", null } }));
    }

    [Fact]
    public void An_edit_without_a_test_gets_tests_that_pass()
    {
        using ServedClient served = Served();
        JsonElement action = Actions(served, Uri, 18).First(one => one.GetProperty("title").GetString() == "Write tests for BARE as it is");
        JsonElement resolved = served.Client.Ask("codeAction/resolve", action);
        string text = resolved.GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits")[0].GetProperty("newText").GetString()!;
        Assert.Contains("expect line 1 reviewed by BARE", text, StringComparison.Ordinal);
        string[] lines = Rules.Split('\n');
        served.Client.Tell("textDocument/didChange", new { textDocument = new { uri = Uri, version = 2 }, contentChanges = new[] { new { text = string.Join('\n', lines[..20]) + "\n" + text + string.Join('\n', lines[20..]) } } });
        JsonElement report = served.Client.Ask("workspace/executeCommand", new { command = "edits.runTests", arguments = new object?[] { Uri, "BARE", null } });
        Assert.Equal(0, report.GetProperty("failed").GetInt32());
        Assert.NotEqual(0, report.GetProperty("passed").GetInt32());
    }

    [Fact]
    public void A_base_edit_that_is_changed_is_pinned()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("base/base.edit", "pack base version \"1\"\nedit OLD \"Old\"\n  for each  line v\n  when      v.units > 99\n  then      review v\nend\n"),
            ("acme/acme.edit", "pack acme version \"1\" extends base\ndisable OLD  because \"not wanted\"\n"));
        using ServedClient served = new();
        string uri = new Uri(Path.Combine(disk.Path, "acme/acme.edit")).AbsoluteUri;
        served.Client.Initialize(disk.Path);
        served.Client.Open(uri, File.ReadAllText(Path.Combine(disk.Path, "acme/acme.edit")));
        Assert.Equal(["1:8 EDIT0718"], served.Client.Diagnostics(uri, found => found.Length > 0));
        JsonElement changes = Actions(served, uri, 1).Single(one => one.GetProperty("title").GetString()!.StartsWith("Pin", StringComparison.Ordinal)).GetProperty("edit").GetProperty("documentChanges");
        Assert.Equal("create", changes[0].GetProperty("kind").GetString());
        string locked = changes[1].GetProperty("edits")[0].GetProperty("newText").GetString()!;
        disk.Write("acme/pack.lock", System.Text.Encoding.UTF8.GetBytes(locked));
        served.Client.Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = changes[0].GetProperty("uri").GetString(), type = 1 } } });
        Assert.Empty(served.Client.Diagnostics(uri, found => found.Length == 0));
    }

    [Fact]
    public void Help_and_hints_are_served()
    {
        using ServedClient served = Served();
        served.Client.Tell("textDocument/didChange", new { textDocument = new { uri = Uri, version = 2 }, contentChanges = new[] { new { text = "edit X \"x\"\n  for each  line v, history line h\n  when      v.date in h.date .. h.date + 9 days and days from \nend\n" } } });
        JsonElement help = served.Client.Ask("textDocument/signatureHelp", LanguageClient.Place(Uri, 2, 62));
        Assert.Equal("days from a to b", help.GetProperty("signatures")[0].GetProperty("label").GetString());
        served.Client.Tell("textDocument/didChange", new { textDocument = new { uri = Uri, version = 3 }, contentChanges = new[] { new { text = "edit X \"x\"\n  for each  line v, history line h\n  when      v.date in h.date .. h.date + 9 days\n  then      review v\nend\n" } } });
        JsonElement hints = served.Client.Ask("textDocument/inlayHint", new { textDocument = new { uri = Uri }, range = new { start = new { line = 0, character = 0 }, end = new { line = 5, character = 0 } } });
        Assert.Equal("10 days, both ends counted", hints[0].GetProperty("label").GetString());
    }

    private static ServedClient Served()
    {
        ServedClient served = new();
        served.Client.Initialize(null);
        served.Client.Open(Uri, Rules);
        return served;
    }

    private static string[] Lenses(ServedClient served) =>
        [.. served.Client.Ask("textDocument/codeLens", new { textDocument = new { uri = Uri } }).EnumerateArray().Select(lens => lens.GetProperty("command").GetProperty("title").GetString()!)];

    private static IEnumerable<JsonElement> Actions(ServedClient served, string uri, int line) => served.Client.Ask(
        "textDocument/codeAction", new { textDocument = new { uri }, range = LanguageClient.Range(line, 0, 30), context = new { diagnostics = Array.Empty<object>() } }).EnumerateArray();
}
