using System.Text;

namespace EditEngine.Formats.X12;

/// <summary>Elements as they are shown in a text: short, and printable whatever they hold.</summary>
internal static class Show
{
    private const int Most = 35;

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
