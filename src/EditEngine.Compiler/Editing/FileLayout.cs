using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>The layout as changes of a file: of all of it, of a selection, and of the line that is begun.</summary>
internal static class FileLayout
{
    /// <summary>What makes of a file, or of the lines of it that a stretch touches, what the formatter makes of it; nothing where it has a syntax error.</summary>
    public static ImmutableArray<TextChange> Of(EditingPack pack, string file, TextSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (pack.Find(file) is not (_, SyntaxTree tree))
        {
            return [];
        }

        string text = tree.Source.Text;
        string formatted = Formatter.Format(tree);
        return formatted == text ? [] : [.. Changes(file, text, formatted, within ?? new TextSpan(0, text.Length))];
    }

    /// <summary>How far the line is indented that begins after a line end that was just typed; null where the file says nothing of it.</summary>
    public static TextChange? OfNewLine(EditingPack pack, string file, int offset)
    {
        if (CursorPlace.Of(pack, file, offset) is not CursorPlace place)
        {
            return null;
        }

        string text = place.Tree.Source.Text;
        int start = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        if (start == 0 || offset < start)
        {
            return null;
        }

        int blanks = text.AsSpan(start).IndexOfAnyExcept(' ', '\t') is var count and >= 0 ? count : text.Length - start;
        string indent = new(' ', IndentAfter(text[..start].TrimEnd().Split('\n')[^1].TrimEnd('\r')));
        return text.Substring(start, blanks) == indent ? null : new TextChange(file, new TextSpan(start, blanks), indent);
    }

    private static int IndentAfter(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int indent = line.Length - line.TrimStart().Length;
        return words switch
        {
            ["end", ..] => 0,
            ["edit" or "reasons" or "table" or "extend", ..] or ["replace", "edit", ..] => 2,
            ["test", ..] => indent + 2,
            ["claim", ['"', ..], ..] when indent == 0 => 2,
            ["claim", "professional" or "institutional" or "dental", ..] when indent >= 2 => indent + 2,
            _ => indent,
        };
    }

    // The formatter keeps every line that is not blank: one is held against the other, with the blank lines before it.
    private static IEnumerable<TextChange> Changes(string file, string text, string formatted, TextSpan within)
    {
        using IEnumerator<TextSpan> after = Lines(formatted).GetEnumerator();
        TextSpan last = default;
        TextSpan lastFormatted = default;
        foreach (TextSpan line in Lines(text))
        {
            after.MoveNext();
            TextSpan old = TextSpan.FromTo(last.End, line.End);
            string now = formatted[lastFormatted.End..after.Current.End];
            if (line.Start <= within.End && line.End >= within.Start && text.Substring(old.Start, old.Length) != now)
            {
                yield return Narrowed(file, text, old, now);
            }

            (last, lastFormatted) = (line, after.Current);
        }

        if (within.End >= text.Length && text[last.End..] != formatted[lastFormatted.End..])
        {
            yield return new TextChange(file, TextSpan.FromTo(last.End, text.Length), formatted[lastFormatted.End..]);
        }
    }

    private static TextChange Narrowed(string file, string text, TextSpan old, string now)
    {
        ReadOnlySpan<char> before = text.AsSpan(old.Start, old.Length);
        int same = before.CommonPrefixLength(now);
        int sameAtEnd = 0;
        while (sameAtEnd < Math.Min(old.Length, now.Length) - same && before[^(sameAtEnd + 1)] == now[^(sameAtEnd + 1)])
        {
            sameAtEnd++;
        }

        return new TextChange(file, new TextSpan(old.Start + same, old.Length - same - sameAtEnd), now[same..^sameAtEnd]);
    }

    // Lines that are not blank, without their ends.
    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int next = text.IndexOf('\n', start);
            int end = next < 0 ? text.Length : next;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                yield return TextSpan.FromTo(start, end);
            }

            start = end + 1;
        }
    }
}
