using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.LanguageServer.Protocol;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>A document that the client has open: its text stands for its file. Immutable.</summary>
/// <param name="Uri">Its address as the client writes it.</param>
/// <param name="Path">The path of its file, or its address where it is none.</param>
/// <param name="Version">Its version.</param>
/// <param name="Text">Its text.</param>
internal sealed record OpenDocument(string Uri, string Path, int Version, string Text)
{
    /// <summary>It is of a file, written or not.</summary>
    public bool IsFile => Path != Uri;

    /// <summary>The document with changes, one after the other.</summary>
    public OpenDocument With(int version, ImmutableArray<DocumentChange> changes, ColumnUnit unit)
    {
        string text = Text;
        foreach (DocumentChange change in changes)
        {
            if (change.Range is not DocumentRange range)
            {
                text = change.Text;
                continue;
            }

            LinePositions lines = new(text, unit);
            int start = lines.OffsetOf(new TextPosition(range.Start.Line, range.Start.Character));
            int end = Math.Max(start, lines.OffsetOf(new TextPosition(range.End.Line, range.End.Character)));
            text = string.Concat(text.AsSpan(0, start), change.Text, text.AsSpan(end));
        }

        return this with { Version = version, Text = text };
    }
}
