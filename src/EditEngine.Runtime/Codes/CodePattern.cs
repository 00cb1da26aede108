namespace EditEngine.Codes;

/// <summary>The pattern of a system's codes: how many signs they have and which of them are digits. Says nothing about whether a code exists.</summary>
/// <param name="Least">Fewest signs, without dots.</param>
/// <param name="Most">Most signs.</param>
/// <param name="Digits">Bit i: the sign i from the left is a digit.</param>
internal readonly record struct CodePattern(int Least, int Most, uint Digits)
{
    private const uint AllDigits = uint.MaxValue;
    private const int Signs = 37;

    private static readonly CodePattern[] Rows = [.. Enum.GetValues<CodeSystem>().Select(Row)];

    /// <summary>That of a system.</summary>
    public static ref readonly CodePattern Of(CodeSystem system) => ref Rows[(int)system];

    /// <summary>Whether signs have the pattern of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="signs">The signs as a number of base 37, digits 1 to 10 and letters 11 to 36.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="letters">Bit i: the sign i from the left is a letter.</param>
    public static bool Fits(CodeSystem system, ulong signs, int length, uint letters)
    {
        ref readonly CodePattern pattern = ref Rows[(int)system];
        return length >= pattern.Least && length <= pattern.Most && (letters & pattern.Digits) == 0 && system switch
        {
            // A letter before four digits, or one of CPT's behind them.
            CodeSystem.Procedure => (letters & 0b10000) == 0 || ((letters & 1) == 0 && "FTUAM".Contains((char)('A' + (signs % Signs) - 11))),

            // Since fiscal year 2026 the second sign may be a letter before a digit: QA0.
            CodeSystem.Diagnosis => (letters & 1) != 0 && (letters & 0b110) != 0b110,
            _ => true,
        };
    }

    private static CodePattern Row(CodeSystem system) => system switch
    {
        CodeSystem.Procedure => new(5, 5, 0b01110),
        CodeSystem.Diagnosis => new(3, 7, 0),
        CodeSystem.InpatientProcedure => new(7, 7, 0),
        CodeSystem.Ndc => new(11, 11, AllDigits),
        CodeSystem.Revenue => new(4, 4, AllDigits),
        CodeSystem.BillType => new(3, 3, 0),
        CodeSystem.PlaceOfService or CodeSystem.DischargeStatus => new(2, 2, AllDigits),
        CodeSystem.Drg => new(3, 3, AllDigits),
        CodeSystem.Modifier or CodeSystem.Specialty or CodeSystem.Condition or CodeSystem.Occurrence or CodeSystem.Value or CodeSystem.Attachment => new(2, 2, 0),
        CodeSystem.Taxonomy => new(10, 10, 0),
        CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason => new(1, 2, 0),
        CodeSystem.Frequency or CodeSystem.Surface or CodeSystem.AdmissionType or CodeSystem.AdmissionSource or CodeSystem.PresentOnAdmission => new(1, 1, 0),
        CodeSystem.Carc or CodeSystem.Rarc => new(1, 5, 0),
        CodeSystem.Icd9Diagnosis => new(3, 5, 0),
        CodeSystem.Hipps => new(5, 5, 0),
        CodeSystem.AmbulanceCondition => new(2, 2, AllDigits),
        _ => new(1, Code.MaxLength, 0),
    };
}
