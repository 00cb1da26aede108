using System.Collections.Frozen;

namespace EditEngine.Formats.X12.Guides;

/// <summary>Every segment of claims and their envelopes as the standard has it, with all elements situational.</summary>
internal static class SegmentDirectory
{
    private static readonly FrozenDictionary<uint, SegmentForm> BySegment = GuideRows.Of("segments").Select(Parse).ToFrozenDictionary(form => form.Tag);

    /// <summary>All of them.</summary>
    public static IEnumerable<SegmentForm> All => BySegment.Values;

    /// <summary>A segment, or null where claims do not have it.</summary>
    public static SegmentForm? Find(uint tag) => BySegment.GetValueOrDefault(tag);

    /// <summary>A segment that a guide names.</summary>
    public static SegmentForm Of(string id) => Find(SegmentId.Of(id)) ?? throw new FormatException($"The directory has no segment '{id}'.");

    private static SegmentForm Parse(string row)
    {
        int space = row.IndexOf(' ', StringComparison.Ordinal);
        (ElementForm[] elements, SyntaxNote[] notes) = ElementNotation.Directory(row.AsSpan(space));
        return new SegmentForm(SegmentId.Of(row[..space].TrimEnd('!')), elements, notes) { IsVital = row[space - 1] == '!' };
    }
}
