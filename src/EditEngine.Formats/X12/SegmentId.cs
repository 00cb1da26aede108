namespace EditEngine.Formats.X12;

/// <summary>A segment id as one number: its two or three letters and digits, so that a switch compares numbers.</summary>
internal static class SegmentId
{
    public const uint Isa = ('I' << 16) | ('S' << 8) | 'A';
    public const uint Gs = ('G' << 16) | ('S' << 8);
    public const uint St = ('S' << 16) | ('T' << 8);
    public const uint Se = ('S' << 16) | ('E' << 8);
    public const uint Ge = ('G' << 16) | ('E' << 8);
    public const uint Iea = ('I' << 16) | ('E' << 8) | 'A';
    public const uint Bht = ('B' << 16) | ('H' << 8) | 'T';
    public const uint Hl = ('H' << 16) | ('L' << 8);
    public const uint Nm1 = ('N' << 16) | ('M' << 8) | '1';
    public const uint N3 = ('N' << 16) | ('3' << 8);
    public const uint N4 = ('N' << 16) | ('4' << 8);
    public const uint Ref = ('R' << 16) | ('E' << 8) | 'F';
    public const uint Prv = ('P' << 16) | ('R' << 8) | 'V';
    public const uint Sbr = ('S' << 16) | ('B' << 8) | 'R';
    public const uint Dmg = ('D' << 16) | ('M' << 8) | 'G';
    public const uint Clm = ('C' << 16) | ('L' << 8) | 'M';
    public const uint Dtp = ('D' << 16) | ('T' << 8) | 'P';
    public const uint Cl1 = ('C' << 16) | ('L' << 8) | '1';
    public const uint Dn2 = ('D' << 16) | ('N' << 8) | '2';
    public const uint Pwk = ('P' << 16) | ('W' << 8) | 'K';
    public const uint Nte = ('N' << 16) | ('T' << 8) | 'E';
    public const uint Amt = ('A' << 16) | ('M' << 8) | 'T';
    public const uint Hi = ('H' << 16) | ('I' << 8);
    public const uint Cas = ('C' << 16) | ('A' << 8) | 'S';
    public const uint Lx = ('L' << 16) | ('X' << 8);
    public const uint Sv1 = ('S' << 16) | ('V' << 8) | '1';
    public const uint Sv2 = ('S' << 16) | ('V' << 8) | '2';
    public const uint Sv3 = ('S' << 16) | ('V' << 8) | '3';
    public const uint Crc = ('C' << 16) | ('R' << 8) | 'C';
    public const uint Too = ('T' << 16) | ('O' << 8) | 'O';
    public const uint Lin = ('L' << 16) | ('I' << 8) | 'N';
    public const uint Ctp = ('C' << 16) | ('T' << 8) | 'P';
    public const uint Svd = ('S' << 16) | ('V' << 8) | 'D';

    /// <summary>The number of an id, or 0 where it is not a letter and one or two letters or digits, all upper case.</summary>
    public static uint Of(ReadOnlySpan<byte> id)
    {
        if (id.Length is not (2 or 3) || id[0] is < (byte)'A' or > (byte)'Z' || !IsSign(id[1]) || (id.Length == 3 && !IsSign(id[2])))
        {
            return 0;
        }

        return ((uint)id[0] << 16) | ((uint)id[1] << 8) | (id.Length == 3 ? id[2] : 0u);
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{byte})"/>, from text.</summary>
    public static uint Of(string id) => Of(System.Text.Encoding.ASCII.GetBytes(id));

    /// <summary>The text of an id; ??? where it was unusable.</summary>
    public static string Text(uint tag) => tag switch
    {
        0 => "???",
        Nm1 => "NM1",
        Hi => "HI",
        _ when (tag & 0xFF) == 0 => string.Create(2, tag, static (text, t) => (text[0], text[1]) = ((char)(t >> 16), (char)((t >> 8) & 0xFF))),
        _ => string.Create(3, tag, static (text, t) => (text[0], text[1], text[2]) = ((char)(t >> 16), (char)((t >> 8) & 0xFF), (char)(t & 0xFF))),
    };

    private static bool IsSign(byte b) => b is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9');
}
