using System.Text;
using System.Text.Json;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.LanguageServer;

public sealed class LanguageServerTests
{
    private const int MethodNotFound = -32601;
    private const int NotInitialized = -32002;
    private const int InvalidRequest = -32600;
    private const int Cancelled = -32800;

    private const string Rules = "pack sample version \"1\"\nreasons\n  UNITS = CO 151\ncodes @minor : procedure = { 11721 }\nedit MANY \"Many\"\n  for each  line v\n  when      v.procedure in @minor and v.units > 2\n  then      deny v  reason UNITS\nend\n";

    [Fact]
    public void A_keystroke_gives_diagnostics_and_the_mend_of_it_takes_them_away()
    {
        using PackOnDisk disk = new(("edits.json", "{}"), ("rules.edit", Rules));
        using ServedClient served = new();
        string uri = UriOf(disk, "rules.edit");
        served.Client.Initialize(disk.Path);
        served.Client.Open(uri, Rules);
        Assert.Empty(served.Client.Diagnostics(uri, found => found.Length == 0));
        served.Client.Change(uri, 2, 6, 14, 23, "procdure");
        Assert.Equal(["6:14 EDIT0202"], served.Client.Diagnostics(uri, found => found.Length > 0));
        served.Client.Change(uri, 3, 6, 14, 22, "procedure");
        Assert.Empty(served.Client.Diagnostics(uri, found => found.Length == 0));
    }

    [Fact]
    public void Questions_are_answered_on_texts_that_are_not_saved()
    {
        using PackOnDisk disk = new(("edits.json", "{}"), ("rules.edit", Rules));
        using ServedClient served = new();
        string uri = UriOf(disk, "rules.edit");
        served.Client.Initialize(disk.Path);
        served.Client.Open(uri, Rules);
        served.Client.Change(uri, 2, 6, 12, 51, "v.pro");
        JsonElement completion = served.Client.Ask("textDocument/completion", LanguageClient.Place(uri, 6, 17));
        JsonElement procedure = completion.GetProperty("items").EnumerateArray().First(item => item.GetProperty("label").GetString() == "procedure");
        Assert.Equal("""{"range":{"start":{"line":6,"character":14},"end":{"line":6,"character":17}},"newText":"procedure"}""", procedure.GetProperty("textEdit").GetRawText());
        Assert.Contains("CPT, HCPCS or CDT code.", procedure.GetProperty("documentation").GetProperty("value").GetString(), StringComparison.Ordinal);
        served.Client.Change(uri, 3, 6, 12, 17, "v.procedure in @minor");
        Assert.Contains("1 code of procedure", served.Client.Ask("textDocument/hover", LanguageClient.Place(uri, 6, 30)).GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal);
        JsonElement definition = served.Client.Ask("textDocument/definition", LanguageClient.Place(uri, 6, 30));
        Assert.Equal("[{\"uri\":\"" + uri + "\",\"range\":{\"start\":{\"line\":3,\"character\":7},\"end\":{\"line\":3,\"character\":12}}}]", definition.GetRawText());
        Assert.Equal(2, served.Client.Ask("textDocument/references", new { textDocument = new { uri }, position = new { line = 6, character = 30 }, context = new { includeDeclaration = true } }).GetArrayLength());
        JsonElement renamed = served.Client.Ask("textDocument/rename", new { textDocument = new { uri }, position = new { line = 6, character = 30 }, newName = "@small" });
        Assert.Equal(["3:7 small", "6:28 small"], renamed.GetProperty("changes").GetProperty(uri).EnumerateArray().Select(ShownEdit));
        Assert.Equal(["sample", "reasons", "@minor", "MANY"], served.Client.Ask("textDocument/documentSymbol", new { textDocument = new { uri } }).EnumerateArray().Select(symbol => symbol.GetProperty("name").GetString()));
        Assert.Equal(["@minor"], served.Client.Ask("workspace/symbol", new { query = "min" }).EnumerateArray().Select(symbol => symbol.GetProperty("name").GetString()));
        Assert.Equal(0, served.Client.Ask("textDocument/semanticTokens/full", new { textDocument = new { uri } }).GetProperty("data").GetArrayLength() % 5);
        Assert.NotEqual(0, served.Client.Ask("textDocument/foldingRange", new { textDocument = new { uri } }).GetArrayLength());
    }

