namespace EditEngine.Formats.Json;

/// <summary>The codes of a 999, or of a TA1 for an interchange, for problems where one is obvious.</summary>
/// <remarks>SOURCE: ASC X12C 005010X231A1: IK304 segment, IK403 element, IK502 transaction and AK905 group errors, and TA105 interchange notes.</remarks>
internal static class AcknowledgementCodes
{
    /// <summary>Element and code, as IK403 6; null where none is obvious.</summary>
    /// <param name="problem">Its id.</param>
    /// <param name="segment">Tag of the segment it was seen at: that of an envelope says which is meant.</param>
    /// <param name="element">The element it was seen at.</param>
    public static (string Element, string Code)? Of(string problem, string? segment, int? element) => (problem, segment) switch
    {
        ("EDIT5080", "ISA") => ("TA105", "025"),
        ("EDIT5080", "GS") => ("AK905", "19"),
        ("EDIT5080", _) => ("IK502", "23"),
        (_, "ISA") => ("TA105", OfInterchange(element)),
        ("EDIT5040", "IEA") => ("TA105", "022"),
        ("EDIT5079", _) => ("IK502", "6"),
        (_, "ST") when element == 2 => ("IK502", "7"),
        (_, "GS") when element == 1 => ("AK905", "1"),
        (_, "GS") when element == 6 => ("AK905", "6"),
        (_, "GS") => null,
        ("EDIT5009", "GE") => ("AK905", "4"),
        ("EDIT5010", "GE") => ("AK905", "5"),
        ("EDIT5011", "GE") => ("AK905", "3"),
        ("EDIT5009", "IEA") => ("TA105", "001"),
        ("EDIT5010", "IEA") => ("TA105", "021"),
        ("EDIT5011", "IEA") => ("TA105", "023"),
        _ => OfTransaction(problem),
    };

    // The notes of a TA1 name the elements of the header one by one.
    private static string OfInterchange(int? element) => element switch
    {
        1 => "010",
        2 => "011",
        3 => "012",
        4 => "013",
        5 => "005",
        6 => "006",
        7 => "007",
        8 => "008",
        9 => "014",
        10 => "015",
        11 => "016",
        12 => "017",
        13 => "018",
        14 => "019",
        15 => "020",
        16 => "027",
        _ => "024",
    };

    private static (string Element, string Code)? OfTransaction(string problem) => problem switch
    {
        "EDIT5020" or "EDIT5021" => ("IK304", "1"),
        "EDIT5022" or "EDIT5023" => ("IK304", "2"),
        "EDIT5024" or "EDIT5038" => ("IK304", "2"),
        "EDIT5025" or "EDIT5026" or "EDIT5027" or "EDIT5033" or "EDIT5036" => ("IK304", "3"),
        "EDIT5077" => ("IK304", "5"),
        "EDIT5078" => ("IK304", "7"),
        "EDIT5074" or "EDIT5075" => ("IK403", "2"),
        "EDIT5073" => ("IK403", "3"),
        "EDIT5071" => ("IK403", "4"),
        "EDIT5072" => ("IK403", "9"),
        "EDIT5076" => ("IK403", "10"),
        "EDIT5070" => ("IK403", "I10"),
        "EDIT5028" or "EDIT5029" => ("IK304", "4"),
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
