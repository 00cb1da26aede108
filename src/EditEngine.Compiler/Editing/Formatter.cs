using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Editing;

/// <summary>
/// Writes a rule file in the one layout: clauses at two blanks with what they say in one column, signs spaced, one blank line at most.
/// Lines stay where the writer broke them, comments stay, and aligned colons and equals signs stay aligned.
/// </summary>
internal static class Formatter
{
    /// <summary>The file's text in the layout; unchanged where it has a syntax error.</summary>
    /// <remarks>Idempotent. Only blanks differ: the tokens of the result are those of the file.</remarks>
    public static string Format(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        string text = tree.Source.Text;
        if (tree.Diagnostics.Any(found => found.Severity == Severity.Error))
        {
            return text;
        }

        string formatted = Write(tree);
        SyntaxTree again = EditParser.Parse(new SourceText(tree.Source.File, formatted));
        return Words(again).SequenceEqual(Words(tree), StringComparer.Ordinal) ? formatted : text; // blanks may be what kept two tokens apart
    }

    private static string Write(SyntaxTree tree)
    {
        List<SourceLine> lines = SourceLine.Cut(tree);
        StringBuilder text = new();
        LineLayout layout = new(tree, lines);
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsAfterBlankLine && i > 0)
            {
                text.Append('\n');
            }

            text.Append(layout.Layout(i)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Words(SyntaxTree tree) =>
        tree.Tokens.Where(token => token.Kind != TokenKind.Blank).Select(token => tree.Source.Slice(token.Span).TrimEnd());
}
