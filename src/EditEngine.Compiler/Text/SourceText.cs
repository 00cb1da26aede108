using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Text;

/// <summary>A rule file's name and text, and the only place that counts lines and columns.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;
    private readonly SourceText? _whole;
    private readonly int _before;

    /// <summary>Takes a text as it is.</summary>
    /// <param name="file">Name shown in diagnostics, relative to the pack's root.</param>
    /// <param name="text">The text.</param>
    public SourceText(string file, string text)
        : this(file, text, 0)
    {
    }

    /// <summary>Takes a text that stands in another one.</summary>
    /// <param name="file">Name shown in diagnostics, relative to the pack's root.</param>
    /// <param name="text">The text; it begins with a line.</param>
    /// <param name="before">How many lines of the other stand before it.</param>
    public SourceText(string file, string text, int before)
    {
        _before = before;
        File = file;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    private SourceText(SourceText part, SourceText whole, int at)
    {
        File = whole.File;
        Text = part.Text;
        _whole = whole;
        At = at;
    }

    /// <summary>No text.</summary>
    public static SourceText None { get; } = new("", "");

    /// <summary>Name shown in diagnostics.</summary>
    public string File { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>This text, or what is read of it, as it stands in another one: what it says stays, its places are those of the other.</summary>
    /// <param name="whole">The other text.</param>
    /// <param name="by">How far on in the other text a character stands.</param>
    public SourceText Within(SourceText whole, int by) => new(this, whole, by);

    /// <summary>How far on a character stands in the text that this one stands in.</summary>
    public int At { get; }

    /// <summary>The place of a stretch of this text.</summary>
    public SourceSpan PlaceOf(TextSpan span)
    {
        if (_whole is not null)
        {
            return _whole.PlaceOf(new TextSpan(span.Start + At, span.Length));
        }

        int line = LineOf(span.Start);
        return new SourceSpan(File, span.Start, span.Length, line + 1, span.Start - _lineStarts[line - _before] + 1);
    }

    /// <summary>Line of an offset, from 0.</summary>
    public int LineOf(int offset)
    {
        if (_whole is not null)
        {
            return _whole.LineOf(offset + At);
        }

        int found = _lineStarts.BinarySearch(offset);
        return _before + (found >= 0 ? found : ~found - 1);
    }

    /// <summary>The characters of a stretch.</summary>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts.ToImmutable();
    }
}
