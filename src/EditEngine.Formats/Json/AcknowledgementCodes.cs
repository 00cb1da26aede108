namespace EditEngine.Formats.Json;

/// <summary>The codes of a 999 for problems where one is obvious.</summary>
/// <remarks>SOURCE: ASC X12C 005010X231A1: IK304 segment, IK403 element and IK502 transaction errors.</remarks>
internal static class AcknowledgementCodes
{
    /// <summary>Element and code, as IK403 6; null where none is obvious.</summary>
    public static (string Element, string Code)? Of(string problem) => problem switch
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
