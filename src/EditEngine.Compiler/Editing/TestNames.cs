using System.Collections.Immutable;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>The names that tests and claims with a name have from the pack: edits, reason keys, facts, and claims that are taken over.</summary>
internal static class TestNames
{
    /// <summary>Those of a test.</summary>
    /// <param name="part">Its edit.</param>
    /// <param name="test">The test.</param>
    /// <param name="edit">The same edit.</param>
    public static IEnumerable<Occurrence> Of(FilePart part, TestSyntax test, EditSyntax edit)
    {
        // A title with a name in braces is several.
        if (test.Title is { Value.Length: > 0 } title && !title.Value.Contains('{', StringComparison.Ordinal))
        {
            yield return new Occurrence(new NameKey(NameRole.Claim, title.Value, edit.Id.Text), part.InFile(InQuotes(title)), true);
        }

        HashSet<string?> beside = [.. edit.Clauses.OfType<TestSyntax>().Where(one => one != test).Select(one => one.Title?.Value)];
        foreach (Occurrence one in InLines(part, test.Body, title => beside.Contains(title) ? edit.Id.Text : null))
        {
            yield return one;
        }
    }

    /// <summary>Those of a claim with a name, its own first.</summary>
    public static IEnumerable<Occurrence> Of(FilePart part, NamedClaimSyntax claim) =>
        InLines(part, claim.Body, static _ => null).Prepend(new Occurrence(new NameKey(NameRole.Claim, claim.Title.Value), part.InFile(InQuotes(claim.Title)), true));

    private static TextSpan InQuotes(StringSyntax text) => new(text.Span.Start + 1, text.Value.Length);

    private static IEnumerable<Occurrence> InLines(FilePart part, ImmutableArray<TestLineSyntax> lines, Func<string, string?> ownerOf)
    {
        foreach (TestLineSyntax line in lines)
        {
            if (ClaimOfTest.TitleWordIn(line) is Word title)
            {
                yield return new Occurrence(new NameKey(NameRole.Claim, title.Value, ownerOf(title.Value)), part.InFile(new TextSpan(line.Span.Start + title.Start + 1, title.Value.Length)), false);
                continue;
            }

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
