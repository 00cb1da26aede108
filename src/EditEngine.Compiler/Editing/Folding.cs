using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>Lines that can be folded away: declarations, tests, and comments of several lines.</summary>
internal static class Folding
{
    /// <summary>The stretches of a file, each over at least two lines.</summary>
    public static IEnumerable<(TextSpan Span, bool IsComment)> Of(EditingPack pack, string file)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (pack.Find(file) is not (_, SyntaxTree tree))
        {
            return [];
        }

        IEnumerable<TextSpan> nodes = pack.PartsOf(file).SelectMany(part => Nodes(part).Select(node => part.InFile(node.Span)));
        return nodes.Where(span => tree.Source.LineOf(span.Start) < tree.Source.LineOf(span.End)).Select(span => (span, false)).Concat(Comments(tree.Source.Text).Select(span => (span, true)));
    }

    private static IEnumerable<SyntaxNode> Nodes(FilePart part) =>
        part.Declaration.Syntax is EditSyntax edit ? edit.Clauses.OfType<TestSyntax>().Prepend((SyntaxNode)edit) : [part.Declaration.Syntax];

    // Comments that have their lines to themselves, one below the other.
    private static IEnumerable<TextSpan> Comments(string text)
    {
        int start = -1;
        int end = 0;
        int lines = 0;
        for (int at = 0; at < text.Length;)
        {
            int next = text.IndexOf('\n', at);
            int lineEnd = next < 0 ? text.Length : next;
            bool isComment = text.AsSpan(at, lineEnd - at).TrimStart().StartsWith("--");
            if (isComment)
            {
                (start, lines) = start < 0 ? (at, 1) : (start, lines + 1);
                end = lineEnd;
            }
            else if (start >= 0)
            {
                if (lines > 1)
                {
                    yield return TextSpan.FromTo(start, end);
                }

                start = -1;
            }

            at = lineEnd + 1;
        }

        if (start >= 0 && lines > 1)
        {
            yield return TextSpan.FromTo(start, end);
        }
    }
}