    [Fact]
    public void Two_packs_of_one_base_are_told_of_a_change_of_it_and_renamed_together()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("base/base.edit", "pack base version \"1\"\ncodes @minor : procedure = { 11721 }\n"),
            ("one/one.edit", "pack one version \"1\" extends base\nedit A \"a\"\n  for each  line v\n  when      v.procedure in @minor\n  then      review v\nend\n"),
            ("two/two.edit", "pack two version \"1\" extends base\nedit B \"b\"\n  for each  line v\n  when      v.procedure in @minor\n  then      review v\nend\n"));
        using ServedClient served = new();
        served.Client.Initialize(disk.Path);
        string uri = UriOf(disk, "base/base.edit");
        served.Client.Open(uri, File.ReadAllText(Path.Combine(disk.Path, "base/base.edit")));
        JsonElement renamed = served.Client.Ask("textDocument/rename", new { textDocument = new { uri }, position = new { line = 1, character = 9 }, newName = "small" });
        Assert.Equal(["base/base.edit", "one/one.edit", "two/two.edit"], renamed.GetProperty("changes").EnumerateObject().Select(file => Path.GetRelativePath(disk.Path, new Uri(file.Name).LocalPath)));
        served.Client.Change(uri, 2, 1, 7, 12, "small");
        Assert.Equal(["3:27 EDIT0204"], served.Client.Diagnostics(UriOf(disk, "two/two.edit"), found => found.Length > 0));
    }

    [Fact]
    public void Tables_rules_and_deleted_files_of_the_disk_are_read_anew()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("rules.edit", "pack sample version \"1\"\ncodes @seen : procedure from \"seen.csv\"\nedit A \"a\"\n  for each  line v\n  when      v.procedure in @seen\n  then      review v\nend\n"),
            ("seen.csv", "code\n97110\n"));
        using ServedClient served = new();
        served.Client.Initialize(disk.Path);
        string table = UriOf(disk, "seen.csv");
        string other = UriOf(disk, "more.edit");
        disk.Write("seen.csv", Encoding.UTF8.GetBytes("code\n9711\n"));
        Changed(served.Client, table);
        Assert.Equal(["1:0 EDIT0407"], served.Client.Diagnostics(table, found => found.Length > 0));
        disk.Write("seen.csv", Encoding.UTF8.GetBytes("code\n97110\n"));
        Changed(served.Client, table);
        Assert.Empty(served.Client.Diagnostics(table, found => found.Length == 0));
        disk.Write("more.edit", Encoding.UTF8.GetBytes("edit B \"b\"\n  for each  line v\n  when      v.unit > 1\n  then      review v\nend\n"));
        Changed(served.Client, other);
        Assert.Equal(["2:14 EDIT0202"], served.Client.Diagnostics(other, found => found.Length > 0));
        File.Delete(Path.Combine(disk.Path, "more.edit"));
        Changed(served.Client, other);
        Assert.Empty(served.Client.Diagnostics(other, found => found.Length == 0));
    }

    [Fact]
    public void Closing_a_document_gives_its_file_back_and_a_text_that_is_no_file_is_a_pack_of_its_own()
    {
        using PackOnDisk disk = new(("edits.json", "{}"), ("rules.edit", Rules));
        using ServedClient served = new();
        string uri = UriOf(disk, "rules.edit");
        served.Client.Initialize(null);
        served.Client.Open(uri, Rules.Replace("v.units", "v.unit", StringComparison.Ordinal));
        served.Client.Diagnostics(uri, found => found.Length == 1);
        served.Client.Tell("textDocument/didClose", new { textDocument = new { uri } });
        Assert.Empty(served.Client.Diagnostics(uri, found => found.Length == 0));
        served.Client.Open("untitled:Untitled-1", "edit X \"x\"\n  for each  line v\n  when      v.unit > 1\n  then      review v\nend\n");
        Assert.Equal(["2:14 EDIT0202"], served.Client.Diagnostics("untitled:Untitled-1", found => found.Length > 0));
        string fresh = UriOf(disk, "fresh.edit");
        served.Client.Open(fresh, "edit Y \"y\"\n  for each  line v\n  when      v.procedure in @minor\n  then      review v\nend\n");
        Assert.Empty(served.Client.Diagnostics(fresh, found => found.Length == 0));
    }

    [Theory]
    [InlineData("utf-16", 18)]
    [InlineData("utf-8", 21)]
    public void Columns_are_counted_as_was_agreed(string encoding, int column)
    {
        using ServedClient served = new();
        JsonElement agreed = served.Client.Ask("initialize", new { processId = (int?)null, capabilities = new { general = new { positionEncodings = new[] { encoding } } } });
        Assert.Equal(encoding, agreed.GetProperty("capabilities").GetProperty("positionEncoding").GetString());
        served.Client.Tell("initialized", new { });
        const string Uri = "untitled:one";
        served.Client.Open(Uri, "edit X \"x\"\n  for each  line v\n  when      v.\n  message \"äöü {v.unit}\"\nend\n");
        served.Client.Tell("textDocument/didChange", new { textDocument = new { uri = Uri, version = 2 }, contentChanges = new[] { new { text = "edit X \"x\"\n  for each  line v\n  then      review v\n  message \"äöü {v.unit}\"\nend\n" } } });
        Assert.Equal([$"3:{column} EDIT0202"], served.Client.Diagnostics(Uri, found => found.Length > 0 && found[0].EndsWith("EDIT0202", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_asked_wrongly_is_answered_with_an_error_and_others_go_on()
    {
        using ServedClient served = new();
        Assert.Equal(NotInitialized, served.Client.ErrorOf("textDocument/hover", LanguageClient.Place("untitled:one", 0, 0)));
        served.Client.Initialize(null);
        Assert.Equal(MethodNotFound, served.Client.ErrorOf("textDocument/unheardOf", new { }));
        Assert.True(served.Client.ErrorOf("textDocument/hover", new { textDocument = 3 }) < 0);
        Assert.Equal(JsonValueKind.Null, served.Client.Ask("textDocument/hover", LanguageClient.Place("untitled:nowhere", 7, 7)).ValueKind);
        served.Client.Open("untitled:one", Rules);
        Assert.Equal(-32602, served.Client.ErrorOf("textDocument/rename", new { textDocument = new { uri = "untitled:one" }, position = new { line = 4, character = 6 }, newName = "two words" }));
        Assert.Equal(JsonValueKind.Object, served.Client.Ask("textDocument/hover", LanguageClient.Place("untitled:one", 6, 15)).ValueKind);
    }

    [Fact]
    public void A_request_that_is_cancelled_before_its_turn_is_answered_so()
    {
        using ServedClient served = new();
        served.Client.Initialize(null);
        served.Client.Open("untitled:one", Rules);
        (int Id, Task<JsonElement> Answer)[] asked = [.. Enumerable.Range(0, 200).Select(_ => served.Client.Begin("textDocument/semanticTokens/full", new { textDocument = new { uri = "untitled:one" } }))];
        served.Client.Tell("$/cancelRequest", new { id = asked[^1].Id });
        int code = 0;
        try
        {
            LanguageClient.Wait(asked[^1].Answer);
        }
        catch (ServerErrorException error)
        {
            code = error.Code;
        }

        Assert.Contains(code, (int[])[0, Cancelled]); // It may have been quicker than the word.
        Assert.All(asked[..^1], one => Assert.Equal(JsonValueKind.Object, LanguageClient.Wait(one.Answer).ValueKind));
    }

    [Fact]
    public async Task The_server_ends_as_the_protocol_has_it_and_when_its_client_is_gone()
    {
        using ServedClient polite = new();
        polite.Client.Initialize(null);
        Assert.Equal(JsonValueKind.Null, polite.Client.Ask("shutdown").ValueKind);
        Assert.Equal(InvalidRequest, polite.Client.ErrorOf("textDocument/hover", LanguageClient.Place("untitled:one", 0, 0)));
        polite.Client.Tell("exit");
        Assert.True(await polite.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        using ServedClient gone = new();
        gone.Client.Initialize(null);
        gone.Client.Dispose();
        Assert.False(await gone.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Files_to_watch_are_asked_of_clients_that_take_it()
    {
        using ServedClient served = new();
        served.Client.Initialize(null, new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true } } });
        served.Client.Ask("workspace/symbol", new { query = "" });
        SpinWait.SpinUntil(() => !served.Client.Asked.IsEmpty, TimeSpan.FromSeconds(30));
        Assert.Equal(["client/registerCapability"], served.Client.Asked);
    }

    [Fact]
    public void Three_thousand_keystrokes_without_a_pause_stay_in_order()
    {
        using ServedClient served = new();
        served.Client.Initialize(null);
        served.Client.Open("untitled:one", "-- \n" + Rules);
        for (int i = 0; i < 3_000; i++)
        {
            served.Client.Change("untitled:one", i + 2, 0, 3 + (i * 5), 3 + (i * 5), i.ToString("00000", System.Globalization.CultureInfo.InvariantCulture));
        }

        served.Client.Change("untitled:one", 4_000, 7, 38, 45, "v.unit");
        Assert.Equal(["7:40 EDIT0202"], served.Client.Diagnostics("untitled:one", found => found.Length > 0));
    }

    private static void Changed(LanguageClient client, string uri) => client.Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri, type = 2 } } });

    private static string ShownEdit(JsonElement edit)
    {
        JsonElement start = edit.GetProperty("range").GetProperty("start");
        return $"{start.GetProperty("line")}:{start.GetProperty("character")} {edit.GetProperty("newText").GetString()}";
    }

    private static string UriOf(PackOnDisk disk, string name) => new Uri(Path.Combine(disk.Path, name)).AbsoluteUri;
}
