using System.Collections.Frozen;

namespace EditEngine.Formats.X12;

/// <summary>Where values would stand that were not sent: the segment that a sender has to add.</summary>
/// <remarks>SOURCE: ASC X12N TR3 005010X222A1, 005010X223A2 and 005010X224A2.</remarks>
internal static class MissingSegments
{
    private static readonly FrozenDictionary<string, (string Tag, string Loop)> Rows = new Dictionary<string, (string Tag, string Loop)>
    {
        ["admissionDate"] = ("DTP", "2300"),
        ["dischargeStatus"] = ("CL1", "2300"),
        ["originalClaimId"] = ("REF", "2300"),
        ["priorAuthorization"] = ("REF", "2300"),
        ["cliaNumber"] = ("REF", "2300"),
        ["lines[].from"] = ("DTP", "2400"),
        ["lines[].ndc.quantity"] = ("CTP", "2410"),
        ["lines[].ndc.unit"] = ("CTP", "2410"),
        ["lines[].tooth"] = ("TOO", "2400"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The segment of a path with empty brackets, or null where its element is one of a segment that is always there.</summary>
    public static (string Tag, string Loop)? Find(string template) => Rows.TryGetValue(template, out (string Tag, string Loop) row) ? row : null;
}
