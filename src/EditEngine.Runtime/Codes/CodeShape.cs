namespace EditEngine.Codes;

/// <summary>Whether a text has the shape of a code of a system.</summary>
internal enum CodeFit
{
    /// <summary>It has.</summary>
    Fits,

    /// <summary>It would with zeros before it: a spreadsheet read the code as a number.</summary>
    LostZeros,

    /// <summary>It has not.</summary>
    None,
}

/// <summary>Texts of files against the patterns of codes.</summary>
internal static class CodeShape
{
    /// <summary>Compares a text, dots and hyphens as billed, letter case aside, with the pattern of a system.</summary>
    public static CodeFit Of(CodeSystem system, ReadOnlySpan<char> text)
    {
        Code code = Code.From(system, text);
        return code.FitsPattern ? CodeFit.Fits
            : !text.IsEmpty && HasZeros(system) && text.Length < CodePattern.Of(system).Least && !text.ContainsAnyExceptInRange('0', '9') ? CodeFit.LostZeros
            : CodeFit.None;
    }

    // Of one length, with zeros before some: all but the letters of a diagnosis.
    private static bool HasZeros(CodeSystem system) => system != CodeSystem.Diagnosis && CodePattern.Of(system) is var pattern && pattern.Least == pattern.Most;
}
