using System.Text.RegularExpressions;
using EditEngine.Cli;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>Command lines that pages show to be copied: the tool has their commands, arguments and options.</summary>
public sealed class CommandLinesTests
{
    public static TheoryData<string, string> Lines => [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md")).Order(StringComparer.Ordinal)
        .SelectMany(page => Regex.Matches(File.ReadAllText(page), @"```(?:sh|yaml)\n(.*?)```", RegexOptions.Singleline)
            .SelectMany(fence => Regex.Matches(fence.Groups[1].Value, @"^[ -]*(edits [^\n#]*)", RegexOptions.Multiline)).Select(line => (Path.GetFileName(page), line.Groups[1].Value.Trim())))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_line_can_be_read(string page, string line)
    {
        string call = Regex.Split(line, @"\s(?:>>?|\||&&|\|\||;)\s").First();
        string[] words = [.. Regex.Matches(call, "\"([^\"]*)\"|(\\S+)").Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Groups[2].Value).Skip(1)];
        Assert.True(Tool.Root().Parse(words).Errors is [], $"{page}: {line}\n{string.Join('\n', Tool.Root().Parse(words).Errors.Select(error => error.Message))}");
    }

    [Fact]
    public void The_workflows_are_among_them() => Assert.Contains(Lines, row => row.Data.Item1 == "ci.md" && row.Data.Item2.StartsWith("edits what-if", StringComparison.Ordinal));
}
