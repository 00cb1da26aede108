using System.Globalization;
using EditEngine.Diagnostics;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>The line of a rule file that a problem is on, with a caret below the stretch.</summary>
internal sealed class SourceExcerpt(IEnumerable<(string File, string Text)> sources, AnsiStyle style)
{
    private readonly Dictionary<string, string> _texts = sources.GroupBy(source => source.File).ToDictionary(group => group.Key, group => group.First().Text, StringComparer.Ordinal);

    public string? Of(SourceSpan span)
    {
        if (!_texts.TryGetValue(span.File, out string? text) || span.Start > text.Length)
        {
            return null;
        }

        int start = span.Start - span.Column + 1;
        int end = text.IndexOf('\n', start);
        string line = (end < 0 ? text[start..] : text[start..end]).TrimEnd('\r');
        int column = Math.Min(span.Column - 1, line.Length);
        int length = Math.Max(1, Math.Min(span.Length, line.Length - column));
        string number = span.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        string before = Shown(line[..column]);
        string marked = Shown(line.Substring(column, Math.Min(length, line.Length - column)));
        return $"{style.Faint(number + " |")} {Shown(line)}\n"
            + $"{style.Faint("      |")} {new string(' ', before.Length)}{style.Red(new string('^', Math.Max(1, marked.Length)))}\n";
    }

    private static string Shown(string text) => EscapedText.Of(text.Replace("\t", "    ", StringComparison.Ordinal));
}
