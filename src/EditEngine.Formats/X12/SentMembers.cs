using EditEngine.Codes;
using EditEngine.Fields;

namespace EditEngine.Formats.X12;

/// <summary>Members of the claim itself that X12 brings.</summary>
internal static class ClaimMembers
{
    public static readonly SentMember<string?> Id = Of<string?>("id");
    public static readonly SentMember<string?> Payer = Of<string?>("payer");
    public static readonly SentMember<Code> Frequency = Of<Code>("frequency");
    public static readonly SentMember<string?> OriginalClaimId = Of<string?>("originalClaimId");
    public static readonly SentMember<Code> DelayReason = Of<Code>("delayReason");
    public static readonly SentMember<Code> BillType = Of<Code>("billType");
    public static readonly SentMember<DateOnly?> From = Of<DateOnly?>("from");
    public static readonly SentMember<DateOnly?> Through = Of<DateOnly?>("through");
    public static readonly SentMember<DateOnly?> AdmissionDate = Of<DateOnly?>("admissionDate");
    public static readonly SentMember<DateOnly?> DischargeDate = Of<DateOnly?>("dischargeDate");
    public static readonly SentMember<Code> DischargeStatus = Of<Code>("dischargeStatus");
    public static readonly SentMember<Code> AdmissionType = Of<Code>("admissionType");
    public static readonly SentMember<Code> AdmissionSource = Of<Code>("admissionSource");
    public static readonly SentMember<Code> Drg = Of<Code>("drg");
    public static readonly SentMember<string?> PriorAuthorization = Of<string?>("priorAuthorization");
    public static readonly SentMember<string?> Referral = Of<string?>("referral");
    public static readonly SentMember<string?> CliaNumber = Of<string?>("cliaNumber");
    public static readonly SentMember<long?> TotalCharge = Of<long?>("totalCharge");
    public static readonly SentMember<string?> Accident = Of<string?>("accident");
    public static readonly SentMember<string?> AccidentState = Of<string?>("accidentState");
    public static readonly SentMember<DateOnly?> AccidentDate = Of<DateOnly?>("accidentDate");
    public static readonly SentMember<bool?> Predetermination = Of<bool?>("predetermination");

    private static SentMember<T> Of<T>(string member) => new(FieldTable.Claim, "", member);
}

/// <summary>Members of a service line that X12 brings.</summary>
internal static class LineMembers
{
    /// <summary>The path of a line.</summary>
    public const string Line = "lines[]";

    public static readonly SentMember<Code> Procedure = Of<Code>("procedure");
    public static readonly SentMember<Code> Hipps = Of<Code>("hipps");
    public static readonly SentMember<Code> RevenueCode = Of<Code>("revenueCode");
    public static readonly SentMember<decimal?> Units = Of<decimal?>("units");
    public static readonly SentMember<string?> UnitBasis = Of<string?>("unitBasis");
    public static readonly SentMember<long?> Charge = Of<long?>("charge");
    public static readonly SentMember<long?> NonCoveredCharge = Of<long?>("nonCoveredCharge");
    public static readonly SentMember<DateOnly?> From = Of<DateOnly?>("from");
    public static readonly SentMember<DateOnly?> Through = Of<DateOnly?>("through");
    public static readonly SentMember<Code> PlaceOfService = Of<Code>("placeOfService");
    public static readonly SentMember<bool?> Emergency = Of<bool?>("emergency");
    public static readonly SentMember<string?> Description = Of<string?>("description");
    public static readonly SentMember<string?> PriorAuthorization = Of<string?>("priorAuthorization");
    public static readonly SentMember<string?> Referral = Of<string?>("referral");
    public static readonly SentMember<string?> CliaNumber = Of<string?>("cliaNumber");
    public static readonly SentMember<string?> ReferringCliaNumber = Of<string?>("referringCliaNumber");
    public static readonly SentMember<Code> Tooth = Of<Code>("tooth");
    public static readonly SentMember<Code> Quadrant = Of<Code>("quadrant");
    public static readonly SentMember<string?> Prosthesis = Of<string?>("prosthesis");
    public static readonly SentMember<DateOnly?> PriorPlacementDate = Of<DateOnly?>("priorPlacementDate");
    public static readonly SentMember<Code> DrugCode = OfDrug<Code>("code");
    public static readonly SentMember<decimal?> DrugQuantity = OfDrug<decimal?>("quantity");
    public static readonly SentMember<string?> DrugUnit = OfDrug<string?>("unit");

    private static SentMember<T> Of<T>(string member) => new(FieldTable.Line, "lines[].", member);

    private static SentMember<T> OfDrug<T>(string member) => new(FieldTable.Drug, "lines[].ndc.", member);
}

