using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EditEngine.Workbench.Serving;

namespace EditEngine.Tests.Workbench;

/// <summary>A workbench that really listens, on a folder of one test, and a client that has its token.</summary>
public sealed class ServedDesk : IAsyncDisposable
{
    public const string Rules = "pack sample version \"1\"\n\nedit MANY \"Many\"\n  for each  line v\n  when      v.units > 2\n  then      review v\nend\n";

    private readonly string _above;
    private readonly WorkbenchServer _server;

    private ServedDesk(string above, WorkbenchServer server)
    {
        _above = above;
        _server = server;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}/") };
        Client.DefaultRequestHeaders.Add("X-Edits-Token", server.Token);
    }

    /// <summary>Has the token in its header.</summary>
    public HttpClient Client { get; }

    public string Token => _server.Token;

    public int Port => _server.Port;

    /// <summary>The folder that is served; beside it lies <c>outside.edit</c>.</summary>
    public string Folder => Path.Combine(_above, "pack");

    /// <summary>Serves a folder with one pack.</summary>
    public static async Task<ServedDesk> Start()
    {
        string above = Directory.CreateTempSubdirectory("edits-desk-").FullName;
        File.WriteAllText(Path.Combine(above, "outside.edit"), "-- not yours\n");
        Directory.CreateDirectory(Path.Combine(above, "pack"));
        File.WriteAllText(Path.Combine(above, "pack", "rules.edit"), Rules);
        return new ServedDesk(above, await WorkbenchServer.Start(Path.Combine(above, "pack"), 0));
    }

    /// <summary>Writes a file of the folder as another program would.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string ReadText(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Status and body of a question.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Get(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(path);
        return (response.StatusCode, await BodyOf(response));
    }

    /// <summary>The text of a file with its hash.</summary>
    public async Task<(string Text, string Hash)> Open(string name)
    {
        (_, JsonElement body) = await Get($"api/file?name={Uri.EscapeDataString(name)}");
        return (body.GetProperty("text").GetString()!, body.GetProperty("hash").GetString()!);
    }

    /// <summary>Saves a text; status and body of the answer.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Save(string name, string text, string? hash)
    {
        using HttpResponseMessage response = await Client.PutAsJsonAsync("api/file", new { name, text, hash });
        return (response.StatusCode, await BodyOf(response));
    }

    /// <summary>Asks a pane's question.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync(path, body);
        return (response.StatusCode, await BodyOf(response));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_above, recursive: true);
    }

    private static async Task<JsonElement> BodyOf(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }
}
