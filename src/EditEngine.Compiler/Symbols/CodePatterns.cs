using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>The shapes of the code systems' texts: what a literal must look like before any code table is asked.</summary>
internal static class CodePatterns
{
    /// <summary>Whether a code has its system's shape.</summary>
    public static bool Fits(Code code)
    {
        string text = code.ToPlainText();
        return code.System switch
        {
            CodeSystem.Procedure => text.Length == 5 && text.Skip(1).Take(3).All(char.IsAsciiDigit)
                && (char.IsAsciiDigit(text[4]) || (char.IsAsciiDigit(text[0]) && text[4] is 'F' or 'T' or 'U' or 'A' or 'M')),
            CodeSystem.Diagnosis => CodeShape.Of(CodeSystem.Diagnosis, text) == CodeFit.Fits,
            CodeSystem.InpatientProcedure => text.Length == 7,
            CodeSystem.Ndc => text.Length == 11 && text.All(char.IsAsciiDigit),
            CodeSystem.Modifier => text.Length == 2,
            CodeSystem.Revenue => text.Length == 4 && text.All(char.IsAsciiDigit),
            CodeSystem.BillType => text.Length == 3,
            CodeSystem.PlaceOfService or CodeSystem.Specialty or CodeSystem.DischargeStatus => text.Length == 2,
            CodeSystem.Condition or CodeSystem.Occurrence or CodeSystem.Value or CodeSystem.Attachment => text.Length == 2,
            CodeSystem.Taxonomy => text.Length == 10,
            CodeSystem.Drg => text.Length == 3 && text.All(char.IsAsciiDigit),
            CodeSystem.Carc or CodeSystem.Rarc => text.Length is >= 1 and <= 5,
            CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason => text.Length is 1 or 2,
            CodeSystem.Frequency or CodeSystem.Surface or CodeSystem.AdmissionType or CodeSystem.AdmissionSource or CodeSystem.PresentOnAdmission => text.Length == 1,
            _ => true,
        };
    }

    /// <summary>The shape in words.</summary>
    public static string Describe(CodeSystem system) => system switch
    {
        CodeSystem.Procedure => "five digits, four digits and F, T, U, A or M, or a letter and four digits",
        CodeSystem.Diagnosis => "a letter and two to six more characters with a digit among the first two, the dot after three",
        CodeSystem.InpatientProcedure => "seven letters and digits",
        CodeSystem.Ndc => "eleven digits, or 4-4-2, 5-3-2, 5-4-1 or 5-4-2 with hyphens",
        CodeSystem.Revenue => "four digits",
        CodeSystem.BillType => "three digits, without the leading zero",
        CodeSystem.Taxonomy => "ten letters and digits",
        CodeSystem.Drg => "three digits",
        CodeSystem.Frequency or CodeSystem.Surface or CodeSystem.AdmissionType or CodeSystem.AdmissionSource or CodeSystem.PresentOnAdmission => "one character",
        CodeSystem.Carc or CodeSystem.Rarc => "one to five characters",
        CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason => "one or two characters",
        _ => "two characters",
    };
}
