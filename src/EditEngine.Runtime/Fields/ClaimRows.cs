using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Fields of the claim, in the schema's order; what follows from a member stands below it.</summary>
internal static class ClaimRows
{
    public static readonly ImmutableArray<ClaimField> All =
    [
        .. Header(), .. Stay(), .. OtherPayers(), .. Parties(), .. Codes(), .. Lists(),
    ];

    private static IEnumerable<ClaimField> Header() =>
    [
        Of("id", FieldType.Text, Absence.Never, "id", "2300 CLM01", "The payer's or sender's claim number.", c => c.Id, (c, v) => c._id = v ?? c._id, isRequired: true),
        Of("type", FieldType.Word("claim type", ClaimWords.Types), Absence.Never, "type", "GS08 and ST03", "Professional, institutional or dental.", c => ClaimWords.Of(c.Type), (c, v) => c._type = ClaimWords.TypeOf(v), isRequired: true, hasOwnWords: true),
        Of("payer", FieldType.Text, Absence.Missing, "payer", "2010BB NM109, else NM103", "The payer, in its own words.", c => c.Payer, (c, v) => c._payer = v),
        Of("line_of_business", FieldType.Text, Absence.Missing, "lineOfBusiness", "", "The line of business, in the payer's words.", c => c.LineOfBusiness, (c, v) => c._lineOfBusiness = v),
        Of("product", FieldType.Text, Absence.Missing, "product", "", "The product, in the payer's words.", c => c.Product, (c, v) => c._product = v),
        Of("state", FieldType.Word("state"), Absence.Missing, "state", "", "The state whose rules apply.", c => c.State, (c, v) => c._state = v),
        Of("contract", FieldType.Text, Absence.Missing, "contract", "", "The contract, in the payer's words.", c => c.Contract, (c, v) => c._contract = v),
        Of("received", FieldType.Date, Absence.Missing, "receivedDate", "", "The day the payer received the claim.", c => c.ReceivedDate, (c, v) => c._receivedDate = v),
        Of("processed", FieldType.Date, Absence.Missing, "processedDate", "", "The day the payer processed the claim.", c => c.ProcessedDate, (c, v) => c._processedDate = v),
        Of("frequency", FieldType.Code(CodeSystem.Frequency), Absence.None, "frequency", "2300 CLM05-3", "1 original, 7 replacement, 8 void.", c => c.Frequency, (c, v) => c._frequency = v),
        Of("original_id", FieldType.Text, Absence.None, "originalClaimId", "2300 REF02 of REF*F8", "The claim that this one replaces or voids.", c => c.OriginalClaimId, (c, v) => c._originalClaimId = v),
        Of("original_decision", FieldType.Date, Absence.Missing, "originalDecisionDate", "", "The day the original claim was decided.", c => c.OriginalDecisionDate, (c, v) => c._originalDecisionDate = v),
        Of("delay_reason", FieldType.Code(CodeSystem.DelayReason), Absence.None, "delayReason", "2300 CLM20", "Delay reason of late filing.", c => c.DelayReason, (c, v) => c._delayReason = v),
    ];

