using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>What panes ask: of texts that are not saved, and of claims that are kept nowhere.</summary>
public sealed class PanesTests : IAsyncLifetime
{
    private const string Rules = """
        pack sample version "1"
        dates by date of service
        reasons
          UNITS = CO 151
        codes @visits : procedure = { 99213 }
        edit MANY "Many"
          for each  professional line v
          when      v.procedure in @visits and v.units > 2
          then      deny v  reason UNITS
        end
        """;

    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await ServedDesk.Start();
        _desk.Write("rules.edit", Rules);
        _desk.Write("claims.jsonl", string.Concat(Enumerable.Range(1, 5).Select(number => Claim($"C{number}", number) + "\n")) + "{\"id\":\"BAD\"}\nno json\n");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_code_is_found_with_the_places_to_open()
    {
        (_, JsonElement found) = await _desk.Post("api/tables/code", new { code = "99213" });
        JsonElement uses = Assert.Single(found.EnumerateArray());
        Assert.Equal("@visits", uses.GetProperty("sets")[0].GetProperty("name").GetString());
        Assert.Equal("MANY", uses.GetProperty("edits")[0].GetProperty("id").GetString());
        Assert.Equal("rules.edit 6", $"{uses.GetProperty("edits")[0].GetProperty("place").GetProperty("file").GetString()} {uses.GetProperty("edits")[0].GetProperty("place").GetProperty("line").GetInt32()}");
    }

    [Fact]
    public async Task Texts_that_are_not_saved_stand_for_their_files_as_long_as_they_are_sent()
    {
        Dictionary<string, string> texts = new() { ["rules.edit"] = Rules.Replace("{ 99213 }", "{ 99214 }", StringComparison.Ordinal) };
        (_, JsonElement changed) = await _desk.Post("api/tables/code", new { code = "99214", texts });
        Assert.Single(changed.EnumerateArray());
        (_, JsonElement saved) = await _desk.Post("api/tables/code", new { code = "99214" });
        Assert.Empty(saved.EnumerateArray());
    }

    [Theory]
    [InlineData("api/tables/code", "{\"code\":\" \"}", HttpStatusCode.BadRequest)]
    [InlineData("api/tables/code", "{\"code\":\"99213\",\"pack\":\"none\"}", HttpStatusCode.NotFound)]
    [InlineData("api/tables/code", "{\"code\":\"99213\",\"pack\":\"..\"}", HttpStatusCode.NotFound)]
    [InlineData("api/tables", "{\"texts\":{\"rules.edit\":\"edit\"}}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/runs", "{\"claims\":\"claims.jsonl\",\"texts\":{\"rules.edit\":\"edit\"}}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("api/runs", "{\"claims\":\"none.jsonl\"}", HttpStatusCode.NotFound)]
    [InlineData("api/runs", "{\"claims\":\"../outside.edit\"}", HttpStatusCode.Forbidden)]
    [InlineData("api/runs", "{\"claims\":\"/dev/zero\"}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("api/runs", "{\"claims\":\"-\"}", HttpStatusCode.NotFound)]
    [InlineData("api/runs", "{}", HttpStatusCode.NotFound)]
    [InlineData("api/runs/claim", "{\"claims\":\"claims.jsonl\",\"id\":\"C9\"}", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_said(string path, string body, HttpStatusCode expected)
    {
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _desk.Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        Assert.Contains("said", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_tells_what_was_decided_and_what_could_not_be_read()
    {
        JsonElement end = await Run("claims.jsonl");
        Assert.Equal((5, 2), (end.GetProperty("good").GetInt32(), end.GetProperty("bad").GetInt32()));
        Assert.All(end.GetProperty("problems").EnumerateArray(), problem => Assert.StartsWith("claims.jsonl", problem.GetProperty("place").GetString(), StringComparison.Ordinal));
        Assert.NotEmpty(end.GetProperty("problems").EnumerateArray());
        JsonElement report = end.GetProperty("report");
        Assert.Equal(3 * 1000, report.GetProperty("notPaidCents").GetInt32());
        JsonElement edit = report.GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("by").GetString() == "edit").GetProperty("rows")[0];
        Assert.Equal("MANY", edit.GetProperty("value").GetString());
        Assert.Equal(["C3", "C4", "C5"], edit.GetProperty("behind").EnumerateArray().Select(id => id.GetString()!));
        (_, JsonElement claim) = await _desk.Post("api/runs/claim", new { claims = "claims.jsonl", id = "C3" });
        Assert.Equal("C3", JsonDocument.Parse(claim.GetProperty("claim").GetString()!).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Claims_elsewhere_are_read_by_their_full_path()
    {
        string elsewhere = Path.Combine(Path.GetDirectoryName(_desk.Folder)!, "elsewhere.jsonl");
        await File.WriteAllTextAsync(elsewhere, Claim("E1", 9) + "\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await Run(elsewhere)).GetProperty("good").GetInt32());
    }

    [Fact]
    public async Task A_page_that_goes_ends_its_run()
    {
        // Some seconds of claims, of which the page hears the beginning.
        await File.WriteAllLinesAsync(Path.Combine(_desk.Folder, "many.jsonl"), Enumerable.Range(0, 400_000).Select(number => Claim($"M{number}", 3)), TestContext.Current.CancellationToken);
        using (CancellationTokenSource gone = new())
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "api/runs") { Content = JsonContent.Create(new { claims = "many.jsonl" }) };
            HttpResponseMessage response = await _desk.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, gone.Token);
            using StreamReader news = new(await response.Content.ReadAsStreamAsync(gone.Token));
            Assert.Contains("progress", await news.ReadLineAsync(gone.Token), StringComparison.Ordinal);
            response.Dispose();
        }

        // The next one has the machine to itself.
        Assert.Equal(5, (await Run("claims.jsonl")).GetProperty("good").GetInt32());
    }

    private async Task<JsonElement> Run(string claims)
    {
        using HttpResponseMessage response = await _desk.Client.PostAsJsonAsync("api/runs", new { claims }, TestContext.Current.CancellationToken);
        string[] lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(lines[^1]).RootElement.Clone();
    }

    private static string Claim(string id, int units) =>
        $$"""{"id":"{{id}}","type":"professional","processedDate":"2025-03-20","lines":[{"number":1,"procedure":"99213","units":{{units}},"charge":10.00,"from":"2025-03-04"}]}""";
}
