using EditEngine.Codes;

namespace EditEngine.Formats.Cms;

/// <summary>Codes that a spreadsheet took for numbers and saved without the zeros before them.</summary>
internal static class LostZeros
{
    /// <summary>The code with its zeros, where digits alone can have been no other code; else null.</summary>
    public static string? PutBack(CodeSystem system, ReadOnlySpan<char> text) => IsLost(system, text) ? text.ToString().PadLeft(Width(system), '0') : null;

    private static bool IsLost(CodeSystem system, ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9') && system switch
    {
        // SOURCE: CPT: the codes of digits alone that begin with zero are those of anesthesia, 00100 to 01999.
        CodeSystem.Procedure => text.Length == 3 || (text.Length == 4 && text[0] == '1'),
        CodeSystem.InpatientProcedure => text.Length is > 3 and < 7, // three signs are a table of ICD-10-PCS
        _ => text.Length > 0 && text.Length < Width(system),
    };

    private static int Width(CodeSystem system) => system switch
    {
        CodeSystem.Procedure => 5,
        CodeSystem.InpatientProcedure => 7,
        CodeSystem.Revenue => 4,
        CodeSystem.PlaceOfService or CodeSystem.DischargeStatus or CodeSystem.Specialty or CodeSystem.Condition => 2,
        _ => 0,
    };
}
