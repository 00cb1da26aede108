using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>A field of a record of fixed width: its title, its first and last position, from 1; 0 for a last one that is the end of the line.</summary>
internal readonly record struct FixedField(string Title, int First, int Last)
{
    /// <summary>How many of its last digits stand behind a point that is not written.</summary>
    public int Decimals { get; init; }
}

/// <summary>Text of fixed width as rows: first what stands above the records, then the titles, then a row a record.</summary>
/// <param name="Record">What a record looks like.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record FixedForm(Regex Record, ImmutableArray<FixedField> Fields)
{
    /// <summary>True where the beginning of a text has records, and has little else below the first.</summary>
    public bool Fits(string start)
    {
        string[] lines = [.. start.Split('\n', '\r').Select(line => line.TrimEnd('\u001A')).Where(line => line.Length > 0).SkipWhile(line => !Record.IsMatch(line))];
        return lines.Length > 0 && lines.Count(line => Record.IsMatch(line)) * 4 >= lines.Length * 3;
    }

    public IEnumerable<SheetRow> Rows(TextReader text)
    {
        bool below = false;
        BoundedLines lines = new(text);
        for (long line = 1; lines.Read() is string content; line++)
        {
            bool isRecord = Record.IsMatch(content);
            if (isRecord && !below)
            {
                below = true;
                yield return new SheetRow(0, 0, [.. Fields.Select(field => field.Title)]);
            }

            yield return new SheetRow(0, line, isRecord ? [.. Fields.Select(field => Cut(content, field))] : [content]);
        }
    }

    private static string Cut(string line, FixedField field)
    {
        int first = Math.Min(field.First - 1, line.Length);
        int end = field.Last == 0 ? line.Length : Math.Min(field.Last, line.Length);
        string text = line[first..Math.Max(first, end)];
        return field.Decimals > 0 && text.Trim() is { } digits && digits.Length > field.Decimals ? $"{digits[..^field.Decimals]}.{digits[^field.Decimals..]}" : text;
    }
}
