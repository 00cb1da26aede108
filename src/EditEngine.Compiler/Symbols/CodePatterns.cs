using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>The patterns of the code systems' texts in words.</summary>
internal static class CodePatterns
{
    /// <summary>What a code of the system looks like.</summary>
    public static string Describe(CodeSystem system) => system switch
    {
        CodeSystem.Procedure => "five digits, four digits and F, T, U, A or M, or a letter and four digits",
        CodeSystem.Diagnosis => "a letter and two to six more characters with a digit among the first two, the dot after three",
        CodeSystem.InpatientProcedure => "seven letters and digits",
        CodeSystem.Ndc => "eleven digits, or 4-4-2, 5-3-2, 5-4-1 or 5-4-2 with hyphens",
        CodeSystem.Revenue => "four digits",
        CodeSystem.BillType => "three digits, without the leading zero",
        CodeSystem.Hipps => "five letters and digits",
        CodeSystem.Taxonomy => "ten letters and digits",
        CodeSystem.Drg => "three digits",
        CodeSystem.Frequency or CodeSystem.Surface or CodeSystem.AdmissionType or CodeSystem.AdmissionSource or CodeSystem.PresentOnAdmission => "one character",
        CodeSystem.Carc or CodeSystem.Rarc => "one to five characters",
        CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason => "one or two characters",
        _ => "two characters",
    };
}
