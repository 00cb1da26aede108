using System.Globalization;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Output;

/// <summary>The line of a rule file that a problem is on, with a caret below the stretch.</summary>
internal sealed class SourceExcerpt(IEnumerable<(string File, string Text)> sources, Ink ink)
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
        string below = new([.. line[..column].Select(sign => sign == '\t' ? '\t' : ' ')]);
        return $"{ink.Faint(number + " |")} {Printable.Of(line.Replace("\t", "    ", StringComparison.Ordinal))}\n"
            + $"{ink.Faint("      |")} {below.Replace("\t", "    ", StringComparison.Ordinal)}{ink.Red(new string('^', length))}\n";
    }
}
