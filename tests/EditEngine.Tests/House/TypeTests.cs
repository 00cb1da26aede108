using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>Types are small, and each has a name of its own.</summary>
public sealed partial class TypeTests
{
    private const int MostLines = 400;

    /// <summary>Names that two types have, each with why.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["BinaryOperator"] = "the operator that is written, and the row of the table of operators that it is bound to",
        ["TargetKey"] = "what a finding is of, in each of the two executions that are held against each other: neither may use the other's",
    };

    private static readonly (string Name, string Simple, int Lines)[] Types =
    [
        .. SourceFiles.Projects.SelectMany(SourceFiles.Sources)
            .SelectMany(source => InFile(source.Text))
            .GroupBy(part => part.Name)
            .Select(parts => (parts.Key, parts.First().Simple, parts.Sum(part => part.Lines))),
    ];

    [Fact]
    public void No_type_has_over_400_lines_in_all_its_parts()
    {
        string[] wrong = [.. Types.Where(type => type.Lines > MostLines).Select(type => $"{type.Name} has {type.Lines} lines")];
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_two_types_share_a_name()
    {
        string[] shared = [.. Types.GroupBy(type => type.Simple).Where(types => types.Select(type => RoomOf(type.Name)).Distinct().Count() > 1).Select(types => types.Key).Order(StringComparer.Ordinal)];
        Assert.Equal(Shared.Keys.Order(StringComparer.Ordinal), shared);
    }

    [Fact]
    public void Parts_of_a_type_are_counted_together()
    {
        (string Name, string Simple, int Lines)[] found = [.. InFile("namespace N.M;\n\ninternal sealed partial class One\n{\n    private sealed record Inner(int A);\n}\n\npublic record Two(\n    int A);\n\ninternal enum Three\n{\n    A,\n}\n")];
        Assert.Equal([("N.M.One", "One", 4), ("N.M.Two", "Two", 2), ("N.M.Three", "Three", 4)], found);
    }

    // In one room a type and the same with parameters are of one family.
    private static string RoomOf(string name) => name[..name.LastIndexOf('.')];

    /// <summary>Types of the outermost level: a name with type parameters is another than the same without. They end with the first line that begins with a bracket, or that ends a record of one line.</summary>
    private static IEnumerable<(string Name, string Simple, int Lines)> InFile(string text)
    {
        text = text.Replace("\r", "", StringComparison.Ordinal);
        string space = Namespace().Match(text).Groups[1].Value;
        foreach (Match found in Declared().Matches(text))
        {
            string body = text[found.Index..];
            Match opens = BodyOrEnd().Match(body);
            int end = opens.Value.StartsWith('{') ? body.IndexOf("\n}", StringComparison.Ordinal) + 2 : opens.Index + opens.Length;
            int arity = found.Groups[2].Value.Count(c => c == ',') + (found.Groups[2].Success ? 1 : 0);
            string simple = found.Groups[1].Value + (arity == 0 ? "" : $"`{arity}");
            yield return ($"{space}.{simple}", found.Groups[1].Value, body[..end].Count(c => c == '\n') + 1);
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum) (\w+)(<[^>\n]*>)?", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\{|; *$", RegexOptions.Multiline)]
    private static partial Regex BodyOrEnd();
}
