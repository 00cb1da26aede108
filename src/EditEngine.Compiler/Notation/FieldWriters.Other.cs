using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Notation;

/// <content>Lines, history lines and all other things.</content>
internal static partial class FieldWriters
{
    private static IEnumerable<Writer> LineWriters() =>
    [
        Line("procedure", (l, v) => l with { Procedure = OneCode(v) }),
        Line("revenue", (l, v) => l with { RevenueCode = OneCode(v) }),
        Line("place", (l, v) => l with { PlaceOfService = OneCode(v) }),
        Line("charge", (l, v) => l with { ChargeCents = Cents(v) }),
        Line("units", (l, v) => l with { Units = Number(v) }),
        Line("unit_basis", (l, v) => l with { UnitBasis = Text(v) }),
        Line("tooth", (l, v) => l with { Tooth = OneCode(v) }),
        Line("quadrant", (l, v) => l with { Quadrant = OneCode(v) }),
        Line("modifiers", (l, v) => l with { Modifiers = Codes(v) }),
        Line("surfaces", (l, v) => l with { Surfaces = Codes(v) }),
        Line("date", (l, v) => l with { From = Day(v) }),
        Line("through", (l, v) => l with { Through = Day(v) }),
        Line("description", (l, v) => l with { Description = Text(v) }),
        Line("emergency", (l, v) => l with { Emergency = YesNo(v) }),
        Line("non_covered", (l, v) => l with { NonCoveredChargeCents = Cents(v) }),
        Line("prosthesis", (l, v) => l with { Prosthesis = Text(v) }),
        Line("start_at", (l, v) => l with { StartTime = TimeOf(v), From = l.From ?? DayOf(v) }),
        Line("end_at", (l, v) => l with { EndTime = TimeOf(v), From = l.From ?? DayOf(v) }),
        Line("prior_placement", (l, v) => l with { PriorPlacementDate = Day(v) }),
        Line("other_paid", (l, v) => l with { OtherPayers = PaidByOther(l.OtherPayers, Cents(v)) }),
        Line("other_adjusted", (l, v) => l with { OtherPayers = AdjustedByOther(l.OtherPayers, Cents(v)) }),
        Line("adjustment_reasons", (l, v) => l with { OtherPayers = ReasonsOfOther(l.OtherPayers, Codes(v)) }),
        Line("stray_pointer", (l, v) => l with { DiagnosisPointers = Number(v) is decimal pointer ? [(int)pointer] : [] }),
        Line("pointers", (l, _) => l with { DiagnosisPointers = default }),
        History("claim_id", (h, v) => h with { ClaimId = Text(v) ?? h.ClaimId }),
        History("claim_type", (h, v) => h with { ClaimType = v is null ? ClaimType.Unknown : TestWords.ClaimTypeOf((string)v) }),
        History("bill_type", (h, v) => h with { BillType = OneCode(v) }),
        History("admission", (h, v) => h with { AdmissionDate = Day(v) }),
        History("discharge", (h, v) => h with { DischargeDate = Day(v) }),
        History("paid_units", (h, v) => h with { PaidUnits = Number(v) }),
        History("paid_amount", (h, v) => h with { PaidAmountCents = Cents(v) }),
        History("adjudicated", (h, v) => h with { AdjudicatedDate = Day(v) }),
        History("diagnoses", (h, v) => h with { Diagnoses = v is ImmutableArray<Code> codes ? [.. codes.Select(code => new Diagnosis { Code = code })] : default }),
    ];

