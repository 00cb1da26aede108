namespace EditEngine.Codes;

/// <summary>Codes whose leading zeros a spreadsheet or a number took away, or put before a code that has none.</summary>
internal static class LeadingZeros
{
    private const string BehindDigits = "FTUAM";

    /// <summary>The code that is meant: where digits alone are left of one of a fixed length, with the zeros before them; where a zero stands before a single sign, without it.</summary>
    /// <param name="code">As seen.</param>
    /// <param name="meant">The code meant; <paramref name="code"/> itself where nothing is to be put right.</param>
    /// <returns>True where it is another code.</returns>
    public static bool TryRestore(in Code code, out Code meant)
    {
        meant = code;
        if (code.Odd is null && code.System is not (CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason))
        {
            return false;
        }

        ReadOnlySpan<char> text = code.ToPlainText();
        string? restored = Width(code.System, text) is > 0 and int width ? text.ToString().PadLeft(width, '0')
            : HasNone(code.System) && text is ['0', >= '1' and <= '9'] ? text[1..].ToString()
            : null;
        if (restored is null || Code.From(code.System, restored) is not { Odd: null } found)
        {
            return false;
        }

        meant = found;
        return true;
    }

    /// <summary>How many signs the code has that lost zeros; 0 where none can have been lost.</summary>
    private static int Width(CodeSystem system, ReadOnlySpan<char> text)
    {
        int length = text.Length;
        bool areDigits = !text.ContainsAnyExceptInRange('0', '9');
        return system switch
        {
            CodeSystem.Revenue when areDigits && length is >= 1 and <= 3 => 4,
            CodeSystem.Drg when areDigits && length is 1 or 2 => 3,
            CodeSystem.PlaceOfService or CodeSystem.DischargeStatus or CodeSystem.Condition or CodeSystem.Occurrence or CodeSystem.Value or CodeSystem.AmbulanceCondition
                or CodeSystem.Specialty or CodeSystem.Quadrant when areDigits && length == 1 => 2,

            // 00100 to 01999, and 0042T: 9921 lost its last digit rather than its first.
            CodeSystem.Procedure when (areDigits && (length == 3 || (length == 4 && text[0] == '1'))) || (length is >= 2 and <= 4 && IsCategory(text)) => 5,
            _ => 0,
        };
    }

    private static bool IsCategory(ReadOnlySpan<char> text) =>
        BehindDigits.Contains(char.ToUpperInvariant(text[^1])) && !text[..^1].ContainsAnyExceptInRange('0', '9');

    private static bool HasNone(CodeSystem system) =>
        system is CodeSystem.Tooth or CodeSystem.DelayReason or CodeSystem.AdmissionType or CodeSystem.AdmissionSource or CodeSystem.Frequency;
}
