using System.Text;
using System.Text.RegularExpressions;

namespace EditEngine.Tests.Json;

/// <summary>JSON broken in the ways that senders, networks and attackers break it: escapes, halves of characters, numbers, nesting, members twice, cuts, bytes.</summary>
internal static partial class JsonMutations
{
    private static readonly string[] Texts =
    [
        "\\ud800", "\\udfff", "\\uDBFF\\uDC00", "\\ud83d\\u0041", "\\u0000", "\\u202e", "\\u200b", "\\u", "\\x", "\\", "\\\"", "\\u00zz", "\\ufeff", "\u202e\u2066", "\u0085", "\u2028", "😀",
    ];

    private static readonly string[] Numbers =
    [
        "1e999999", "-1e999999", "1e-999999", "-0", "0e1", "0.0000000000000000000000000001", "79228162514264337593543950335", "79228162514264337593543950336",
        "-79228162514264337593543950335", "9223372036854775807", "9223372036854775808", "2147483647", "2147483648", "-1", "0", "1.005", "10000000000000", "9999999999999.99",
        "1E+28", "01", "1.", ".5", "+1", "NaN", "Infinity", "-", "1e", "0x10", "999999999999999999999999999999999999999999999999999999999999999999999",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "5", "\"x\"", "{}", "[]", "[null]", "[[[]]]", "{\"\":{}}", "\"\"", "\" \"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2024-02-30\"", "\"24:00\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"", "\"\\ud800\"", "undefined", "",
    ];

    private static readonly byte[][] Bytes =
    [
        [0], [0xFF], [0xFE], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC3], [0x80], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xAE], [0x1B, (byte)'['], [0x7F], "\r"u8.ToArray(), "\n"u8.ToArray(),
    ];

    /// <summary>A text with one to five faults.</summary>
    /// <param name="text">What is broken.</param>
    /// <param name="other">What parts are taken of.</param>
    /// <param name="random">The one source of chance.</param>
    public static byte[] Of(byte[] text, byte[] other, Random random)
    {
        byte[] broken = text;
        for (int fault = random.Next(1, 6); fault > 0 && broken.Length > 2; fault--)
        {
            broken = random.Next(3) == 0 ? BreakBytes(broken, other, random) : BreakTokens(broken, random);
        }

        return broken;
    }

    private static byte[] BreakBytes(byte[] text, byte[] other, Random random)
    {
        // Near the start as often as anywhere: the first bytes decide how a file is cut.
        int at = random.Next(random.Next(4) == 0 ? Math.Min(4, text.Length) : text.Length);
        switch (random.Next(6))
        {
            case 0: return [.. text[..at], .. Pick(Bytes, random), .. text[at..]];
            case 1: return [.. text[..at], .. text[Math.Min(text.Length, at + random.Next(1, 12))..]];
            case 2: return [.. text[..at], (byte)random.Next(256), .. text[(at + 1)..]];
            case 3: return text[..at];
            case 4: return [.. text[..at], .. other[random.Next(other.Length)..]];
            default: return [.. text[..at], .. Encoding.ASCII.GetBytes(new string("[{\\ \"a0"[random.Next(7)], random.Next(1, 300))), .. text[at..]];
        }
    }

    // Latin-1 keeps every byte as it is.
    private static byte[] BreakTokens(byte[] text, Random random)
    {
        string json = Encoding.Latin1.GetString(text);
        (Regex, Func<Match, string>) fault = random.Next(8) switch
        {
            0 => (InText(), match => match.Value + Latin(Pick(Texts, random))),
            1 => (Number(), _ => Pick(Numbers, random)),
            2 => (Value(), match => match.Groups[1].Value + Latin(Pick(Values, random))),
            3 => (Member(), match => match.Value + "," + match.Value),
            4 => (Name(), match => match.Groups[1].Value + Latin(Pick(Texts, random)) + match.Groups[2].Value),
            5 => (Text(), match => string.Concat(match.Value.Select(c => c is '"' or '\\' || random.Next(2) == 0 ? c.ToString() : $"\\u{(int)c:x4}"))),
            6 => (Value(), match => match.Groups[1].Value + string.Concat(Enumerable.Repeat("[", random.Next(1, 90))) + match.Groups[2].Value),
            _ => (Member(), _ => ""),
        };
        (Regex what, Func<Match, string> with) = fault;
        MatchCollection places = what.Matches(json);
        if (places.Count == 0)
        {
            return text;
        }

        Match place = places[random.Next(places.Count)];
        return Encoding.Latin1.GetBytes(string.Concat(json.AsSpan(0, place.Index), with(place), json.AsSpan(place.Index + place.Length)));
    }

    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];

    [GeneratedRegex("\"[^\"\\\\]")]
    private static partial Regex InText();

    [GeneratedRegex("(?<=[:,\\[])-?\\d[\\d.eE+-]*")]
    private static partial Regex Number();

    [GeneratedRegex("(\"\\w+\":)(\"[^\"\\\\]*\"|[-\\d.]+|true|false|\\[\\]|\\{\\})")]
    private static partial Regex Value();

    [GeneratedRegex("\"\\w+\":(\"[^\"\\\\]*\"|[-\\d.]+|true|false)")]
    private static partial Regex Member();

    [GeneratedRegex("(\"\\w+)(\":)")]
    private static partial Regex Name();

    [GeneratedRegex("\"[^\"\\\\]+\"")]
    private static partial Regex Text();
}
