using EditEngine.Plans;

namespace EditEngine.Analysis.Explanation;

/// <summary>The date bases, as rules write them.</summary>
internal static class BasisWords
{
    /// <summary>A basis in words.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.DateOfService => "date of service",
        Basis.Received => "the date received",
        Basis.Discharge => "discharge",
        Basis.Admission => "admission",
        Basis.From => "the first date of the claim",
        Basis.Through => "the last date of the claim",
        _ => "the date processed",
    };
}
