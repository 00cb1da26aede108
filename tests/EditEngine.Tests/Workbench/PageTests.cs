using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>What the page is given: its own files, news of the folder, a language server.</summary>
public sealed partial class PageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await ServedDesk.Start();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("main.js", "text/javascript")]
    [InlineData("page.css", "text/css")]
    [InlineData("icon.svg", "image/svg+xml")]
    [InlineData("vs/loader.js", "text/javascript")]
    [InlineData("vs/editor/editor.main.js", "text/javascript")]
    [InlineData("vs/base/worker/workerMain.js", "text/javascript")]
    [InlineData("vs/base/browser/ui/codicons/codicon/codicon.ttf", "font/ttf")]
    public async Task Its_files_are_there(string path, string type)
    {
        using HttpResponseMessage response = await _desk.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nothing.js")]
    [InlineData("../EditEngine.Workbench.csproj")]
    [InlineData("vs/../../main.js%2F..")]
    [InlineData("api/nothing")]
    public async Task Other_names_lead_nowhere(string path)
    {
        using HttpResponseMessage response = await _desk.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Every_module_that_a_module_imports_is_served()
    {
        string page = Repository.PathOf("src/EditEngine.Workbench/Page");
        string[] imported = [.. Directory.EnumerateFiles(page, "*.js", SearchOption.AllDirectories).SelectMany(file => Import().Matches(File.ReadAllText(file)).Select(found => found.Groups[1].Value)).Distinct()];
        Assert.NotEmpty(imported);
        foreach (string name in imported)
        {
            using HttpResponseMessage response = await _desk.Client.GetAsync(name, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, name);
        }
    }

    [Fact]
    public void The_page_fetches_nothing_from_elsewhere_and_makes_no_markup_of_texts()
    {
        string page = Repository.PathOf("src/EditEngine.Workbench/Page");
        IEnumerable<string> wrong = Directory.EnumerateFiles(page, "*", SearchOption.AllDirectories)
            .Where(file => Elsewhere().IsMatch(File.ReadAllText(file).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal))).Select(file => Path.GetRelativePath(page, file));
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_change_on_the_disk_is_told()
    {
        using HttpResponseMessage response = await _desk.Client.GetAsync("api/changes", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using StreamReader events = new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await Next(events)).GetProperty("names").EnumerateArray());
        _desk.Write(".hidden", "x");
        _desk.Write("rules.edit", "-- other\n");
        Assert.Equal(["rules.edit"], (await Next(events)).GetProperty("names").EnumerateArray().Select(name => name.GetString()!));
    }

    [Fact]
    public async Task The_language_server_answers_over_a_socket_and_ends_with_it()
    {
        using ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("X-Edits-Token", _desk.Token);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_desk.Port}/lsp"), CancellationToken.None);
        string root = new Uri(_desk.Folder).AbsoluteUri;
        await Send(socket, new { jsonrpc = "2.0", id = 1, method = "initialize", @params = new { processId = (int?)null, rootUri = root, capabilities = new { } } });
        Assert.Equal("utf-16", (await Receive(socket)).GetProperty("result").GetProperty("capabilities").GetProperty("positionEncoding").GetString());
        await Send(socket, new { jsonrpc = "2.0", method = "initialized", @params = new { } });
        await Send(socket, new { jsonrpc = "2.0", method = "textDocument/didOpen", @params = new { textDocument = new { uri = $"{root}/rules.edit", languageId = "edits", version = 1, text = ServedDesk.Rules.Replace("v.units", "v.unit", StringComparison.Ordinal) } } });
        JsonElement told;
        do
        {
            told = await Receive(socket);
        }
        while (!told.TryGetProperty("params", out JsonElement parameters) || parameters.GetProperty("diagnostics").GetArrayLength() == 0);
        Assert.Equal("EDIT0202", told.GetProperty("params").GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await Send(socket, new { jsonrpc = "2.0", id = 2, method = "shutdown" });
        await Send(socket, new { jsonrpc = "2.0", method = "exit" });
        using CancellationTokenSource soon = new(Patience);
        try
        {
            while (socket.State == WebSocketState.Open && (await socket.ReceiveAsync(new byte[4096], soon.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // It was closed without a farewell.
        }

        Assert.False(soon.IsCancellationRequested);
    }

    private static async Task<JsonElement> Next(StreamReader events)
    {
        using CancellationTokenSource soon = new(Patience);
        while (await events.ReadLineAsync(soon.Token) is string line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement.Clone();
            }
        }

        throw new IOException("The stream has ended.");
    }

    private static Task Send(ClientWebSocket socket, object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<JsonElement> Receive(ClientWebSocket socket)
    {
        using CancellationTokenSource soon = new(Patience);
        using MemoryStream whole = new();
        byte[] part = new byte[4096];
        WebSocketReceiveResult got;
        do
        {
            got = await socket.ReceiveAsync(part, soon.Token);
            whole.Write(part, 0, got.Count);
        }
        while (!got.EndOfMessage);
        return JsonDocument.Parse(Encoding.UTF8.GetString(whole.ToArray())).RootElement.Clone();
    }

    [GeneratedRegex(@"from '/([^']+)'")]
    private static partial Regex Import();

    [GeneratedRegex(@"https?://|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")]
    private static partial Regex Elsewhere();
}
