using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Analysis.Reference;

/// <summary>The codes that a claim bills.</summary>
internal static class BilledCodes
{
    /// <summary>Of its lines: procedures, modifiers, revenue codes, NDCs, places of service; of the claim: diagnoses, procedures, bill type, DRG. With repetitions.</summary>
    public static IEnumerable<Code> Of(Claim claim)
    {
        foreach (ServiceLine line in claim.Lines)
        {
            yield return line.Procedure;
            yield return line.RevenueCode;
            yield return line.PlaceOfService;
            yield return line.Ndc?.Code ?? default;
            foreach (Code modifier in line.Modifiers)
            {
                yield return modifier;
            }
        }

        foreach (Code code in claim.Diagnoses.IsDefault ? [] : claim.Diagnoses.Select(one => one.Code))
        {
            yield return code;
        }

        foreach (Code code in claim.Procedures.Select(one => one.Code).Concat(claim.ConditionCodes).Append(claim.BillType).Append(claim.Drg))
        {
            yield return code;
        }
    }
}