    private static IEnumerable<Writer> OtherWriters() =>
    [
        Of<Patient>(ThingKinds.Patient, "birth", (p, v) => p with { BirthDate = Day(v) }),
        Of<Patient>(ThingKinds.Patient, "sex", (p, v) => p with { Sex = Text(v) }),
        Of<Patient>(ThingKinds.Patient, "member", (p, v) => p with { MemberId = Text(v) }),
        Of<Patient>(ThingKinds.Patient, "missing_teeth", (p, v) => p with { MissingTeeth = Codes(v) }),
        Of<Provider>(ThingKinds.Provider, "npi", (p, v) => p with { Npi = Text(v) }),
        Of<Provider>(ThingKinds.Provider, "tax_id", (p, v) => p with { TaxId = Text(v) }),
        Of<Provider>(ThingKinds.Provider, "taxonomy", (p, v) => p with { Taxonomy = OneCode(v) }),
        Of<Provider>(ThingKinds.Provider, "specialty", (p, v) => p with { Specialty = OneCode(v) }),
        Of<Provider>(ThingKinds.Provider, "state", (p, v) => p with { State = Text(v) }),
        Of<Provider>(ThingKinds.Provider, "type", (p, v) => p with { Type = Text(v) }),
        Of<Provider>(ThingKinds.Provider, "organization", (p, v) => p with { Organization = Text(v) }),
        Of<Provider>(ThingKinds.Provider, "certificates", (p, _) => p with { Certificates = default }),
        Of<Certificate>(ThingKinds.Certificate, "number", (c, v) => c with { Number = Text(v) }),
        Of<Certificate>(ThingKinds.Certificate, "kind", (c, v) => c with { Kind = Text(v) }),
        Of<Certificate>(ThingKinds.Certificate, "from", (c, v) => c with { From = Day(v) }),
        Of<Certificate>(ThingKinds.Certificate, "through", (c, v) => c with { Through = Day(v) }),
        Of<Diagnosis>(ThingKinds.Diagnosis, "role", (d, v) => d with { Type = Text(v) }),
        Of<Diagnosis>(ThingKinds.Diagnosis, "poa", (d, v) => d with { PresentOnAdmission = OneCode(v) }),
        Of<InpatientProcedure>(ThingKinds.Procedure, "date", (p, v) => p with { Date = Day(v) }),
        Of<InpatientProcedure>(ThingKinds.Procedure, "principal", (p, v) => p with { Principal = YesNo(v) }),
        Of<OccurrenceCode>(ThingKinds.Occurrence, "date", (o, v) => o with { Date = Day(v) }),
        Of<OccurrenceCode>(ThingKinds.Occurrence, "through", (o, v) => o with { Through = Day(v) }),
        Of<ValueCode>(ThingKinds.ValueCode, "amount", (c, v) => c with { Amount = Number(v) }),
        Of<DrugIdentification>(ThingKinds.Drug, "code", (d, v) => d with { Code = OneCode(v) }),
        Of<DrugIdentification>(ThingKinds.Drug, "quantity", (d, v) => d with { Quantity = Number(v) }),
        Of<DrugIdentification>(ThingKinds.Drug, "unit", (d, v) => d with { Unit = Text(v) }),
        Of<Authorization>(ThingKinds.Authorization, "procedure", (a, v) => a with { Procedure = OneCode(v) }),
        Of<Authorization>(ThingKinds.Authorization, "npi", (a, v) => a with { Npi = Text(v) }),
        Of<Authorization>(ThingKinds.Authorization, "from", (a, v) => a with { From = Day(v) }),
        Of<Authorization>(ThingKinds.Authorization, "through", (a, v) => a with { Through = Day(v) }),
        Of<Authorization>(ThingKinds.Authorization, "approved", (a, v) => a with { ApprovedUnits = Number(v) }),
        Of<Authorization>(ThingKinds.Authorization, "used", (a, v) => a with { UsedUnits = Number(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "system", (s, v) => s with { System = Text(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "confidence", (s, v) => s with { Confidence = Number(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "evidence", (s, _) => s with { Evidence = default }),
        Of<Suggestion>(ThingKinds.Suggestion, "suggested_at", (s, v) => s with { SuggestedAt = Instant(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "changed_at", (s, v) => s with { ChangedAt = Instant(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "author", (s, v) => s with { Author = Text(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "reviewer", (s, v) => s with { Reviewer = Text(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "reviewed_at", (s, v) => s with { ReviewedAt = Instant(v) }),
        Of<Suggestion>(ThingKinds.Suggestion, "decision", (s, v) => s with { Decision = Text(v) }),
        Of<Evidence>(ThingKinds.Evidence, "negated", (e, v) => e with { Negated = YesNo(v) }),
        Of<Evidence>(ThingKinds.Evidence, "temporality", (e, v) => e with { Temporality = Text(v) }),
        Of<Evidence>(ThingKinds.Evidence, "subject", (e, v) => e with { Subject = Text(v) }),
        Of<Evidence>(ThingKinds.Evidence, "certainty", (e, v) => e with { Certainty = Text(v) }),
        Of<Evidence>(ThingKinds.Evidence, "section", (e, v) => e with { Section = Text(v) }),
        Of<Evidence>(ThingKinds.Evidence, "document", (e, v) => e with { Document = Text(v) }),
    ];

    private static Writer Line(string name, Func<ServiceLine, object?, ServiceLine> write) => Of(ThingKinds.Line, name, write);

    private static Writer History(string name, Func<HistoryLine, object?, HistoryLine> write) => Of(ThingKinds.History, name, write);
}
