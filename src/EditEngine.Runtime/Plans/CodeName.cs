using EditEngine.Codes;

namespace EditEngine.Plans;

/// <summary>A code as plans write it: its system, a blank and its text, as <c>Procedure 99213</c>.</summary>
internal static class CodeName
{
    /// <summary>The text of a code.</summary>
    public static string Of(Code code) => $"{code.System} {code.ToPlainText()}";

    /// <summary>The code of a text.</summary>
    /// <returns>False for what is none.</returns>
    public static bool TryParse(string? text, out Code code)
    {
        int blank = text?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        code = blank > 0 && Enum.TryParse(text![..blank], out CodeSystem system) ? Code.From(system, text.AsSpan(blank + 1)) : default; // A place was found.
        return !code.IsMissing;
    }
}
