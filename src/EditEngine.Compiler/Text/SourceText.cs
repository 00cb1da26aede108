using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Text;

/// <summary>A rule file's name and text, and the only place that counts lines and columns.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;
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

    private SourceText(SourceText same, int by, int lines)
    {
        File = same.File;
        Text = same.Text;
        At = same.At + by;
        _before = same._before + lines;
        _lineStarts = same._lineStarts;
    }

    /// <summary>No text.</summary>
    public static SourceText None { get; } = new("", "");

    /// <summary>Name shown in diagnostics.</summary>
    public string File { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>This text, or what is read of it, as it stands further on in another one: what it says stays, its places are those of the other. Where it stands as it stood it is the very same.</summary>
    /// <param name="by">How many characters further on.</param>
    /// <param name="lines">How many lines further on.</param>
    public SourceText Moved(int by, int lines) => by == 0 && lines == 0 ? this : new SourceText(this, by, lines);

    /// <summary>How far on a character stands in the text that this one stands in.</summary>
    public int At { get; }

    /// <summary>The place of a stretch of this text.</summary>
    public SourceSpan PlaceOf(TextSpan span)
    {
        int line = LineOf(span.Start);
        return new SourceSpan(File, span.Start + At, span.Length, line + 1, span.Start - _lineStarts[line - _before] + 1);
    }

    /// <summary>Line of an offset, from 0.</summary>
    public int LineOf(int offset)
    {
        int found = _lineStarts.BinarySearch(offset);
        return _before + (found >= 0 ? found : ~found - 1);
    }

    /// <summary>The characters of a stretch.</summary>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        int[] starts = new int[text.AsSpan().Count('\n') + 1];
        int next = 0;
        for (int line = 1; line < starts.Length; line++)
        {
            next += text.AsSpan(next).IndexOf('\n') + 1;
            starts[line] = next;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(starts);
    }
}
