using System.Text;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class RuleTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_sound_pack_ends_with_0()
    {
        ToolRun run = _workspace.Run("check", "pack");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["sample.one 1: 1 edit, 1 test, 0 tables, 1 code set", "0 errors, 0 warnings"], run.OutputLines);
    }

    [Theory]
    [InlineData("when ", "whne ", "when")]
    [InlineData("v.procedure = 99213", "v.procedur = 99213", "procedure")]
    [InlineData("@minor\n", "@miner\n", "@minor")]
    [InlineData("professional line", "profesional line", "professional")]
    [InlineData("reason BUNDLED", "reason BUNDELD", "BUNDLED")]
    public void A_misspelt_word_is_told_once_with_what_was_meant(string right, string wrong, string meant)
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace(right, wrong, StringComparison.Ordinal));
        ToolRun run = _workspace.Run("check", "pack");
        Assert.Equal(1, run.Code);
        string error = Assert.Single(run.OutputLines, line => line.Contains(": error ", StringComparison.Ordinal));
        Assert.StartsWith("one.edit(", error, StringComparison.Ordinal);
        Assert.Contains($"Did you mean '{meant}'?", error, StringComparison.Ordinal);
        Assert.Equal("1 error, 0 warnings", run.OutputLines[^1]);
    }

    [Fact]
    public void Rules_with_errors_are_not_run()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("v.procedure =", "v.procedur =", StringComparison.Ordinal));
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        string results = _workspace.Write("results.jsonl", "before");
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl", "--out", "results.jsonl");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("EDIT0202", run.Error, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(results));
    }

    [Theory]
    [InlineData("code,kind,effective,deleted\n99213,visit,2024-01-01,\n", "sort", "sort")]
    [InlineData("code,kind,effective,deleted\n99213,visit,2024-01-01,2024-12-31\n99213,other,2024-12-31,\n", "kind", "99213")]
    public void A_missing_column_and_rows_that_overlap_are_told(string table, string column, string named)
    {
        _workspace.Write("pack/kinds.csv", table);
        _workspace.Write("pack/kinds.edit", $"table @kinds from \"kinds.csv\"  dated effective .. deleted\n  key code : procedure\n  {column} : text\n");
        ToolRun run = _workspace.Run("check", "pack");
        Assert.Equal(1, run.Code);
        Assert.Contains(run.OutputLines, line => line.Contains(": error EDIT", StringComparison.Ordinal) && line.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_in_UTF_16_and_binary_rules_are_told()
    {
        _workspace.Write("pack/one.edit", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Workspace.Rules)]);
        _workspace.Write("pack/two.edit", [1, 2, 0, 255]);
        ToolRun run = _workspace.Run("check", "pack");
        Assert.Equal(1, run.Code);
        Assert.Contains("one.edit", run.Output, StringComparison.Ordinal);
        Assert.Contains("two.edit", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rules_ends_with_1()
    {
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "empty"));
        Assert.Equal(1, _workspace.Run("check", "empty").Code);
    }

    [Fact]
    public void Tests_that_fail_end_with_1_and_show_what_was_found()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("expect line 1 denied", "expect line 2 denied", StringComparison.Ordinal));
        ToolRun run = _workspace.Run("test", "pack");
        Assert.Equal(1, run.Code);
        Assert.Contains("expected  line 2 denied by ONE", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing found", run.Output, StringComparison.Ordinal);
        Assert.Equal("0 passed, 1 failed", run.OutputLines[^1]);
    }

    [Fact]
    public void Tests_that_pass_end_with_0_and_a_filter_without_tests_with_2()
    {
        Assert.Equal((0, "1 passed, 0 failed\n"), (_workspace.Run("test", "pack").Code, _workspace.Run("test", "pack", "--filter", "one").Output));
        Assert.Equal(2, _workspace.Run("test", "pack", "--filter", "nothing like it").Code);
    }

    [Theory]
    [InlineData("needs payer-rules/acme/commercial", "ACME-NEW: status is adjusted or paid; procedure is one of 99202-99215; ")]
    [InlineData("cost payer-rules/acme/commercial", "ACME-AGE: little, about ")]
    [InlineData("field line.units", "units of a ")]
    [InlineData("check payer-rules/acme/commercial --lint", "0 errors")]
    public void Questions_about_a_pack_are_answered(string arguments, string said)
    {
        ToolRun run = Tool.Run(Repository.Root, arguments.Split(' '));
        Assert.Equal(0, run.Code);
        Assert.Contains(run.OutputLines, line => line.StartsWith(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Layout_is_checked_and_corrected()
    {
        string file = _workspace.Write("pack/one.edit", Workspace.Rules.Replace("  when      v", "  when v", StringComparison.Ordinal));
        ToolRun check = _workspace.Run("fmt", "pack", "--check");
        Assert.Equal(1, check.Code);
        Assert.Contains("EDIT8004", check.Error, StringComparison.Ordinal);
        Assert.Equal((0, "pack/one.edit\n"), (_workspace.Run("fmt", "pack").Code, "pack/one.edit\n"));
        Assert.Equal(Workspace.Rules.TrimEnd(), File.ReadAllText(file).TrimEnd());
        Assert.Equal(0, _workspace.Run("fmt", "pack", "--check").Code);
    }
}
