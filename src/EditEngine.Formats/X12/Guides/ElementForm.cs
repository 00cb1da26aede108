namespace EditEngine.Formats.X12.Guides;

/// <summary>What a guide makes of a loop, segment, element or component.</summary>
internal enum Usage : byte
{
    NotUsed,
    Situational,
    Required,
}

/// <summary>What an element holds, as far as its signs tell.</summary>
internal enum ElementKind : byte
{
    Text,

    /// <summary>Text of which blanks are sent where there is none.</summary>
    Filler,
    Code,
    WholeNumber,
    Number,
    Date,
    Time,
    Composite,
}

/// <summary>What one element or component may be.</summary>
/// <param name="Usage">Whether it stands there.</param>
/// <param name="Kind">Its signs.</param>
/// <param name="Least">Fewest characters.</param>
/// <param name="Most">Most characters.</param>
/// <param name="IsVital">True where a claim cannot be read without it.</param>
internal readonly record struct ElementForm(Usage Usage, ElementKind Kind, short Least, short Most, bool IsVital)
{
    /// <summary>The longest code of a guide's own lists.</summary>
    public const int LongestCode = 8;

    /// <summary>The codes that fit, packed; empty where all do.</summary>
    public ulong[] Codes { get; init; } = [];

    /// <summary>The components of a composite.</summary>
    public ElementForm[] Parts { get; init; } = [];

    /// <summary>True where nothing forbids a code.</summary>
    public bool Takes(ReadOnlySpan<byte> code)
    {
        if (Codes.Length == 0)
        {
            return true;
        }

        if (code.Length > LongestCode)
        {
            return false;
        }

        // Most lists are shorter than what a search by vectors is worth.
        ulong packed = Packed(code);
        foreach (ulong one in Codes)
        {
            if (one == packed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for an element that is plainly right, so that nothing more is to be asked of it: most are.</summary>
    public bool IsPlainly(ReadOnlySpan<byte> element)
    {
        if (Usage == Usage.NotUsed || element.Length < Least || element.Length > Most || element[0] == ' ')
        {
            return false;
        }

        return Kind switch
        {
            ElementKind.Text or ElementKind.Code => Takes(element),
            ElementKind.Number or ElementKind.WholeNumber => Codes.Length == 0 && !element.ContainsAnyExceptInRange((byte)'0', (byte)'9'),
            _ => false,
        };
    }

    /// <summary>A code as one number, so that a list of them is a flat array.</summary>
    public static ulong Packed(ReadOnlySpan<byte> code)
    {
        ulong packed = 0;
        foreach (byte sign in code)
        {
            packed = (packed << 8) | sign;
        }

        return packed;
    }

    /// <summary>The text of a packed code.</summary>
    public static string Unpacked(ulong code)
    {
        Span<char> text = stackalloc char[LongestCode];
        int start = LongestCode;
        for (; code != 0; code >>= 8)
        {
            text[--start] = (char)(code & 0xFF);
        }

        return new string(text[start..]);
    }
}
