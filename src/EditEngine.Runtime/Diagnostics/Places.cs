using System.Globalization;

namespace EditEngine.Diagnostics;

/// <summary>Where something is. Each kind prints itself in one line.</summary>
public abstract record Place;

/// <summary>A stretch of a rule file.</summary>
/// <param name="File">The file's name, relative to where the pack was read from.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters; 0 is a point.</param>
/// <param name="Line">Line of the first character, from 1.</param>
/// <param name="Column">Column of the first character, from 1.</param>
public sealed record SourceSpan(string File, int Start, int Length, int Line, int Column) : Place
{
    /// <summary>Offset after the last character.</summary>
    public int End => Start + Length;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}

/// <summary>A segment or element of an X12 file.</summary>
/// <param name="File">File name.</param>
/// <param name="Offset">Byte offset of the segment in the file.</param>
/// <param name="SegmentNumber">Number of the segment in its transaction (ST is 1), or in its interchange outside of one.</param>
/// <param name="SegmentTag">CLM, SV1 and so on; ??? where the tag itself is unusable.</param>
/// <param name="Loop">2300, 2400 and so on, or null outside of loops.</param>
/// <param name="Element">Element position from 1, or null for the whole segment.</param>
/// <param name="Component">Component position from 1, or null.</param>
public sealed record X12Place(string File, long Offset, int SegmentNumber, string SegmentTag, string? Loop, int? Element, int? Component) : Place
{
    /// <summary>What was sent there, at most 256 bytes of it; null for a whole segment, and where nothing stands. Not part of the printed place: it may name a person.</summary>
    public string? Value { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        string element = Element is int e ? e.ToString("00", CultureInfo.InvariantCulture) : "";
        string component = Component is int c ? string.Create(CultureInfo.InvariantCulture, $"-{c}") : "";
        string loop = Loop is null ? "" : $", loop {Loop}";
        return string.Create(CultureInfo.InvariantCulture, $"{File}: segment {SegmentNumber} {SegmentTag}{element}{component}{loop}, byte {Offset}");
    }
}

/// <summary>A line of a JSON lines file and the path of a member in it.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="BytePosition">Byte in the line, from 1, or null.</param>
/// <param name="Path">Member path, as <c>lines[0].units</c>, or null for the whole line.</param>
public sealed record JsonPlace(string File, long Line, long? BytePosition, string? Path) : Place
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string position = BytePosition is long b ? string.Create(CultureInfo.InvariantCulture, $", byte {b}") : "";
        string path = Path is null ? "" : $", {Path}";
        return string.Create(CultureInfo.InvariantCulture, $"{File}: line {Line}{position}{path}");
    }
}

/// <summary>A cell or row of a table file.</summary>
/// <param name="File">File name.</param>
/// <param name="Row">Line of the file from 1, headers counted; 0 for the whole file.</param>
/// <param name="Column">Column name, or null for the whole row.</param>
public sealed record TablePlace(string File, long Row, string? Column) : Place
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string row = Row > 0 ? string.Create(CultureInfo.InvariantCulture, $": row {Row}") : "";
        return Column is null ? $"{File}{row}" : $"{File}{row}, column {Column}";
    }
}

/// <summary>A file, folder or argument as a whole.</summary>
/// <param name="Name">Its name as given.</param>
public sealed record FilePlace(string Name) : Place
{
    /// <summary>Byte of the file, or of what is packed in it, from 0; null for the whole.</summary>
    public long? Offset { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Offset is long offset ? string.Create(CultureInfo.InvariantCulture, $"{Name}: byte {offset}") : Name;
}

/// <summary>A member of a claim in memory.</summary>
/// <param name="Path">Its path in the names of the claim schema, as <c>lines[0].units</c>; lists count from 0.</param>
public sealed record ClaimPlace(string Path) : Place
{
    /// <inheritdoc/>
    public override string ToString() => Path;
}
