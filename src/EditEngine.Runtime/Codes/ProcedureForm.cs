namespace EditEngine.Codes;

/// <summary>Which code set a procedure code is of, as its signs tell. Says nothing about whether the code exists.</summary>
/// <remarks>SOURCE: CPT: five digits, or four and F, T, U, A or M; CDT: D and four digits; HCPCS Level II: another letter up to V and four digits.</remarks>
internal static class ProcedureForm
{
    /// <summary>CPT, HCPCS or CDT; null where the code has none of their forms, or there is none.</summary>
    public static string? Of(Code code)
    {
        string text = code.IsMissing ? "" : code.ToPlainText();
        bool hasMiddle = text.Length == 5 && !text.AsSpan(1, 3).ContainsAnyExceptInRange('0', '9');
        return (hasMiddle, hasMiddle ? text[0] : ' ', hasMiddle ? text[4] : ' ') switch
        {
            (true, >= '0' and <= '9', (>= '0' and <= '9') or 'F' or 'T' or 'U' or 'A' or 'M') => "CPT",
            (true, 'D', >= '0' and <= '9') => "CDT",
            (true, >= 'A' and <= 'V', >= '0' and <= '9') => "HCPCS",
            _ => null,
        };
    }
}
