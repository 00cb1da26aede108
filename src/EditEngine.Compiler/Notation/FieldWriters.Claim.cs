using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Notation;

/// <content>The claim and its parts.</content>
internal static partial class FieldWriters
{
    private static IEnumerable<Writer> ClaimWriters() =>
    [
        Claim("id", (c, v) => c with { Id = Text(v) ?? c.Id }),
        Claim("payer", (c, v) => c with { Payer = Text(v) }),
        Claim("line_of_business", (c, v) => c with { LineOfBusiness = Text(v) }),
        Claim("product", (c, v) => c with { Product = Text(v) }),
        Claim("state", (c, v) => c with { State = Text(v) }),
        Claim("contract", (c, v) => c with { Contract = Text(v) }),
        Claim("received", (c, v) => c with { ReceivedDate = Day(v) }),
        Claim("processed", (c, v) => c with { ProcessedDate = Day(v) }),
        Claim("original_decision", (c, v) => c with { OriginalDecisionDate = Day(v) }),
        Claim("frequency", (c, v) => c with { Frequency = OneCode(v) }),
        Claim("original_id", (c, v) => c with { OriginalClaimId = Text(v) }),
        Claim("delay_reason", (c, v) => c with { DelayReason = OneCode(v) }),
        Claim("accident", (c, v) => c with { Accident = Text(v) }),
        Claim("prior_authorization", (c, v) => c with { PriorAuthorization = Text(v) }),
        Claim("clia_number", (c, v) => c with { CliaNumber = Text(v) }),
        Claim("drg", (c, v) => c with { Drg = OneCode(v) }),
        Claim("bill_type", (c, v) => c with { BillType = OneCode(v) }),
        Claim("from", (c, v) => c with { From = Day(v) }),
        Claim("through", (c, v) => c with { Through = Day(v) }),
        Claim("admission", (c, v) => c with { AdmissionDate = Day(v) }),
        Claim("discharge", (c, v) => c with { DischargeDate = Day(v) }),
        Claim("discharge_status", (c, v) => c with { DischargeStatus = OneCode(v) }),
        Claim("admission_type", (c, v) => c with { AdmissionType = OneCode(v) }),
        Claim("admission_source", (c, v) => c with { AdmissionSource = OneCode(v) }),
        Claim("total_charge", (c, v) => c with { TotalChargeCents = Cents(v) }),
        Claim("other_paid", (c, v) => c with { OtherPayers = PaidByOther(c.OtherPayers, Cents(v)) }),
        Claim("other_adjusted", (c, v) => c with { OtherPayers = AdjustedByOther(c.OtherPayers, Cents(v)) }),
        Claim("adjustment_reasons", (c, v) => c with { OtherPayers = ReasonsOfOther(c.OtherPayers, Codes(v)) }),
        Claim("attachments", (c, v) => c with { Attachments = Codes(v) }),
        Claim("conditions", (c, v) => c with { ConditionCodes = Codes(v) }),
        Claim("occurrences", (c, v) => c with { OccurrenceCodes = [.. Codes(v).Select(code => new OccurrenceCode { Code = code })] }),
        Claim("values", (c, v) => c with { ValueCodes = [.. Codes(v).Select(code => new ValueCode { Code = code })] }),
        Claim("procedures", (c, v) => c with { Procedures = [.. Codes(v).Select(code => new InpatientProcedure { Code = code })] }),
        Claim("diagnoses", (c, v) => c with { Diagnoses = v is ImmutableArray<Code> codes ? [.. codes.Select(code => new Diagnosis { Code = code })] : default }),
        Claim("notes", (c, v) => c with { Notes = v is ImmutableArray<string> texts ? texts : [] }),
        Claim("history", (c, _) => c with { History = default }),
        Claim("authorizations", (c, _) => c with { Authorizations = default }),
        Claim("suggestions", (c, _) => c with { CodingRecord = null }),
    ];

    private static IEnumerable<Part> AllParts() =>
    [
        Of<Claim, Patient>(ThingKinds.Claim, "patient", ThingKinds.Patient, new Patient(), c => c.Patient, (c, p) => c with { Patient = p }),
        OfClaim("billing", c => c.Billing, (c, p) => c with { Billing = p }),
        OfClaim("rendering", c => c.Rendering, (c, p) => c with { Rendering = p }),
        OfClaim("referring", c => c.Referring, (c, p) => c with { Referring = p }),
        OfClaim("ordering", c => c.Ordering, (c, p) => c with { Ordering = p }),
        OfClaim("supervising", c => c.Supervising, (c, p) => c with { Supervising = p }),
        OfClaim("attending", c => c.Attending, (c, p) => c with { Attending = p }),
        OfClaim("operating", c => c.Operating, (c, p) => c with { Operating = p }),
        OfClaim("facility", c => c.Facility, (c, p) => c with { Facility = p }),
        Of<ServiceLine, Provider>(ThingKinds.Line, "rendering", ThingKinds.Provider, new Provider(), l => l.Rendering, (l, p) => l with { Rendering = p }),
        Of<ServiceLine, Provider>(ThingKinds.Line, "ordering", ThingKinds.Provider, new Provider(), l => l.Ordering, (l, p) => l with { Ordering = p }),
        Of<ServiceLine, DrugIdentification>(ThingKinds.Line, "ndc", ThingKinds.Drug, new DrugIdentification(), l => l.Ndc, (l, d) => l with { Ndc = d }),
        Of<HistoryLine, Provider>(ThingKinds.History, "billing", ThingKinds.Provider, new Provider(), h => h.Billing, (h, p) => h with { Billing = p }),
    ];

    private static Writer Claim(string name, Func<Claim, object?, Claim> write) => Of(ThingKinds.Claim, name, write);

    private static Part OfClaim(string name, Func<Claim, Provider?> read, Func<Claim, Provider?, Claim> write) =>
        Of(ThingKinds.Claim, name, ThingKinds.Provider, new Provider(), read, write);

    private static Part Of<TOwner, TPart>(ThingKinds owner, string name, ThingKinds kind, TPart empty, Func<TOwner, TPart?> read, Func<TOwner, TPart?, TOwner> write)
        where TOwner : class
        where TPart : class => new(owner, name, kind, empty, facts => read((TOwner)facts), (facts, value) => write((TOwner)facts, (TPart?)value));
}
