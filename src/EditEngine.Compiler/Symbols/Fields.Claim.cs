using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <content>Fields of the claim.</content>
public static partial class Fields
{
    private static IEnumerable<FieldSymbol> ClaimFields() =>
    [
        Claim("type", ClaimTypeWord, Absence.Never, "type", "Professional, institutional or dental.", c => Word(c.Type)),
        Claim("id", LanguageType.Text, Absence.Never, "id", "The payer's or sender's claim number.", c => c.Id),
        Claim("payer", LanguageType.Text, Absence.Missing, "payer", "The payer, in its own words.", c => c.Payer),
        Claim("line_of_business", LanguageType.Text, Absence.Missing, "lineOfBusiness", "The line of business, in the payer's words.", c => c.LineOfBusiness),
        Claim("product", LanguageType.Text, Absence.Missing, "product", "The product, in the payer's words.", c => c.Product),
        Claim("state", LanguageType.WordOf("state"), Absence.Missing, "state", "The state whose rules apply.", c => c.State),
        Claim("contract", LanguageType.Text, Absence.Missing, "contract", "The contract, in the payer's words.", c => c.Contract),
        Claim("received", LanguageType.Date, Absence.Missing, "receivedDate", "The day the payer received the claim.", c => c.ReceivedDate),
        Claim("processed", LanguageType.Date, Absence.Missing, "processedDate", "The day the payer processed the claim.", c => c.ProcessedDate),
        Claim("original_decision", LanguageType.Date, Absence.Missing, "originalDecisionDate", "The day the original claim was decided.", c => c.OriginalDecisionDate),
        Claim("frequency", LanguageType.CodeOf(CodeSystem.Frequency), Absence.None, "frequency", "1 original, 7 replacement, 8 void.", c => Given(c.Frequency)),
        Claim("original_id", LanguageType.Text, Absence.None, "originalClaimId", "The claim that this one replaces or voids.", c => c.OriginalClaimId),
        Claim("delay_reason", LanguageType.CodeOf(CodeSystem.DelayReason), Absence.None, "delayReason", "Delay reason of late filing.", c => Given(c.DelayReason)),
        Claim("accident", LanguageType.WordOf("accident", "auto", "employment", "other"), Absence.None, "accident", "Cause of an accident.", c => c.Accident),
        Claim("prior_authorization", LanguageType.Text, Absence.None, "priorAuthorization", "Prior authorization number.", c => c.PriorAuthorization),
        Claim("clia_number", LanguageType.Text, Absence.None, "cliaNumber", "CLIA number.", c => c.CliaNumber),
        Claim("drg", LanguageType.CodeOf(CodeSystem.Drg), Absence.None, "drg", "MS-DRG as billed.", c => Given(c.Drg)),
        Claim("bill_type", LanguageType.CodeOf(CodeSystem.BillType), Absence.Missing, "billType", "Type of bill, three digits.", c => Given(c.BillType)),
        Claim("from", LanguageType.Date, Absence.Missing, "from", "First day of the statement.", c => c.From),
        Claim("through", LanguageType.Date, Absence.Missing, "through", "Last day of the statement.", c => c.Through),
        Claim("admission", LanguageType.Date, Absence.Missing, "admissionDate", "Day of admission.", c => c.AdmissionDate),
        Claim("discharge", LanguageType.Date, Absence.Missing, "dischargeDate", "Day of discharge.", c => c.DischargeDate),
        Claim("discharge_status", LanguageType.CodeOf(CodeSystem.DischargeStatus), Absence.Missing, "dischargeStatus", "Discharge status.", c => Given(c.DischargeStatus)),
        Claim("admission_type", LanguageType.CodeOf(CodeSystem.AdmissionType), Absence.Missing, "admissionType", "Type of admission.", c => Given(c.AdmissionType)),
        Claim("admission_source", LanguageType.CodeOf(CodeSystem.AdmissionSource), Absence.Missing, "admissionSource", "Point of origin.", c => Given(c.AdmissionSource)),
        Claim("total_charge", LanguageType.Money, Absence.Missing, "totalCharge", "Total charge.", c => Cents(c.TotalChargeCents)),
        Claim("other_payers", CountOfPayers, Absence.Never, "otherPayers", "How many other payers decided the claim.", c => (decimal)OtherPayerSums.Count(c.OtherPayers)),
        Claim("other_paid", LanguageType.Money, Absence.None, "otherPayers.paidAmount", "What other payers paid of the claim, all together.", c => Cents(OtherPayerSums.Paid(c.OtherPayers))),
        Claim("other_adjusted", AnyMoney, Absence.None, "otherPayers.adjustments", "What other payers adjusted of the claim as a whole, all together.", c => Cents(OtherPayerSums.Adjusted(c.OtherPayers))),
        Claim("adjustment_reasons", LanguageType.ListOf(CodeSystem.Carc), Absence.Empty, "otherPayers.adjustments", "Reasons of those adjustments.", c => OtherPayerSums.Reasons(c.OtherPayers)),
        Claim("attachments", LanguageType.ListOf(CodeSystem.Attachment), Absence.Empty, "attachments", "PWK report types.", c => Given(c.Attachments)),
        Claim("conditions", LanguageType.ListOf(CodeSystem.Condition), Absence.Empty, "conditionCodes", "Condition codes.", c => Given(c.ConditionCodes)),
        Claim("occurrences", LanguageType.ListOf(CodeSystem.Occurrence), Absence.Empty, "occurrenceCodes", "Occurrence codes.",
            c => c.OccurrenceCodes.IsDefault ? null : c.OccurrenceCodes.Select(o => o.Code).ToImmutableArray()),
        Claim("values", LanguageType.ListOf(CodeSystem.Value), Absence.Empty, "valueCodes", "Value codes.",
            c => c.ValueCodes.IsDefault ? null : c.ValueCodes.Select(v => v.Code).ToImmutableArray()),
        Claim("procedures", LanguageType.ListOf(CodeSystem.InpatientProcedure), Absence.Empty, "procedures", "ICD-10-PCS codes.",
            c => c.Procedures.IsDefault ? null : c.Procedures.Select(p => p.Code).ToImmutableArray()),
        Claim("diagnoses", LanguageType.ListOf(CodeSystem.Diagnosis), Absence.Missing, "diagnoses", "All diagnosis codes.",
            c => c.Diagnoses.IsDefault ? null : c.Diagnoses.Select(d => d.Code).ToImmutableArray()),
        Claim("final_diagnoses", LanguageType.ListOf(CodeSystem.Diagnosis), Absence.Missing, "diagnoses", "Principal and other diagnosis codes.",
            c => c.Diagnoses.IsDefault ? null : c.Diagnoses.Where(d => d.Type is null or "principal" or "other").Select(d => d.Code).ToImmutableArray()),
        Claim("notes", new LanguageType(TypeKind.TextList), Absence.Empty, "notes", "Notes.", c => Given(c.Notes)),
        Claim("billing", ProviderType, Absence.Missing, "billing", "Billing provider.", c => c.Billing),
        Claim("rendering", ProviderType, Absence.Missing, "rendering", "Rendering provider of the claim.", c => c.Rendering),
        Claim("referring", ProviderType, Absence.Missing, "referring", "Referring provider.", c => c.Referring),
        Claim("ordering", ProviderType, Absence.Missing, "ordering", "Ordering provider.", c => c.Ordering),
        Claim("supervising", ProviderType, Absence.Missing, "supervising", "Supervising provider.", c => c.Supervising),
        Claim("attending", ProviderType, Absence.Missing, "attending", "Attending provider.", c => c.Attending),
        Claim("operating", ProviderType, Absence.Missing, "operating", "Operating provider.", c => c.Operating),
        Claim("facility", ProviderType, Absence.Missing, "facility", "Service facility.", c => c.Facility),
        Claim("patient", LanguageType.ThingOf(ThingKinds.Patient), Absence.Missing, "patient", "The patient.", c => c.Patient),
    ];

    private static object? Word(ClaimType type) => type switch
    {
        ClaimType.Professional => "professional",
        ClaimType.Institutional => "institutional",
        ClaimType.Dental => "dental",
        _ => null,
    };

    // Money is cents inside, as a number of cents; the type says so.
    private static object? Cents(long? cents) => cents is long value ? (decimal)value : null;
}
