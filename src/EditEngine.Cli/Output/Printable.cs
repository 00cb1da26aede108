using System.Globalization;
using System.Text;

namespace EditEngine.Cli.Output;

/// <summary>Text of claims and files as it may be shown: what would steer a terminal or break a line is written out.</summary>
internal static class Printable
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
        {
            return text;
        }

        StringBuilder shown = new(text.Length + 16);
        foreach (char sign in text)
        {
            _ = char.IsControl(sign) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}") : shown.Append(sign);
        }

        return shown.ToString();
    }
}
