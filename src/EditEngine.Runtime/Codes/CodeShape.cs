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

/// <summary>The shapes of codes: how many signs, which of them digits. Says nothing about whether a code exists.</summary>
internal static class CodeShape
{
    /// <summary>Compares a text, dots and hyphens as billed, letter case aside, with the shape of a system.</summary>
    public static CodeFit Of(CodeSystem system, ReadOnlySpan<char> text) => system switch
    {
        CodeSystem.Procedure => OfProcedure(text),
        CodeSystem.Diagnosis => IsDiagnosis(text) ? CodeFit.Fits : CodeFit.None,
        CodeSystem.InpatientProcedure => Exactly(7, text, digits: false),
        CodeSystem.Ndc => OfNdc(text),
        CodeSystem.Revenue => Exactly(4, text, digits: true),
        CodeSystem.BillType => Exactly(3, text.Length == 4 && text[0] == '0' ? text[1..] : text, digits: false),
        CodeSystem.PlaceOfService or CodeSystem.DischargeStatus => Exactly(2, text, digits: true),
        CodeSystem.Drg => Exactly(3, text, digits: true),
        CodeSystem.Modifier or CodeSystem.Specialty or CodeSystem.Condition or CodeSystem.Occurrence or CodeSystem.Value => Exactly(2, text, digits: false),
        CodeSystem.Taxonomy => Exactly(10, text, digits: false),
        _ => text.Length is > 0 and <= Code.MaxLength && IsAlphanumeric(text) ? CodeFit.Fits : CodeFit.None,
    };

    private static CodeFit OfProcedure(ReadOnlySpan<char> text)
    {
        if (text.Length < 5)
        {
            return Exactly(5, text, digits: true);
        }

        bool fits = text.Length == 5 && IsDigits(text[1..4]) && IsAlphanumeric(text)
            && (char.IsAsciiDigit(text[0]) || char.IsAsciiDigit(text[4]));
        return fits ? CodeFit.Fits : CodeFit.None;
    }

    private static CodeFit OfNdc(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Code.MaxLength];
        return text.Contains('-')
            ? NdcText.TryExpand(text, digits) ? CodeFit.Fits : CodeFit.None
            : Exactly(Code.MaxLength, text, digits: true);
    }

    private static bool IsDiagnosis(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> head = text[..Math.Min(3, text.Length)];
        ReadOnlySpan<char> tail = text[head.Length..];
        bool dotted = tail is ['.', ..];
        tail = dotted ? tail[1..] : tail;
        // Since fiscal year 2026 the second sign may be a letter before a digit: QA0.
        bool begins = head.Length == 3 && char.IsAsciiLetter(head[0]) && IsAlphanumeric(head) && (char.IsAsciiDigit(head[1]) || char.IsAsciiDigit(head[2]));
        return begins
            && tail.Length <= 4 && (!dotted || tail.Length > 0) && IsAlphanumeric(tail);
    }

    private static CodeFit Exactly(int length, ReadOnlySpan<char> text, bool digits)
    {
        bool allDigits = IsDigits(text);
        if (text.Length == length && (digits ? allDigits : IsAlphanumeric(text)))
        {
            return CodeFit.Fits;
        }

        return allDigits && text.Length > 0 && text.Length < length ? CodeFit.LostZeros : CodeFit.None;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (char sign in text)
        {
            if (!char.IsAsciiLetterOrDigit(sign))
            {
                return false;
            }
        }

        return true;
    }
}
