using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>A token of a line.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">As written.</param>
/// <param name="Start">Offset in the file.</param>
/// <param name="Column">Column from 0, a tab counting as four.</param>
internal readonly record struct LineToken(TokenKind Kind, string Text, int Start, int Column)
{
    /// <summary>Column after it.</summary>
    public int EndColumn => Column + Text.Length;
}

/// <summary>A line that is not blank.</summary>
/// <param name="Tokens">Its tokens without blanks, the comment last.</param>
/// <param name="IsAfterBlankLine">A blank line stands before it.</param>
internal sealed record SourceLine(List<LineToken> Tokens, bool IsAfterBlankLine)
{
    private const int TabWidth = 4;

    public LineToken First => Tokens[0];

    public bool IsComment => First.Kind == TokenKind.Comment;

    /// <summary>The lines of a file that are not blank.</summary>
    public static List<SourceLine> Cut(SyntaxTree tree)
    {
        List<SourceLine> lines = [];
        List<LineToken> line = [];
        int column = 0;
        int breaks = 0;
        foreach (SyntaxToken token in tree.Tokens)
        {
            string text = tree.Source.Slice(token.Span);
            if (token.Kind != TokenKind.Blank)
            {
                if (line.Count == 0)
                {
                    lines.Add(new SourceLine(line, breaks > 1));
                }

                line.Add(new LineToken(token.Kind, token.Kind == TokenKind.Comment ? text.TrimEnd() : text, token.Span.Start, column));
                column += text.Length;
                breaks = 0;
                continue;
            }

            foreach (char c in text)
            {
                if (c == '\n')
                {
                    breaks++;
                    column = 0;
                    line = line.Count > 0 ? [] : line;
                }
                else
                {
                    column += c switch { '\t' => TabWidth, '\uFEFF' or '\r' => 0, _ => 1 };
                }
            }
        }

        return lines;
    }
}
