using System.Text.Json;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class WhatIfTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public WhatIfTests()
    {
        _workspace.Write("new/one.edit", Workspace.Rules.Replace("{ 11102, 17110 }", "{ 11102, 11730 }", StringComparison.Ordinal));
        _workspace.Write("claims.jsonl", string.Join('\n', Claim("A", "11102"), Claim("B", "17110"), Claim("C", "11730"), Claim("D", "11730"), ""));
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Lines_and_dollars_are_told_by_edit_and_sums_are_those_of_two_runs()
    {
        ToolRun run = _workspace.Run("what-if", "pack", "new", "claims.jsonl", "--by", "edit,month,provider,line_of_business", "--format", "json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement total = json.RootElement.GetProperty("total");
        Assert.Equal((2, 200m, 1, 100m), (total.GetProperty("newlyDeniedLines").GetInt32(), total.GetProperty("newlyDenied").GetDecimal(), total.GetProperty("noLongerDeniedLines").GetInt32(), total.GetProperty("noLongerDenied").GetDecimal()));
        Assert.Equal(Denied("pack"), total.GetProperty("oldNotPaid").GetDecimal());
        Assert.Equal(Denied("new"), total.GetProperty("newNotPaid").GetDecimal());
        Assert.Equal(total.GetProperty("newNotPaid").GetDecimal() - total.GetProperty("oldNotPaid").GetDecimal(), total.GetProperty("change").GetDecimal());
        foreach (JsonProperty dimension in json.RootElement.GetProperty("by").EnumerateObject())
        {
            Assert.Equal(total.GetProperty("change").GetDecimal(), dimension.Value.EnumerateArray().Sum(row => row.GetProperty("change").GetDecimal()));
        }

        Assert.Equal(["B", "C", "D"], json.RootElement.GetProperty("by").GetProperty("edit")[0].GetProperty("claims").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(3, json.RootElement.GetProperty("edits")[0].GetProperty("new").GetProperty("marginalLines").GetInt32());
    }

    [Fact]
    public void A_page_without_a_change_says_so()
    {
        ToolRun run = _workspace.Run("what-if", "pack", "pack", "claims.jsonl", "--format", "html");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("<p>No line would be paid otherwise.</p>", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_and_a_table_are_written()
    {
        Assert.Equal(0, _workspace.Run("what-if", "pack", "new", "claims.jsonl", "--format", "html", "--out", "what.html").Code);
        string page = File.ReadAllText(Path.Combine(_workspace.Folder, "what.html"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        string[] rows = _workspace.Run("what-if", "pack", "new", "claims.jsonl", "--format", "csv").OutputLines;
        Assert.Equal("edit,ONE,2,200.00,1,100.00,0,0.00,100.00,200.00,B C D", rows[1]);
        Assert.StartsWith("total,,2,200.00,1,100.00,", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_in_markdown_has_a_row_for_each_edit()
    {
        string[] lines = _workspace.Run("what-if", "pack", "new", "claims.jsonl", "--format", "markdown").OutputLines;
        Assert.Equal("### What it would cost", lines[0]);
        Assert.Contains("| ONE | 2, $200.00 | 1, $100.00 |  | $100.00 | B, C, D |", lines);
        Assert.Contains("4 claims: nothing is decided otherwise.", _workspace.Run("what-if", "pack", "pack", "claims.jsonl", "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_states_its_error()
    {
        _workspace.Write("many.jsonl", string.Concat(Enumerable.Range(0, 400).Select(i => Claim("C" + i, "11730") + "\n")));
        using JsonDocument json = JsonDocument.Parse(_workspace.Run("what-if", "pack", "new", "many.jsonl", "--sample", "25", "--format", "json").Output);
        JsonElement sample = json.RootElement.GetProperty("sample");
        Assert.InRange(json.RootElement.GetProperty("decided").GetInt32(), 60, 140);
        Assert.True(Math.Abs(sample.GetProperty("newlyDeniedLines").GetDouble() - 400) <= 2 * sample.GetProperty("newlyDeniedLinesError95").GetDouble());
    }

    [Theory]
    [InlineData(2, "what-if", "pack", "new", "claims.jsonl", "--by", "colour")]
    [InlineData(2, "what-if", "pack", "new", "claims.jsonl", "--sample", "0")]
    [InlineData(2, "what-if", "pack", "nowhere", "claims.jsonl")]
    [InlineData(2, "what-if", "HEAD:pack", "new", "claims.jsonl")]
    [InlineData(3, "what-if", "pack", "new", "bad.jsonl")]
    public void Bad_input_is_told(int code, params string[] arguments)
    {
        _workspace.Write("bad.jsonl", "{\n");
        ToolRun run = _workspace.Run(arguments);
        Assert.Equal(code, run.Code);
        Assert.NotEmpty(run.Error);
    }

    // What a plain run says of it.
    private decimal Denied(string pack) => _workspace.Run("run", pack, "claims.jsonl", "--format", "jsonl").OutputLines
        .Select(line => JsonDocument.Parse(line).RootElement)
        .SelectMany(result => result.GetProperty("lines").EnumerateArray())
        .Sum(line => line.TryGetProperty("deniedCharge", out JsonElement cents) ? cents.GetDecimal() : 0);

    private static string Claim(string id, string second) =>
        $$"""{"id":"{{id}}","type":"professional","lineOfBusiness":"commercial","processedDate":"2025-03-20","lines":[{"number":1,"procedure":"99213","units":1,"charge":100,"from":"2025-03-04"},{"number":2,"procedure":"{{second}}","units":1,"charge":50,"from":"2025-03-04"}]}""";
}
