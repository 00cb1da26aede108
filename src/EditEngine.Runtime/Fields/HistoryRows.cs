using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Values;

namespace EditEngine.Fields;

/// <summary>What a line of history has beside the line, and what lines have of their claim. X12 carries none of history.</summary>
internal static class HistoryRows
{
    private static readonly Code Replacement = Code.From(CodeSystem.Frequency, "7");

    public static readonly ImmutableArray<ClaimField> All = [.. Decision(), .. OfItsClaim()];

    private static IEnumerable<ClaimField> Decision() =>
    [
        Of("claim_id", FieldType.Text, Absence.Never, "claimId", "The claim it stood on.", h => h.ClaimId, (h, v) => h._claimId = v ?? h._claimId, isRequired: true),
        OfLines("claim_type", FieldType.Word("claim type", ClaimWords.Types), "claimType", "Type of its claim.", h => ClaimWords.Of(h.ClaimType), (h, v) => h._claimType = ClaimWords.TypeOf(v),
            (claim, thing) => ClaimWords.Of(thing is HistoryLine history ? history.ClaimType : claim.Type)),
        Of("status", FieldType.Word("status", ClaimWords.Statuses), Absence.Never, "status", "What was decided.", h => ClaimWords.Of(h.Status), (h, v) => h._status = v is null ? default : ClaimWords.StatusOf(v), isRequired: true, hasOwnWords: true),
        Of("paid_units", FieldType.Units, Absence.Missing, "paidUnits", "Units paid.", h => h.PaidUnits, (h, v) => h._paidUnits = v),
        Of("paid_amount", FieldType.Money, Absence.Missing, "paidAmount", "Amount paid.", h => h.PaidAmountCents, (h, v) => h._paidAmountCents = v),
        Of("adjudicated", FieldType.Date, Absence.Missing, "adjudicatedDate", "Day it was decided.", h => h.AdjudicatedDate, (h, v) => h._adjudicatedDate = v),
        new FieldRow<HistoryLine, bool?>(
            ThingKinds.History, ThingKinds.History, "replaced", FieldType.YesNo, Absence.Derived, "originalClaimId", "", "Its claim is the one that this claim replaces.", _ => null, null)
        {
            Derived = (claim, thing) => claim.Frequency == Replacement && string.Equals(claim.OriginalClaimId, ((HistoryLine)thing).ClaimId, StringComparison.Ordinal),
        },
    ];

    private static IEnumerable<ClaimField> OfItsClaim() =>
    [
        OfLines("bill_type", FieldType.Code(CodeSystem.BillType), "billType", "Type of bill of its claim.", h => h.BillType, (h, v) => h._billType = v,
            (claim, thing) => thing is HistoryLine history ? history.BillType : claim.BillType),
        Of("admission", FieldType.Date, Absence.Missing, "admissionDate", "Admission of that claim.", h => h.AdmissionDate, (h, v) => h._admissionDate = v),
        Of("discharge", FieldType.Date, Absence.Missing, "dischargeDate", "Discharge of that claim.", h => h.DischargeDate, (h, v) => h._dischargeDate = v),
        OfLines("billing", FieldType.Provider, "billing", "Billing provider.", h => h.Billing, (h, v) => h._billing = v, (claim, thing) => thing is HistoryLine history ? history.Billing : claim.Billing),
        Of("", FieldType.ListOf(ThingKinds.Diagnosis), Absence.Missing, "diagnoses", "The diagnoses that the line points at.", h => h.Diagnoses, (h, v) => h._diagnoses = v),
        OfLines("diagnoses", FieldType.Codes(CodeSystem.Diagnosis), "diagnosisPointers", "The diagnoses it points at.", h => CodeSources.Of(h.Diagnoses), null,
            (claim, thing) => thing is HistoryLine history ? CodeSources.Of(history.Diagnoses) : CodeSources.Of(claim.Diagnoses, ((ServiceLine)thing).DiagnosisPointers),
            (h, v) => h._diagnoses = v.Presence != Presence.Known ? default : [.. CodeSources.ToList(v).Select(code => new Diagnosis { Code = code })]),
        new FieldRow<ServiceLine, decimal?>(
            ThingKinds.Line, ThingKinds.Line, "stray_pointer", FieldType.Number, Absence.None, "diagnosisPointers", "", "The first of its pointers that leads to no diagnosis.", _ => null, null)
        {
            Derived = (claim, thing) => DiagnosisPointers.FirstStray((ServiceLine)thing, claim),
            Written = (l, v) => l._diagnosisPointers = v is decimal pointer ? [(int)pointer] : [],
        },
    ];

    private static FieldRow<HistoryLine, TValue> Of<TValue>(
        string name, FieldType type, Absence absence, string member, string description,
        Func<HistoryLine, TValue> get, Action<HistoryLine, TValue>? set, bool isRequired = false, bool hasOwnWords = false) =>
        new(ThingKinds.History, ThingKinds.History, name, type, absence, member, "", description, get, set)
        {
            IsRequired = isRequired,
            HasOwnWords = hasOwnWords,
            IsOfTestsOnly = name.Length == 0,
        };

    // A line of the claim has it of its claim, a line of history keeps it itself.
    private static FieldRow<HistoryLine, TValue> OfLines<TValue>(
        string name, FieldType type, string member, string description,
        Func<HistoryLine, TValue> get, Action<HistoryLine, TValue>? set, Func<Claim, object, TValue> derived, Action<HistoryLine, TValue>? written = null) =>
        new(ThingKinds.Line | ThingKinds.History, ThingKinds.History, name, type, Absence.Missing, member, "", description, get, set) { Derived = derived, Written = written };
}
