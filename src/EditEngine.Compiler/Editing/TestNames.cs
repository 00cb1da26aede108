using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>The names that tests have from the pack: edits, reason keys and facts.</summary>
internal static class TestNames
{
    /// <summary>Those of a test.</summary>
    public static IEnumerable<Occurrence> Of(FilePart part, TestSyntax test)
    {
        foreach (TestLineSyntax line in test.Body)
        {
            Word[] words = [.. Words.Of(line.Text)];
            for (int i = 1; i < words.Length; i++)
            {
                if (words[i].Kind == WordKind.Plain && RoleOf(words[0].Value, words[i - 1].Value, i) is NameRole role)
                {
                    yield return new Occurrence(new NameKey(role, words[i].Value), part.InFile(new TextSpan(line.Span.Start + words[i].Start, words[i].Length)), false);
                }
            }
        }
    }

    private static NameRole? RoleOf(string line, string before, int at) => (line, before) switch
    {
        ("expect", "by" or "from") => NameRole.Edit,
        ("expect", "reason") => NameRole.Reason,
        ("fact", _) when at == 1 => NameRole.Fact,
        ("missing", "fact") => NameRole.Fact,
        _ => null,
    };
}
