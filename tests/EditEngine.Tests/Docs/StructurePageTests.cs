using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The page of the structure pack names its edits, each once, and none beside; what it does not ask has a reason.</summary>
public sealed class StructurePageTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Repository.PathOf("docs", "structure-pack.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Every_edit_stands_there_once()
    {
        string[] edits =
        [
            .. Directory.GetFiles(Repository.PathOf("payer-rules", "general", "structure"), "*.edit")
                .SelectMany(File.ReadAllLines).Select(line => Regex.Match(line, "^edit (STR-[A-Z0-9-]+)")).Where(match => match.Success).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(edits, Rows.Select(row => row[1]).Where(edit => edit.Length > 0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_asked_has_its_reason() => Assert.All(Rows.Where(row => row[1].Length == 0), row => Assert.NotEmpty(row[2]));
}
