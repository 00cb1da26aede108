using System.Text;

namespace EditEngine.Formats.X12;

/// <summary>Elements as they are shown in a text: short, and printable whatever they hold.</summary>
internal static class Show
{
    private const int Most = 35;
    private const int MostOfCode = 3;
    private const int MostOfValue = 35;
    private const int MostSent = 256;

    /// <summary>A code or qualifier. What is longer than those are may be a name that slipped into the place.</summary>
    public static string Code(ReadOnlySpan<byte> element) => element.Length <= MostOfCode ? Text(element) : "???";

    /// <summary>What stands in the place of a number or date. Without a single digit it may be a name.</summary>
    public static string Value(ReadOnlySpan<byte> element) =>
        element.Length <= MostOfValue && (element.Length <= 1 || element.ContainsAnyInRange((byte)'0', (byte)'9')) ? Text(element) : "???";

    /// <summary>What was sent, for its sender alone; null where nothing was. Longer than any element of the guides is cut.</summary>
    public static string? Sent(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Encoding.UTF8.GetString(value[..Math.Min(value.Length, MostSent)]);

    public static string Text(ReadOnlySpan<byte> element)
    {
        if (element.Length > Most)
        {
            return Text(element[..(Most - 3)]) + "...";
        }

        string text = Encoding.Latin1.GetString(element);
        return text.AsSpan().ContainsAnyInRange('\0', '\x1F') || text.AsSpan().ContainsAnyInRange('\x7F', '\x9F')
            ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c))
            : text;
    }
}
