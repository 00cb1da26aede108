using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The page of kinds of edits names files and edits that are there.</summary>
public sealed partial class KindsPageTests
{
    private const int Kinds = 64;

    public static TheoryData<int, string, string> Rows =>
        [.. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "kinds.md"))).Select(row => (int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), row.Groups[2].Value, row.Groups[3].Value))];

    [Fact]
    public void Every_kind_has_a_row() => Assert.Equal(Enumerable.Range(1, Kinds), Rows.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_edits_of_a_row_stand_in_its_file_below_its_kind(int kind, string file, string edits)
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "EditEngine.Conformance", "good", "policies", file));
        Assert.Equal("", string.Join(", ", edits.Split(", ").Where(edit => !text.Contains($"\nedit {edit} \"", StringComparison.Ordinal) && !text.Contains($" {edit} ", StringComparison.Ordinal))));
        Assert.Matches($@"-- kinds? (\d+ and )?{kind}\b", text);
    }

    [GeneratedRegex(@"^\| (\d+) \| [^|]+ \| ([a-z-]+\.edit) \| ([A-Z0-9, -]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
