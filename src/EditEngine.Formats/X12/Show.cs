using System.Text;

namespace EditEngine.Formats.X12;

/// <summary>Elements as they are shown to their sender, and as they are compared.</summary>
internal static class Show
{
    private const int MostSent = 256;
    private const int MostPlain = 35;

    /// <summary>What was sent, for its sender alone; null where nothing was. Longer than any element of the guides is cut.</summary>
    public static string? Sent(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Encoding.UTF8.GetString(value[..Math.Min(value.Length, MostSent)]);

    /// <summary>A control number, version or number of a level, byte by byte: what is longer than any of the guides is cut.</summary>
    public static string Plain(ReadOnlySpan<byte> element) => Encoding.Latin1.GetString(element[..Math.Min(element.Length, MostPlain)]);
}