    private static IEnumerable<ClaimField> Stay() =>
    [
        Of("bill_type", FieldType.Code(CodeSystem.BillType), Absence.Missing, "billType", "837I 2300 CLM05-1 and CLM05-3", "Type of bill, three digits.", c => c.BillType, (c, v) => c._billType = v),
        Of("from", FieldType.Date, Absence.Missing, "from", "2300 DTP*434, else the first day of a line", "First day of the statement.", c => c.From, (c, v) => c._from = v),
        Of("through", FieldType.Date, Absence.Missing, "through", "2300 DTP*434, else the last day of a line", "Last day of the statement.", c => c.Through, (c, v) => c._through = v),
        Of("admission", FieldType.Date, Absence.Missing, "admissionDate", "2300 DTP*435", "Day of admission.", c => c.AdmissionDate, (c, v) => c._admissionDate = v),
        Of("discharge", FieldType.Date, Absence.Missing, "dischargeDate", "2300 DTP*096", "Day of discharge.", c => c.DischargeDate, (c, v) => c._dischargeDate = v),
        Of("discharge_status", FieldType.Code(CodeSystem.DischargeStatus), Absence.Missing, "dischargeStatus", "2300 CL103", "Discharge status.", c => c.DischargeStatus, (c, v) => c._dischargeStatus = v),
        Of("admission_type", FieldType.Code(CodeSystem.AdmissionType), Absence.Missing, "admissionType", "2300 CL101", "Type of admission.", c => c.AdmissionType, (c, v) => c._admissionType = v),
        Of("admission_source", FieldType.Code(CodeSystem.AdmissionSource), Absence.Missing, "admissionSource", "2300 CL102", "Point of origin.", c => c.AdmissionSource, (c, v) => c._admissionSource = v),
        Of("drg", FieldType.Code(CodeSystem.Drg), Absence.None, "drg", "2300 HI*DR", "MS-DRG as billed.", c => c.Drg, (c, v) => c._drg = v),
        Of("prior_authorization", FieldType.Text, Absence.None, "priorAuthorization", "2300 REF02 of REF*G1", "Prior authorization number of the claim; a line may have its own.", c => c.PriorAuthorization, (c, v) => c._priorAuthorization = v),
        Of("referral", FieldType.Text, Absence.None, "referral", "2300 REF02 of REF*9F", "Referral number of the claim; a line may have its own.", c => c.Referral, (c, v) => c._referral = v),
        Of("clia_number", FieldType.Text, Absence.None, "cliaNumber", "2300 REF02 of REF*X4", "CLIA number of the claim; a line may have its own.", c => c.CliaNumber, (c, v) => c._cliaNumber = v),
        Of("total_charge", FieldType.Money, Absence.Missing, "totalCharge", "2300 CLM02", "Total charge.", c => c.TotalChargeCents, (c, v) => c._totalChargeCents = v),
        Of("accident", FieldType.Word("accident", "auto", "employment", "other") with { IsOpen = true }, Absence.None, "accident", "2300 CLM11-1", "The first cause of an accident; the others are in related_causes.", c => c.Accident, (c, v) => c._accident = v, derived: (c, _) => c.Accident ?? (c.RelatedCauses.IsDefaultOrEmpty ? null : c.RelatedCauses[0])),
        Of("related_causes", FieldType.Texts, Absence.Empty, "relatedCauses", "2300 CLM11-1 to 3", "All causes: auto, employment, other.", c => c.RelatedCauses, (c, v) => c._relatedCauses = v),
        OfCause("auto_related", "auto", "An automobile accident is among the causes."),
        OfCause("employment_related", "employment", "Employment is among the causes."),
        OfCause("other_accident", "other", "Another accident is among the causes."),
        Of("accident_state", FieldType.Word("state"), Absence.None, "accidentState", "2300 CLM11-4", "State of an automobile accident.", c => c.AccidentState, (c, v) => c._accidentState = v),
        Of("accident_date", FieldType.Date, Absence.None, "accidentDate", "2300 DTP*439", "Day of the accident.", c => c.AccidentDate, (c, v) => c._accidentDate = v),
        Of("predetermination", FieldType.YesNo, Absence.None, "predetermination", "837D 2300 CLM19", "A request to determine benefits before the service: it needs no dates of service.", c => c.Predetermination, (c, v) => c._predetermination = v),
        Of("attachments", FieldType.Codes(CodeSystem.Attachment), Absence.Empty, "attachments", "2300 and 2400 PWK01", "PWK report types.", c => c.Attachments, (c, v) => c._attachments = v),
        Of("notes", FieldType.Texts, Absence.Empty, "notes", "2300 and 2400 NTE02", "Notes.", c => c.Notes, (c, v) => c._notes = v),
    ];

    private static IEnumerable<ClaimField> OtherPayers() =>
    [
        Of("", FieldType.ListOf(ThingKinds.None), Absence.Empty, "otherPayers", "2320 SBR", "What other payers decided.", c => c.OtherPayers, (c, v) => c._otherPayers = v),
        Of("other_payers", FieldType.Count, Absence.Never, "otherPayers", "2320 SBR", "How many other payers decided the claim.", c => (long?)OtherPayerSums.Count(c.OtherPayers)),
        Of("other_paid", FieldType.Money, Absence.None, "otherPayers.paidAmount", "2320 AMT*D", "What other payers paid of the claim, all together.", c => OtherPayerSums.Paid(c.OtherPayers), written: (c, v) => c._otherPayers = OneOtherPayer.Paid(c.OtherPayers, v)),
        Of("other_adjusted", FieldType.AnyMoney, Absence.None, "otherPayers.adjustments", "2320 CAS", "What other payers adjusted of the claim as a whole, all together.", c => OtherPayerSums.Adjusted(c.OtherPayers), written: (c, v) => c._otherPayers = OneOtherPayer.Adjusted(c.OtherPayers, v)),
        Of("adjustment_reasons", FieldType.Codes(CodeSystem.Carc), Absence.Empty, "otherPayers.adjustments", "2320 CAS", "Reasons of those adjustments.", c => HeldCodes.Of(c.OtherPayers), written: (c, v) => c._otherPayers = OneOtherPayer.WithReasons(c.OtherPayers, v.ToList())),
        Of("unbalanced_payer", FieldType.Text, Absence.None, "otherPayers", "", "The first other payer whose payment of the claim is not what it paid of the lines less its adjustments of the claim; of no line: not the total charge less those.", OtherPayerBalance.FirstUnbalanced, written: (c, v) => (c._otherPayers, c._totalChargeCents) = (OneOtherPayer.Unbalanced(v), c._totalChargeCents ?? 0)),
    ];

