using System.Globalization;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Where the values of one claim stand in its file. Immutable; independent of the reader that made it.</summary>
public sealed class X12SourceMap
{
    /// <summary>The path of the claim itself.</summary>
    internal const string WholeClaim = "";

    // A line that names no place is at that of the claim.
    private const string PlaceOfLine = ".placeOfService";

    private readonly string _file;
    private readonly SentClaim? _sent;
    private SourceMarks? _marks;

    internal X12SourceMap(string file, SourceMarks marks) => (_file, _marks) = (file, marks);

    /// <summary>Places that are found when they are asked for.</summary>
    internal X12SourceMap(SentClaim sent) => (_file, _sent) = (sent.File, sent);

    /// <summary>All of them.</summary>
    internal SourceMarks Marks => _marks ??= _sent!.Marks(); // There is one of the two.

    /// <summary>The place of a value.</summary>
    /// <param name="path">A member path in the names of the claim schema, as <c>lines[0].units</c>, <c>diagnoses[1].code</c> or <c>billing.npi</c>.</param>
    /// <returns>Its element; where the value was not sent, the nearest thing around it that was (the line, the claim); null where nothing was.</returns>
    public X12Place? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (FindExactly(path) is X12Place exact)
        {
            return exact;
        }

        if (path.EndsWith(PlaceOfLine, StringComparison.Ordinal) && FindExactly("facilityCode") is X12Place facility)
        {
            return facility;
        }

        X12Place? around = FindAround(path);
        return around is not null && MissingSegments.Find(PathTemplate(path, out _, out _)) is (string tag, string loop)
            ? around with { SegmentTag = tag, Loop = loop, Element = null, Component = null, Value = null }
            : around;
    }

    private X12Place? FindAround(ReadOnlySpan<char> path)
    {
        for (ReadOnlySpan<char> rest = path; !rest.IsEmpty; rest = Shorten(rest))
        {
            if (FindExactly(rest) is X12Place place)
            {
                return place;
            }
        }

        return FindExactly(WholeClaim);
    }

    private X12Place? FindExactly(ReadOnlySpan<char> path)
    {
        string template = PathTemplate(path, out int first, out int second);

        // From the end: a later mark of the same path (a line's own date over the claim's) is the one that counted.
        // Two threads that ask at once find the same.
        (PlaceMark[] marks, SegmentMark[] segments, byte[] values) = Marks;
        for (int i = marks.Length - 1; i >= 0; i--)
        {
            PlaceMark mark = marks[i];
            if (mark.First == first && mark.Second == second && mark.Path == template)
            {
                SegmentMark at = segments[mark.Segment];
                return new X12Place(
                    _file, at.Offset, at.Number, SegmentId.Text(at.Id), at.Loop,
                    mark.Element == 0 ? null : mark.Element, mark.Component == 0 ? null : mark.Component)
                {
                    Value = mark.Element == 0 ? null : System.Text.Encoding.UTF8.GetString(values, mark.Start, mark.Length),
                };
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Shorten(ReadOnlySpan<char> path)
    {
        int cut = path.LastIndexOfAny('.', '[');
        return cut < 0 ? default : path[..cut];
    }

    private static string PathTemplate(ReadOnlySpan<char> path, out int first, out int second)
    {
        first = second = 0;
        System.Text.StringBuilder template = new(path.Length);
        int found = 0;
        while (path.IndexOf('[') is int open and >= 0)
        {
            int close = path[open..].IndexOf(']');
            if (close < 0 || !int.TryParse(path.Slice(open + 1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                break;
            }

            (first, second) = found++ == 0 ? (index, 0) : (first, index);
            template.Append(path[..open]).Append("[]");
            path = path[(open + close + 1)..];
        }

        return template.Append(path).ToString();
    }
}

/// <summary>Where the values of a claim stand.</summary>
/// <param name="Values">The values, in the order of their segments.</param>
/// <param name="Segments">The segments that hold them.</param>
/// <param name="Bytes">The values as they were sent.</param>
internal sealed record SourceMarks(PlaceMark[] Values, SegmentMark[] Segments, byte[] Bytes);

/// <summary>One value: its path with empty brackets, their numbers, and its element.</summary>
internal readonly record struct PlaceMark(string Path, int First, int Second, int Segment, byte Element, byte Component, int Start, int Length);

/// <summary>One segment that holds values.</summary>
internal readonly record struct SegmentMark(long Offset, int Number, uint Id, string? Loop);
