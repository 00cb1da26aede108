using System.Net;
using System.Text.Json;
using EditEngine.Tests.Packs;
using EditEngine.Workbench.Serving;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>Files of packs that are extended and lie outside of the folder: they are read, and nothing else out there is.</summary>
public sealed class BaseFileTests
{
    private const string Base = "pack base version \"1\"\ntable @caps from \"caps.csv\"\n  key code : procedure\n  most : number\nedit OLD \"Old\"\n  for each  line v\n  given     c := one row of @caps for v.procedure\n  when      v.units > c.most\n  then      review v\nend\n";

    [Theory]
    [InlineData("../base/base.edit", "the pack base that is extended here")]
    [InlineData("../base/caps.csv", "of a pack that is extended here")]
    public async Task A_file_of_a_base_is_read_with_the_reason_why_it_cannot_be_saved(string name, string said)
    {
        await using Served served = await Served.Start();
        (HttpStatusCode status, JsonElement body) = await served.Get(name);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(File.ReadAllText(Path.Combine(served.Folder, name)), body.GetProperty("text").GetString());
        Assert.Contains(said, body.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await served.Save(name, body.GetProperty("hash").GetString()!));
        Assert.Equal(body.GetProperty("text").GetString(), File.ReadAllText(Path.Combine(served.Folder, name)));
    }

    [Theory]
    [InlineData("../edits.json")]
    [InlineData("../base/secret.txt")]
    [InlineData("../other/other.edit")]
    [InlineData("../../../etc/passwd")]
    public async Task Nothing_else_outside_is_read(string name)
    {
        await using Served served = await Served.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await served.Get(name)).Status);
    }

    private sealed class Served(PackOnDisk disk, WorkbenchServer server, HttpClient client) : IAsyncDisposable
    {
        public string Folder => Path.Combine(disk.Path, "acme");

        public static async Task<Served> Start()
        {
            PackOnDisk disk = new(
                ("edits.json", "{}"),
                ("base/base.edit", Base),
                ("base/caps.csv", "code,most\n99213,2\n"),
                ("base/secret.txt", "not yours\n"),
                ("other/other.edit", "pack other version \"1\"\n"),
                ("acme/acme.edit", "pack acme version \"1\" extends base\n"));
            WorkbenchServer server = await WorkbenchServer.Start(Path.Combine(disk.Path, "acme"), 0);
            HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}/") };
            client.DefaultRequestHeaders.Add("X-Edits-Token", server.Token);
            return new Served(disk, server, client);
        }

        public async Task<(HttpStatusCode Status, JsonElement Body)> Get(string name)
        {
            using HttpResponseMessage response = await client.GetAsync($"api/file?name={Uri.EscapeDataString(name)}");
            return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone());
        }

        public async Task<HttpStatusCode> Save(string name, string hash)
        {
            using HttpResponseMessage response = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(client, "api/file", new { name, text = "-- mine\n", hash });
            return response.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await server.DisposeAsync();
            disk.Dispose();
        }
    }
}