    private static IEnumerable<ClaimField> Parties() =>
    [
        Of("patient", FieldType.Part(ThingKinds.Patient), Absence.Missing, "patient", "2010CA, else 2010BA", "The patient.", c => c.Patient, (c, v) => c._patient = v),
        Of("billing", FieldType.Provider, Absence.Missing, "billing", "2010AA", "Billing provider.", c => c.Billing, (c, v) => c._billing = v),
        Of("rendering", FieldType.Provider, Absence.Missing, "rendering", "2310 NM1*82", "Rendering provider of the claim.", c => c.Rendering, (c, v) => c._rendering = v),
        Of("referring", FieldType.Provider, Absence.Missing, "referring", "2310 NM1*DN", "Referring provider.", c => c.Referring, (c, v) => c._referring = v),
        Of("ordering", FieldType.Provider, Absence.Missing, "ordering", "", "Ordering provider.", c => c.Ordering, (c, v) => c._ordering = v),
        Of("supervising", FieldType.Provider, Absence.Missing, "supervising", "2310 NM1*DQ", "Supervising provider.", c => c.Supervising, (c, v) => c._supervising = v),
        Of("attending", FieldType.Provider, Absence.Missing, "attending", "2310 NM1*71", "Attending provider.", c => c.Attending, (c, v) => c._attending = v),
        Of("operating", FieldType.Provider, Absence.Missing, "operating", "2310 NM1*72", "Operating provider.", c => c.Operating, (c, v) => c._operating = v),
        Of("facility", FieldType.Provider, Absence.Missing, "facility", "2310 NM1*77", "Service facility.", c => c.Facility, (c, v) => c._facility = v),
    ];

    private static IEnumerable<ClaimField> Codes() =>
    [
        Of("", FieldType.ListOf(ThingKinds.Diagnosis), Absence.Missing, "diagnoses", "2300 HI", "Diagnoses in the order billed.", c => c.Diagnoses, (c, v) => c._diagnoses = v),
        Of("diagnoses", FieldType.Codes(CodeSystem.Diagnosis), Absence.Missing, "diagnoses", "2300 HI", "All diagnosis codes.", c => HeldCodes.Of(c.Diagnoses),
            written: (c, v) => c._diagnoses = v.IsMissing ? default : [.. v.ToList().Select(code => new Diagnosis { Code = code })]),
        Of("final_diagnoses", FieldType.Codes(CodeSystem.Diagnosis), Absence.Missing, "diagnoses", "2300 HI", "Principal and other diagnosis codes.", c => HeldCodes.OfFinal(c.Diagnoses)),
        Of("", FieldType.ListOf(ThingKinds.Procedure), Absence.Empty, "procedures", "2300 HI*BBR and HI*BBQ", "Inpatient procedures.", c => c.Procedures, (c, v) => c._procedures = v),
        Of("procedures", FieldType.Codes(CodeSystem.InpatientProcedure), Absence.Empty, "procedures", "2300 HI*BBR and HI*BBQ", "ICD-10-PCS codes.", c => HeldCodes.Of(c.Procedures),
            written: (c, v) => c._procedures = v.IsMissing ? [] : [.. v.ToList().Select(code => new InpatientProcedure { Code = code })]),
        Of("conditions", FieldType.Codes(CodeSystem.Condition), Absence.Empty, "conditionCodes", "2300 HI*BG", "Condition codes.", c => c.ConditionCodes, (c, v) => c._conditionCodes = v),
        Of("ambulance_conditions", FieldType.Codes(CodeSystem.AmbulanceCondition), Absence.Empty, "ambulanceConditions", "2300 CRC*07*Y, CRC03 to 07", "Conditions that an ambulance transport meets.", c => c.AmbulanceConditions, (c, v) => c._ambulanceConditions = v),
        Of("", FieldType.ListOf(ThingKinds.Occurrence), Absence.Empty, "occurrenceCodes", "2300 HI*BH and HI*BI", "Occurrences.", c => c.OccurrenceCodes, (c, v) => c._occurrenceCodes = v),
        Of("occurrences", FieldType.Codes(CodeSystem.Occurrence), Absence.Empty, "occurrenceCodes", "2300 HI*BH and HI*BI", "Occurrence codes.", c => HeldCodes.Of(c.OccurrenceCodes),
            written: (c, v) => c._occurrenceCodes = v.IsMissing ? [] : [.. v.ToList().Select(code => new OccurrenceCode { Code = code })]),
        Of("", FieldType.ListOf(ThingKinds.ValueCode), Absence.Empty, "valueCodes", "2300 HI*BE", "Values.", c => c.ValueCodes, (c, v) => c._valueCodes = v),
        Of("values", FieldType.Codes(CodeSystem.Value), Absence.Empty, "valueCodes", "2300 HI*BE", "Value codes.", c => HeldCodes.Of(c.ValueCodes),
            written: (c, v) => c._valueCodes = v.IsMissing ? [] : [.. v.ToList().Select(code => new ValueCode { Code = code })]),
    ];

