namespace EditEngine.Codes;

/// <summary>ZIP codes as text.</summary>
internal static class ZipText
{
    private const int Short = 5;

    /// <summary>How many digits a ZIP code has: <c>44101</c> has five, <c>441011234</c> and <c>44101-1234</c> nine. 0 where it has other signs, as postal codes of other countries do.</summary>
    public static int DigitsOf(ReadOnlySpan<char> zip)
    {
        bool isHyphened = zip.Length > Short && zip[Short] == '-';
        ReadOnlySpan<char> rest = isHyphened ? zip[(Short + 1)..] : [];
        ReadOnlySpan<char> first = isHyphened ? zip[..Short] : zip;
        return first.ContainsAnyExceptInRange('0', '9') || rest.ContainsAnyExceptInRange('0', '9') ? 0 : first.Length + rest.Length;
    }
}
