namespace EditEngine.Formats.Json;

/// <summary>The codes of a 999, or of a TA1 for an interchange, for problems where one is obvious.</summary>
/// <remarks>SOURCE: ASC X12C 005010X231A1: IK304 segment, IK403 element, IK502 transaction and AK905 group errors, and TA105 interchange notes.</remarks>
internal static class AcknowledgementCodes
{
    /// <summary>Element and code, as IK403 6; null where none is obvious.</summary>
    /// <param name="problem">Its id.</param>
    /// <param name="segment">Tag of the segment it was seen at: a trailer's says whose envelope is meant.</param>
    public static (string Element, string Code)? Of(string problem, string? segment) => (problem, segment) switch
    {
        ("EDIT5009", "GE") => ("AK905", "4"),
        ("EDIT5010", "GE") => ("AK905", "5"),
        ("EDIT5011", "GE") => ("AK905", "3"),
        ("EDIT5009", "IEA") => ("TA105", "001"),
        ("EDIT5010", "IEA") => ("TA105", "021"),
        ("EDIT5011", "IEA") => ("TA105", "023"),
        _ => OfTransaction(problem),
    };

    private static (string Element, string Code)? OfTransaction(string problem) => problem switch
    {
        "EDIT5020" or "EDIT5021" => ("IK304", "1"),
        "EDIT5022" or "EDIT5023" => ("IK304", "2"),
        "EDIT5025" or "EDIT5026" or "EDIT5027" => ("IK304", "3"),
        "EDIT5028" => ("IK304", "4"),
        "EDIT5047" or "EDIT5054" => ("IK403", "1"),
        "EDIT5040" => ("IK403", "3"),
        "EDIT5041" => ("IK403", "5"),
        "EDIT5042" or "EDIT5045" or "EDIT5046" => ("IK403", "6"),
        "EDIT5049" => ("IK403", "7"),
        "EDIT5043" or "EDIT5044" => ("IK403", "8"),
        "EDIT5009" => ("IK502", "3"),
        "EDIT5010" => ("IK502", "4"),
        "EDIT5011" => ("IK502", "2"),
        _ => null,
    };
}