    private static IEnumerable<ClaimField> Lists() =>
    [
        Of("", FieldType.ListOf(ThingKinds.Line) with { MostItems = 999 }, Absence.Never, "lines", "2400", "Service lines.", c => c.Lines, (c, v) => c._lines = v, isRequired: true),
        Of("history", FieldType.ListOf(ThingKinds.History), Absence.Missing, "history", "", "Earlier lines of the same member.", c => c.History, (c, v) => c._history = v, isOfTestsOnly: true),
        Of("authorizations", FieldType.ListOf(ThingKinds.Authorization), Absence.Missing, "authorizations", "", "Authorizations on file.", c => c.Authorizations, (c, v) => c._authorizations = v, isOfTestsOnly: true),
        Of("suggestions", FieldType.Part(ThingKinds.None), Absence.Missing, "codingRecord", "", "What computer-assisted coding suggested.", c => c.CodingRecord, (c, v) => c._codingRecord = v, isOfTestsOnly: true),
        Of("", new FieldType(FieldKind.Facts), Absence.Empty, "facts", "", "What the payer adds.", c => c.Facts, (c, v) => c._facts = c._facts.SetItems(v)),
        Of("", new FieldType(FieldKind.Facts), Absence.Empty, "spans", "", "Spans of days that the payer adds, as periods of coverage.", c => FactSpans.Of(c.Facts), (c, v) => c._facts = v.PutInto(c._facts)),
    ];

    private static FieldRow<Claim, bool?> OfCause(string name, string cause, string description) =>
        Of(name, FieldType.YesNo, Absence.Derived, "relatedCauses", "2300 CLM11-1 to 3", description,
            c => (bool?)(c.RelatedCauses.IsDefaultOrEmpty ? c.Accident == cause : c.RelatedCauses.Contains(cause) || c.Accident == cause), written: (c, v) => c._relatedCauses = v == true ? [.. Given(c.RelatedCauses), cause] : [.. Given(c.RelatedCauses).Where(one => one != cause)]);

    private static ImmutableArray<string> Given(ImmutableArray<string> causes) => causes.IsDefault ? [] : causes;

    private static FieldRow<Claim, TValue> Of<TValue>(
        string name, FieldType type, Absence absence, string member, string source, string description,
        Func<Claim, TValue> get, Action<Claim, TValue>? set = null, Action<Claim, TValue>? written = null, Func<Claim, object, TValue>? derived = null, bool isRequired = false, bool hasOwnWords = false, bool isOfTestsOnly = false) =>
        new(ThingKinds.Claim, ThingKinds.Claim, name, type, absence, member, source, description, get, set)
        {
            Written = written,
            Derived = derived,
            IsRequired = isRequired,
            HasOwnWords = hasOwnWords,
            IsOfTestsOnly = isOfTestsOnly || name.Length == 0,
        };
}
