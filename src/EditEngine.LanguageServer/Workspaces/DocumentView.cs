using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Text;
using EditEngine.LanguageServer.Protocol;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>A document as a pack has it, with places counted as the client counts them.</summary>
/// <param name="Workspace">The client's workspace.</param>
/// <param name="Pack">The pack: of several that have the file, the one whose own it is.</param>
/// <param name="File">The file as the pack names it.</param>
/// <param name="Unit">How places are counted.</param>
internal sealed record DocumentView(Workspace Workspace, OpenPack Pack, string File, ColumnUnit Unit)
{
    private LinePositions? _lines;

    /// <summary>What is asked.</summary>
    public EditingPack Editing => Pack.Editing;

    /// <summary>The text of the document.</summary>
    public string Text => Editing.Find(File)!.Value.Tree.Source.Text; // The pack has the file.

    private LinePositions Lines => _lines ??= new LinePositions(Text, Unit);

    /// <summary>The view of a document; null where no pack has it.</summary>
    public static DocumentView? Of(Workspace workspace, string uri, ColumnUnit unit)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        (OpenPack? pack, string? file) = workspace.WithFile(DocumentUri.PathOf(uri) ?? uri).FirstOrDefault();
        return pack is null ? null : new DocumentView(workspace, pack, file, unit);
    }

    /// <summary>The same document as each pack has it that has the file.</summary>
    public IEnumerable<DocumentView> OfAllPacks() => Workspace.WithFile(Pack.PathOf(File)).Select(one => this with { Pack = one.Pack, File = one.File });

    /// <summary>The offset of a place.</summary>
    public int OffsetOf(DocumentPosition position) => Lines.OffsetOf(new TextPosition(position.Line, position.Character));

    /// <summary>A stretch of the document as the client counts.</summary>
    public DocumentRange RangeOf(TextSpan span) => Ranges.Of(Lines, span);

    /// <summary>A stretch of the document.</summary>
    public TextSpan SpanOf(DocumentRange range)
    {
        int start = OffsetOf(range.Start);
        return TextSpan.FromTo(start, Math.Max(start, OffsetOf(range.End)));
    }

    /// <summary>A place that was found, as a stretch of its document.</summary>
    public DocumentLocation LocationOf(FoundPlace place)
    {
        string uri = Workspace.UriOf(Pack.PathOf(place.File));
        return place.Line is long line ? new DocumentLocation(uri, Ranges.OfLine(line)) : new DocumentLocation(uri, RangeIn(place.File, place.Span));
    }

    /// <summary>A stretch of a file of the pack.</summary>
    public DocumentRange RangeIn(string file, TextSpan span) =>
        file == File ? RangeOf(span) : Ranges.Of(new LinePositions(Editing.Find(file)!.Value.Tree.Source.Text, Unit), span); // It is a file of the pack.

    /// <summary>A change of a file of the pack.</summary>
    public DocumentEdit EditOf(TextChange change) => new(RangeIn(change.File, change.Span), change.NewText);
}

/// <summary>Stretches of documents.</summary>
internal static class Ranges
{
    private const int EndOfLine = 10_000;

    /// <summary>A stretch of a text.</summary>
    public static DocumentRange Of(LinePositions lines, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new DocumentRange(PositionOf(lines.Of(span.Start)), PositionOf(lines.Of(span.End)));
    }

    /// <summary>A whole line, counted from 1.</summary>
    public static DocumentRange OfLine(long line)
    {
        int at = (int)Math.Clamp(line - 1, 0, int.MaxValue - 1);
        return new DocumentRange(new DocumentPosition(at, 0), new DocumentPosition(at, EndOfLine));
    }

    private static DocumentPosition PositionOf(TextPosition position) => new(position.Line, position.Column);
}
