using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class ReportTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ReportTests()
    {
        _workspace.Write("claims.jsonl", string.Concat(Claim("A", "11102"), Claim("B", "17110"), Claim("C", "11730")));
        Assert.Equal(0, _workspace.Run("run", "pack", "claims.jsonl", "--format", "jsonl", "--out", "results.jsonl").Code);
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_page_tells_what_was_decided_and_fetches_nothing()
    {
        ToolRun run = _workspace.Run("report", "results.jsonl", "--claims", "claims.jsonl", "--out", "report.html");
        Assert.Equal((0, ""), (run.Code, run.Error));
        string page = File.ReadAllText(Path.Combine(_workspace.Folder, "report.html"));
        Assert.Contains("By billing provider", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Equal(page, _workspace.Run("report", "results.jsonl", "--claims", "claims.jsonl").Output);
    }

    [Fact]
    public void Sums_are_those_of_the_results()
    {
        using JsonDocument json = JsonDocument.Parse(_workspace.Run("report", "results.jsonl", "--claims", "claims.jsonl", "--format", "json").Output);
        decimal denied = File.ReadLines(Path.Combine(_workspace.Folder, "results.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .SelectMany(result => result.GetProperty("lines").EnumerateArray()).Sum(line => line.TryGetProperty("deniedCharge", out JsonElement dollars) ? dollars.GetDecimal() : 0);
        Assert.True(denied > 0);
        Assert.Equal(denied, json.RootElement.GetProperty("notPaid").GetDecimal());
        foreach (JsonProperty group in json.RootElement.GetProperty("by").EnumerateObject())
        {
            Assert.Equal(denied, group.Value.EnumerateArray().Sum(row => row.GetProperty("notPaid").GetDecimal()));
        }
    }

    [Fact]
    public void A_workbook_has_a_row_for_each_finding_and_texts_are_no_formulas()
    {
        Assert.Equal(0, _workspace.Run("report", "results.jsonl", "--format", "xlsx", "--out", "results.xlsx").Code);
        using ZipArchive book = ZipFile.OpenRead(Path.Combine(_workspace.Folder, "results.xlsx"));
        using StreamReader sheet = new(book.Entries.First(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        string text = sheet.ReadToEnd();
        int findings = File.ReadLines(Path.Combine(_workspace.Folder, "results.jsonl")).Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal(findings + 1, text.Split("<row").Length - 1);
        Assert.DoesNotContain("<f>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_are_none_are_told_and_left_out()
    {
        _workspace.Write("some.jsonl", File.ReadAllText(Path.Combine(_workspace.Folder, "results.jsonl")) + "{\"claim\":\n");
        ToolRun run = _workspace.Run("report", "some.jsonl", "--format", "json");
        Assert.Equal(3, run.Code);
        Assert.Contains("some.jsonl: line 4", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "A workbook is no text", "report", "results.jsonl", "--format", "xlsx")]
    [InlineData(3, "EDIT8070", "report", "nowhere.jsonl")]
    [InlineData(3, "EDIT8071", "report", "results.jsonl", "--claims", "other.jsonl")]
    [InlineData(2, "EDIT", "report", "results.jsonl", "--out", "results.jsonl")]
    public void Slips_are_told(int code, string told, params string[] arguments)
    {
        _workspace.Write("other.jsonl", "");
        ToolRun run = _workspace.Run(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_tell_each_edit_with_its_examples_and_replace_only_such_pages()
    {
        ToolRun run = _workspace.Run("docs", "pack", "--out", "site", "--since", "pack");
        Assert.Equal((0, ""), (run.Code, run.Error));
        string edit = File.ReadAllText(Path.Combine(_workspace.Folder, "site", "edit-ONE.html"));
        Assert.Contains("edit ONE", edit, StringComparison.Ordinal);
        Assert.Contains("deny the line", edit, StringComparison.Ordinal);
        Assert.Contains("Nothing differs", File.ReadAllText(Path.Combine(_workspace.Folder, "site", "changes.html")), StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("docs", "pack", "--out", "site").Code);
        Assert.False(File.Exists(Path.Combine(_workspace.Folder, "site", "changes.html")));

        _workspace.Write("kept/notes.txt", "mine");
        Assert.Equal(2, _workspace.Run("docs", "pack", "--out", "kept").Code);
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(_workspace.Folder, "kept")).Select(Path.GetFileName));
        Assert.Equal(2, _workspace.Run("docs", "pack", "--out", "site", "--ending-within", "30").Code);
    }

    [Fact]
    public void A_page_explains_a_claim_condition_by_condition()
    {
        ToolRun run = _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "A", "--format", "html");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("<td class=\"truth yes\">yes</td>", run.Output, StringComparison.Ordinal);
        Assert.Contains("m.procedure in @minor", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Run("explain", "pack", "--test", "no 25", "--format", "html").Code);
        Assert.Equal(2, _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "A", "--format", "pdf").Code);
    }

    private static string Claim(string id, string second) =>
        Workspace.Claim(id, "\"processedDate\":\"2025-03-20\",\"billing\":{\"npi\":\"1234567893\"},", second).Replace("\"units\":1", "\"units\":1,\"charge\":100", StringComparison.Ordinal) + "\n";
}
