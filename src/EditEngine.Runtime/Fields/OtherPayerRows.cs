using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Members of what another payer decided. Rules read their sums, which are fields of claims and lines.</summary>
internal static class OtherPayerRows
{
    public static readonly ImmutableArray<ClaimField> Payer =
    [
        Of<OtherPayer, string?>(FieldType.Text, "payer", "2330B NM109, else NM103; 2430 SVD01", "The payer's identifier.", p => p.Payer, (p, v) => p._payer = v),
        Of<OtherPayer, string?>(FieldType.Text, "order", "2320 SBR01", "P primary, S secondary, T tertiary.", p => p.Order, (p, v) => p._order = v),
        Of<OtherPayer, string?>(FieldType.Text, "filingIndicator", "2320 SBR09", "Claim filing indicator.", p => p.FilingIndicator, (p, v) => p._filingIndicator = v),
        Of<OtherPayer, long?>(FieldType.Money, "paidAmount", "2320 AMT*D; 2430 SVD02", "Amount paid.", p => p.PaidAmountCents, (p, v) => p._paidAmountCents = v),
        Of<OtherPayer, long?>(FieldType.Money, "remainingLiability", "2320 and 2430 AMT*EAF", "What is left for the patient to pay.", p => p.RemainingLiabilityCents, (p, v) => p._remainingLiabilityCents = v),
        Of<OtherPayer, long?>(FieldType.Money, "nonCovered", "2320 AMT*A8", "What the payer does not cover.", p => p.NonCoveredCents, (p, v) => p._nonCoveredCents = v),
        Of<OtherPayer, string?>(FieldType.Text, "claimNumber", "2330B REF02 of REF*F8", "The payer's own number of the claim.", p => p.ClaimNumber, (p, v) => p._claimNumber = v),
        Of<OtherPayer, string?>(FieldType.Text, "priorAuthorization", "2330B REF02 of REF*G1", "The payer's prior authorization number.", p => p.PriorAuthorization, (p, v) => p._priorAuthorization = v),
        Of<OtherPayer, string?>(FieldType.Text, "referral", "2330B REF02 of REF*9F", "The payer's referral number.", p => p.Referral, (p, v) => p._referral = v),
        Of<OtherPayer, decimal?>(FieldType.Number, "bundledLine", "2430 SVD06", "The line that this one was decided together with.", p => p.BundledLine, (p, v) => p._bundledLine = v),
        Of<OtherPayer, decimal?>(FieldType.Units, "paidUnits", "2430 SVD05", "Units paid.", p => p.PaidUnits, (p, v) => p._paidUnits = v),
        Of<OtherPayer, Code>(FieldType.Code(CodeSystem.Procedure), "procedure", "2430 SVD03-2", "The procedure that the payer decided on.", p => p.Procedure, (p, v) => p._procedure = v),
        Of<OtherPayer, ImmutableArray<Code>>(FieldType.Codes(CodeSystem.Modifier), "modifiers", "2430 SVD03-3 to 6", "Its modifiers.", p => p.Modifiers, (p, v) => p._modifiers = v),
        Of<OtherPayer, DateOnly?>(FieldType.Date, "decisionDate", "2330B and 2430 DTP*573", "Day of the decision.", p => p.DecisionDate, (p, v) => p._decisionDate = v),
        Of<OtherPayer, ImmutableArray<Adjustment>>(FieldType.ListOf(ThingKinds.None), "adjustments", "2320 and 2430 CAS", "Adjustments in order.", p => p.Adjustments, (p, v) => p._adjustments = v),
    ];

    public static readonly ImmutableArray<ClaimField> Adjustment =
    [
        Of<Adjustment, string?>(FieldType.Word("group", "CO", "PR", "OA", "PI", "CR"), "group", "CAS01", "Whose liability it is.", a => a.Group, (a, v) => a._group = v ?? "", isRequired: true),
        Of<Adjustment, Code>(FieldType.Code(CodeSystem.Carc), "reason", "CAS02 and on", "Claim adjustment reason code.", a => a.Reason, (a, v) => a._reason = v, isRequired: true),
        Of<Adjustment, long?>(FieldType.Money, "amount", "CAS03 and on", "Amount.", a => a.AmountCents, (a, v) => a._amountCents = v),
        Of<Adjustment, decimal?>(FieldType.Number, "quantity", "CAS04 and on", "Units.", a => a.Quantity, (a, v) => a._quantity = v),
    ];

    private static FieldRow<TRecord, TValue> Of<TRecord, TValue>(
        FieldType type, string member, string source, string description, Func<TRecord, TValue> get, Action<TRecord, TValue> set, bool isRequired = false)
        where TRecord : class =>
        new(ThingKinds.None, ThingKinds.None, "", type, type.Kind is FieldKind.Codes or FieldKind.Things ? Absence.Empty : Absence.Missing, member, source, description, get, set)
        {
            IsRequired = isRequired,
            IsOfTestsOnly = true,
        };
}
