using System.Text;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>One line of a test with its <c>{name}</c> filled in, that still knows where each of its characters was written.</summary>
internal sealed class TestLine
{
    private readonly SourceText _source;
    private readonly TextSpan _written;
    private readonly List<TextSpan> _origins;

    private TestLine(string text, SourceText source, TextSpan written, List<TextSpan> origins)
    {
        Text = text;
        _source = source;
        _written = written;
        _origins = origins;
    }

    /// <summary>The text, filled in.</summary>
    public string Text { get; }

    /// <summary>Where the end of the line was written.</summary>
    public SourceSpan End => _source.PlaceOf(new TextSpan(_written.End, 0));

    /// <summary>Fills in a line of a test.</summary>
    /// <param name="line">The line.</param>
    /// <param name="value">What names in braces stand for; null outside of <c>test each</c>.</param>
    /// <param name="report">Takes names in braces that stand for nothing.</param>
    public static TestLine Fill(WrittenLine line, TestValue? value, NotationReport report) => Fill(line.Source, line.Syntax.Span, line.Text, value, report);

    /// <summary>Fills in a line of the text that is reported on.</summary>
    /// <param name="written">Where it stands.</param>
    /// <param name="text">As written.</param>
    /// <param name="value">What names in braces stand for; null outside of <c>test each</c>.</param>
    /// <param name="report">Takes names in braces that stand for nothing.</param>
    public static TestLine Fill(TextSpan written, string text, TestValue? value, NotationReport report) => Fill(report.Source, written, text, value, report);

    private static TestLine Fill(SourceText source, TextSpan written, string text, TestValue? value, NotationReport report)
    {
        StringBuilder filled = new();
        List<TextSpan> origins = [];
        for (int at = 0; at < text.Length;)
        {
            int close = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (close < 0)
            {
                filled.Append(text[at]);
                origins.Add(new TextSpan(written.Start + at, 1));
                at++;
                continue;
            }

            TextSpan braces = TextSpan.FromTo(written.Start + at, written.Start + close + 1);
            if (value?.Find(text.AsSpan(at + 1, close - at - 1)) is string found)
            {
                filled.Append(found);
                origins.AddRange(Enumerable.Repeat(braces, found.Length));
            }
            else
            {
                report.Spoil(source.PlaceOf(written), TestDiagnostics.StandsForNothing(source.PlaceOf(braces), text[at..(close + 1)], value is null ? null : $"{{{value.Name}{(value.Cells.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is string column ? "." + column : "")}}}"));
            }

            at = close + 1;
        }

        return new TestLine(filled.ToString(), source, written, origins);
    }

    /// <summary>Where a stretch of the filled text was written.</summary>
    public SourceSpan PlaceOf(int start, int length) =>
        length == 0 || start + length > _origins.Count ? End : _source.PlaceOf(TextSpan.FromTo(_origins[start].Start, _origins[start + length - 1].End));
}
