using System.Collections.Frozen;
using System.Globalization;

namespace EditEngine.Formats.X12.Guides;

/// <summary>The guides of claims and of their envelopes, as data.</summary>
internal static class Guide
{
    private const int SegmentFields = 4;

    private static readonly FrozenDictionary<uint, SegmentForm> OfEnvelopes = GuideRows.Of("envelope").Select(Envelope).ToFrozenDictionary(form => form.Tag);

    public static GuideLoop[] Professional { get; } = Read("837P");

    public static GuideLoop[] Institutional { get; } = Read("837I");

    public static GuideLoop[] Dental { get; } = Read("837D");

    /// <summary>A header or trailer of an envelope.</summary>
    public static SegmentForm EnvelopeSegment(uint tag) => OfEnvelopes[tag];

    private static GuideLoop[] Read(string name)
    {
        List<GuideLoop> loops = [];
        List<SegmentForm> segments = [];
        foreach (string row in GuideRows.Of(name))
        {
            if (!row.StartsWith("loop ", StringComparison.Ordinal))
            {
                segments.Add(Segment(row));
                loops[^1] = loops[^1] with { Segments = [.. segments] };
                continue;
            }

            string[] fields = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            segments.Clear();
            loops.Add(new GuideLoop(fields[1], fields[2] == "-" ? [] : fields[2].Split(','), UsageOf(fields[3]), Times(fields[4]), Number(fields[5]), []));
        }

        return [.. loops];
    }

    private static SegmentForm Segment(string row)
    {
        string[] fields = row.Split(' ', SegmentFields + 1, StringSplitOptions.RemoveEmptyEntries);
        SegmentForm standard = SegmentDirectory.Of(fields[0]);
        ElementForm[] elements = ElementNotation.Usages(fields[SegmentFields], standard.Elements);
        return new SegmentForm(standard.Tag, elements, standard.Notes)
        {
            IsVital = standard.IsVital,
            Usage = UsageOf(fields[1]),
            Most = Times(fields[2]),
            Position = Number(fields[3]),
        };
    }

    private static SegmentForm Envelope(string row)
    {
        string[] fields = row.Split(' ', 2);
        SegmentForm standard = SegmentDirectory.Of(fields[0]);
        return new SegmentForm(standard.Tag, ElementNotation.Usages(fields[1], standard.Elements), standard.Notes);
    }

    private static Usage UsageOf(string letter) => letter switch
    {
        "R" => Usage.Required,
        "S" => Usage.Situational,
        _ => throw new FormatException($"'{letter}' is no usage."),
    };

    private static int Times(string text) => text == "*" ? 0 : Number(text);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
