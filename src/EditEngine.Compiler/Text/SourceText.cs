using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Text;

/// <summary>A rule file's name and text, and the only place that counts lines and columns.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>Takes a text as it is.</summary>
    /// <param name="file">Name shown in diagnostics, relative to the pack's root.</param>
    /// <param name="text">The text.</param>
    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>Name shown in diagnostics.</summary>
    public string File { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The place of a stretch of this text.</summary>
    public SourceSpan PlaceOf(TextSpan span)
    {
        int line = LineOf(span.Start);
        return new SourceSpan(File, span.Start, span.Length, line + 1, span.Start - _lineStarts[line] + 1);
    }

    /// <summary>Line of an offset, from 0.</summary>
    public int LineOf(int offset)
    {
        int found = _lineStarts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The characters of a stretch.</summary>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }
}
