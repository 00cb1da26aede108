namespace EditEngine.Formats.X12.Fast;

/// <summary>At which of the first 64 bytes of a segment another may differ from it and is as right: a bit each.</summary>
internal struct ByteFreedom(int length)
{
    /// <summary>Bytes that must be the same.</summary>
    public ulong Fixed = ulong.MaxValue >> (64 - length);

    /// <summary>Bytes that may be any digit.</summary>
    public ulong Digits;

    /// <summary>Bytes of components, which may be any but what cuts them.</summary>
    public ulong Uncut;

    /// <summary>Elements of which bytes say nothing, and that are to be looked at all the same: a bit each.</summary>
    public uint Again;

    /// <summary>Elements that are composites.</summary>
    public uint Composites;

    /// <summary>Any text is right here.</summary>
    public void FreeText(int start, int end) => Fixed &= ~Between(start, end);

    /// <summary>Any part of a composite is right here.</summary>
    public void FreePart(int start, int end)
    {
        Fixed &= ~Between(start, end);
        Uncut |= Between(start, end);
    }

    /// <summary>Any digit is right where one stands; a sign or point stays.</summary>
    public void FreeDigits(ReadOnlySpan<byte> number, int start)
    {
        for (int i = 0; i < number.Length; i++)
        {
            Digits |= char.IsAsciiDigit((char)number[i]) ? 1UL << (start + i) : 0;
        }

        Fixed &= ~Digits;
    }

    private static ulong Between(int start, int end) => end == start ? 0 : (ulong.MaxValue >> (64 - (end - start))) << start;
}