/// <summary>Members of the patient that stand in the hierarchy.</summary>
internal static class PatientMembers
{
    public static readonly SentMember<string?> MemberId = Of<string?>("memberId");
    public static readonly SentMember<DateOnly?> BirthDate = Of<DateOnly?>("birthDate");
    public static readonly SentMember<string?> Sex = Of<string?>("sex");

    private static SentMember<T> Of<T>(string member) => new(FieldTable.Patient, "patient.", member);
}

/// <summary>Members of one provider of a claim or line.</summary>
/// <param name="self">The path of the provider.</param>
internal sealed class ProviderMembers(string self)
{
    private static readonly ProviderMembers?[] ByRole = MakeAll();

    /// <summary>The path of the provider.</summary>
    public string Self => self;

    public SentMember<string?> Npi { get; } = new(FieldTable.Provider, self + ".", "npi");

    public SentMember<string?> TaxId { get; } = new(FieldTable.Provider, self + ".", "taxId");

    public SentMember<Code> Taxonomy { get; } = new(FieldTable.Provider, self + ".", "taxonomy");

    public SentMember<string?> State { get; } = new(FieldTable.Provider, self + ".", "state");

    public SentMember<string?> Zip { get; } = new(FieldTable.Provider, self + ".", "zip");

    public SentMember<string?> Country { get; } = new(FieldTable.Provider, self + ".", "country");

    /// <summary>The members of the provider that a loop of a role makes, or null for a role that makes none.</summary>
    public static ProviderMembers? Of(Role role) => ByRole[(int)role];

    private static ProviderMembers?[] MakeAll()
    {
        ProviderMembers?[] members = new ProviderMembers?[(int)Role.Decision + 1];
        foreach (Role role in (ReadOnlySpan<Role>)[Role.Billing, Role.Referring, Role.Rendering, Role.Facility, Role.Supervising, Role.Attending, Role.Operating])
        {
            members[(int)role] = new ProviderMembers(role.ToString().ToLowerInvariant());
        }

        members[(int)Role.LineRendering] = new ProviderMembers("lines[].rendering");
        members[(int)Role.LineOrdering] = new ProviderMembers("lines[].ordering");
        members[(int)Role.LineReferring] = new ProviderMembers("lines[].referring");
        members[(int)Role.LineSupervising] = new ProviderMembers("lines[].supervising");
        members[(int)Role.LineOperating] = new ProviderMembers("lines[].operating");
        members[(int)Role.LineFacility] = new ProviderMembers("lines[].facility");
        return members;
    }
}

/// <summary>Members of what another payer decided, of the claim or of a line.</summary>
/// <param name="self">The path of the decision.</param>
internal sealed class OtherPayerMembers(string self)
{
    public static readonly OtherPayerMembers OfClaim = new("otherPayers[]");
    public static readonly OtherPayerMembers OfLine = new("lines[].otherPayers[]");

    /// <summary>The path of the decision.</summary>
    public string Self => self;

    /// <summary>The path of its adjustments.</summary>
    public string Adjustments { get; } = self + ".adjustments";

    /// <summary>The path of their amounts.</summary>
    public string AdjustedAmount { get; } = self + ".adjustments.amount";

    public SentMember<string?> Payer { get; } = new(FieldTable.OtherPayer, self + ".", "payer");

    public SentMember<string?> Order { get; } = new(FieldTable.OtherPayer, self + ".", "order");

    public SentMember<string?> FilingIndicator { get; } = new(FieldTable.OtherPayer, self + ".", "filingIndicator");

    public SentMember<long?> PaidAmount { get; } = new(FieldTable.OtherPayer, self + ".", "paidAmount");

    public SentMember<long?> RemainingLiability { get; } = new(FieldTable.OtherPayer, self + ".", "remainingLiability");

    public SentMember<long?> NonCovered { get; } = new(FieldTable.OtherPayer, self + ".", "nonCovered");

    public SentMember<string?> ClaimNumber { get; } = new(FieldTable.OtherPayer, self + ".", "claimNumber");

    public SentMember<string?> PriorAuthorization { get; } = new(FieldTable.OtherPayer, self + ".", "priorAuthorization");

    public SentMember<string?> Referral { get; } = new(FieldTable.OtherPayer, self + ".", "referral");

    public SentMember<decimal?> BundledLine { get; } = new(FieldTable.OtherPayer, self + ".", "bundledLine");

    public SentMember<decimal?> PaidUnits { get; } = new(FieldTable.OtherPayer, self + ".", "paidUnits");

    public SentMember<Code> Procedure { get; } = new(FieldTable.OtherPayer, self + ".", "procedure");

    public SentMember<DateOnly?> DecisionDate { get; } = new(FieldTable.OtherPayer, self + ".", "decisionDate");
}
