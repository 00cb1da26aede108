namespace EditEngine.Codes;

/// <summary>The hyphenated forms of an NDC: 4-4-2, 5-3-2, 5-4-1 and 5-4-2, each padded to the eleven digits of 5-4-2.</summary>
/// <remarks>Source: 21 CFR 207.33 and the HIPAA eleven-digit billing format.</remarks>
internal static class NdcText
{
    /// <summary>Writes the eleven digits of a hyphenated NDC.</summary>
    /// <param name="text">Two hyphens, digits between.</param>
    /// <param name="digits">Eleven places.</param>
    /// <returns>False where the text has none of the four forms.</returns>
    public static bool TryExpand(ReadOnlySpan<char> text, Span<char> digits)
    {
        int first = text.IndexOf('-');
        int last = text.LastIndexOf('-');
        if (first < 0 || last == first)
        {
            return false;
        }

        ReadOnlySpan<char> labeler = text[..first];
        ReadOnlySpan<char> product = text[(first + 1)..last];
        ReadOnlySpan<char> package = text[(last + 1)..];
        bool fits = (labeler.Length, product.Length, package.Length) is (4, 4, 2) or (5, 3, 2) or (5, 4, 1) or (5, 4, 2);
        return fits && Pad(labeler, digits[..5]) && Pad(product, digits[5..9]) && Pad(package, digits[9..11]);
    }

    /// <summary>True for the eleven digits by which an NDC is billed.</summary>
    /// <param name="ndc">As read: hyphens are resolved.</param>
    public static bool IsWhole(Code ndc) => ndc.FitsPattern;

    private static bool Pad(ReadOnlySpan<char> part, Span<char> digits)
    {
        digits.Fill('0');
        part.CopyTo(digits[(digits.Length - part.Length)..]);
        return !digits.ContainsAnyExceptInRange('0', '9');
    }
}
