namespace EditEngine.Codes;

/// <summary>Revenue codes that bill a payment group, by its HIPPS code in place of a procedure.</summary>
/// <remarks>SOURCE: NUBC, revenue codes 0022 (skilled nursing), 0023 (home health) and 0024 (inpatient rehabilitation). A0110 there is a group of IRF, and no ambulance.</remarks>
internal static class PaymentGroups
{
    private static readonly Code First = Code.From(CodeSystem.Revenue, "0022");
    private static readonly Code Last = Code.From(CodeSystem.Revenue, "0024");

    /// <summary>Whether a line of a revenue code has a HIPPS code.</summary>
    public static bool AreBilledBy(in Code revenue) => revenue.Odd is null && revenue >= First && revenue <= Last;
}
