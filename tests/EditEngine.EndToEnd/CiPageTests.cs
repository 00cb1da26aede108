using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>The workflows of <c>docs/ci.md</c>: what they call the tool with is run, in a repository with a change of the rules.</summary>
public sealed class CiPageTests : IDisposable
{
    private const string Git = "git -c user.name=a -c user.email=a@b.invalid";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("GitHub", 9)]
    [InlineData("GitLab", 8)]
    public void What_a_workflow_calls_runs_and_leaves_a_report(string host, int commands)
    {
        string[] lines = CommandsOf(host);
        Assert.Equal(commands, lines.Length);
        if (_workspace.Shell("git --version").Code != 0)
        {
            Assert.Skip("git is not installed");
        }

        Commit();
        _workspace.Write("pack/one.edit", Rules(", 11730"));
        foreach (string line in lines)
        {
            ToolRun run = _workspace.Shell($"export PACK=pack CLAIMS=claims.jsonl BASE=HEAD; {line}");
            Assert.True(run.Code == 0, $"{line}\n{run.Output}{run.Error}");
        }

        string report = File.ReadAllText(Path.Combine(_workspace.Folder, "report.md"));
        Assert.Contains("edit ONE changed: stricter", report, StringComparison.Ordinal);
        Assert.Contains("| ONE | 1, $100.00 |", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test", "expect line 1 denied", "expect line 1 warned")]
    [InlineData("coverage")]
    [InlineData("check", "deny v", "deny w")]
    [InlineData("fmt", "  for each", "    for each")]
    [InlineData("analyze", "  for each  professional line v, other line m", "  effective 2025-02-01 .. 2025-01-01\n  for each  professional line v, other line m")]
    public void What_is_not_as_it_should_be_stops_the_workflow(string command, params string[] changes)
    {
        // The pack of the workspace has one test.
        string rules = changes.Length == 0 ? Workspace.Rules : Rules("");
        for (int i = 0; i < changes.Length; i += 2)
        {
            Assert.Contains(changes[i], rules, StringComparison.Ordinal);
            rules = rules.Replace(changes[i], changes[i + 1], StringComparison.Ordinal);
        }

        _workspace.Write("pack/one.edit", rules);
        string line = CommandsOf("GitHub").First(one => one.StartsWith($"edits {command} ", StringComparison.Ordinal));
        ToolRun run = _workspace.Shell($"export PACK=pack CLAIMS=claims.jsonl BASE=HEAD; {line}");
        Assert.True(run.Code == 1, $"{run.Code}: {line}\n{run.Output}{run.Error}");
    }

    private void Commit()
    {
        _workspace.Write("pack/one.edit", Rules(""));
        _workspace.Write("claims.jsonl", Workspace.Claim("A", second: "11730").Replace("\"units\":1", "\"units\":1,\"charge\":100.00", StringComparison.Ordinal) + "\n");
        Assert.Equal(0, _workspace.Shell($"git init -q . && git add . && {Git} commit -qm one").Code);
    }

    // A pack whose tests reach all of it and notice every change.
    private static string Rules(string more) => $$"""
        pack sample.one version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97

        codes @minor : CPT = { 11102, 17110{{more}} }

        edit ONE "Visit on the day of a minor procedure"
          cite      "Policy 1"
          for each  professional line v, other line m  with same date
          when      v.procedure = 99213
          and       m.procedure in @minor
          and       v has no modifier 25
          then      deny v  reason BUNDLED

          test each m in { 11102, 17110{{more}} } "no 25, {m}"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: {m} on 2025-03-04
            expect line 1 denied by ONE reason BUNDLED
            expect line 2 clean
          test "with 25"
            claim professional
              line 1: 99213-25 on 2025-03-04
              line 2: 11102 on 2025-03-04
            expect clean
          test each m in { 11101, 11103, 17111, 11731, 99213 } "another procedure, {m}"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: {m} on 2025-03-04
            expect clean
          test "another visit"
            claim professional
              line 1: 99214 on 2025-03-04
              line 2: 11102 on 2025-03-04
            expect clean
          test "the day after"
            claim professional
              line 1: 99213 on 2025-03-05
              line 2: 11102 on 2025-03-04
            expect clean
          test "of a hospital"
            claim institutional
              line 1: 99213 on 2025-03-04
              line 2: 11102
            expect clean
          test "no code"
            claim professional
              line 1: on 2025-03-04
            expect nothing from ONE
          test "another modifier"
            claim professional
              line 1: 99213-26 on 2025-03-04
              line 2: 11102 on 2025-03-04
            expect line 1 denied by ONE
        end

        """;

    private static string[] CommandsOf(string host)
    {
        string page = File.ReadAllText(Repository.Path("docs/ci.md"));
        string section = Regex.Match(page, $@"\n## {host}\n.*?```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        return [.. section.Split('\n').Select(line => line.Trim()).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line).Where(line => line.StartsWith("edits ", StringComparison.Ordinal))];
    }
}
