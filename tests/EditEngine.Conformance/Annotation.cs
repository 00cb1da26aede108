using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EditEngine.Diagnostics;

namespace EditEngine.Conformance;

/// <summary>
/// Expected diagnostics as comments below the line they belong to: carets mark the place; one or two <c>&lt;</c> its column where the comment's own
/// sign stands. What belongs to no line of a rule file stands at the top, after <c>at</c> and its place.
/// </summary>
internal static partial class Annotation
{
    private const string FileSign = "-- file: ";

    /// <summary>The text without its annotations.</summary>
    public static string Strip(string text) => string.Join('\n', text.Split('\n').Where(line => !Marked().IsMatch(line)));

    /// <summary>A text without annotations with those of what was found in it.</summary>
    public static string Write(string text, ImmutableArray<Diagnostic> found)
    {
        StringBuilder written = new();
        foreach (Diagnostic other in found.Where(one => one.Place is not SourceSpan))
        {
            written.Append(CultureInfo.InvariantCulture, $"-- at {other.Place}: {Shown(other)}\n");
        }

        string? file = text.Contains(FileSign, StringComparison.Ordinal) ? "" : null;
        int number = 0;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            written.Append(lines[i]).Append(i + 1 < lines.Length ? "\n" : "");
            if (lines[i].StartsWith(FileSign, StringComparison.Ordinal))
            {
                (file, number) = (lines[i][FileSign.Length..], 0);
                continue;
            }

            number++;
            foreach (Diagnostic one in found.Where(one => one.Place is SourceSpan span && span.Line == number && (file is null || IsOf(span, file))))
            {
                written.Append(i + 1 < lines.Length ? "" : "\n").Append(Marks((SourceSpan)one.Place!, lines[i])).Append(' ').Append(Shown(one)).Append(i + 1 < lines.Length ? "\n" : ""); // Chosen by its place.
            }
        }

        return written.ToString();
    }

    // Places name files from the folder that is compiled.
    private static bool IsOf(SourceSpan span, string file) => file == span.File || file.EndsWith("/" + Path.GetFileName(span.File), StringComparison.Ordinal);

    private static string Marks(SourceSpan span, string line)
    {
        int length = Math.Max(1, Math.Min(span.Length, line.Length - span.Column + 1));
        return span.Column < 3
            ? "--" + new string('<', span.Column)
            : "--" + new string(' ', span.Column - 3) + new string('^', length);
    }

    private static string Shown(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Seen}";

    [GeneratedRegex(@"^--( *\^+|<+| at .*:) EDIT[0-9]{4} ")]
    private static partial Regex Marked();
}
