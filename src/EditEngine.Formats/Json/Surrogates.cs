namespace EditEngine.Formats.Json;

/// <summary>Halves of surrogate pairs: text that no UTF-8 can hold, and that the framework's reader and writer of JSON throw at.</summary>
internal static class Surrogates
{
    private const int EscapeLength = 6; // \ud800

    /// <summary>Where the first escape of a half without its other half is, in JSON whose form was checked; -1 where there is none.</summary>
    public static int LoneEscape(ReadOnlySpan<byte> json)
    {
        int at = 0;
        while (json[at..].IndexOf((byte)'\\') is int step and >= 0)
        {
            at += step;
            int unit = EscapedUnit(json[at..]);
            if (unit < 0)
            {
                at += 2; // another escape: what it escapes may be a backslash
            }
            else if (!char.IsSurrogate((char)unit))
            {
                at += EscapeLength;
            }
            else if (char.IsHighSurrogate((char)unit) && EscapedUnit(json[(at + EscapeLength)..]) is int low and >= 0 && char.IsLowSurrogate((char)low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The text with U+FFFD, the replacement character, for each half without its other half.</summary>
    public static string Replaced(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        return string.Create(text.Length, text, static (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                bool isPair = i + 1 < from.Length && char.IsSurrogatePair(from[i], from[i + 1]);
                span[i] = isPair || !char.IsSurrogate(from[i]) ? from[i] : '\ufffd';
                if (isPair)
                {
                    span[++i] = from[i];
                }
            }
        });
    }

    // The UTF-16 unit of a \uXXXX escape that the text begins with; -1 where it begins otherwise.
    private static int EscapedUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(json[2..EscapeLength], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort unit)
            ? unit
            : -1;
}
