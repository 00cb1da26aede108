using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <content>Fields of all other things.</content>
public static partial class Fields
{
    private static IEnumerable<FieldSymbol> OtherFields() =>
    [
        Of<Patient>(ThingKinds.Patient, "birth", LanguageType.Date, Absence.Missing, "birthDate", "Date of birth.", p => p.BirthDate),
        Of<Patient>(ThingKinds.Patient, "sex", LanguageType.WordOf("sex", "F", "M", "U"), Absence.Missing, "sex", "F, M or U.", p => p.Sex),
        Of<Patient>(ThingKinds.Patient, "member", LanguageType.Text, Absence.Missing, "memberId", "Member id.", p => p.MemberId),
        Of<Patient>(ThingKinds.Patient, "missing_teeth", LanguageType.ListOf(CodeSystem.Tooth), Absence.Empty, "missingTeeth", "Missing teeth.", p => Given(p.MissingTeeth)),
        Of<Provider>(ThingKinds.Provider, "npi", LanguageType.Text, Absence.Missing, "npi", "National Provider Identifier.", p => p.Npi),
        Of<Provider>(ThingKinds.Provider, "npi_valid", LanguageType.YesNo, Absence.Missing, "npi", "Its NPI has ten digits, and the last is the right check digit.", p => p.Npi is null ? null : NpiText.IsValid(p.Npi)),
        Of<Provider>(ThingKinds.Provider, "tax_id", LanguageType.Text, Absence.Missing, "taxId", "Tax id.", p => p.TaxId),
        Of<Provider>(ThingKinds.Provider, "taxonomy", LanguageType.CodeOf(CodeSystem.Taxonomy), Absence.Missing, "taxonomy", "Taxonomy.", p => Given(p.Taxonomy)),
        Of<Provider>(ThingKinds.Provider, "specialty", LanguageType.CodeOf(CodeSystem.Specialty), Absence.Missing, "specialty", "CMS specialty.", p => Given(p.Specialty)),
        Of<Provider>(ThingKinds.Provider, "state", LanguageType.WordOf("state"), Absence.Missing, "state", "State.", p => p.State),
        Of<Provider>(ThingKinds.Provider, "type", LanguageType.Text, Absence.Missing, "type", "Type, in the payer's words.", p => p.Type),
        Of<Provider>(ThingKinds.Provider, "organization", LanguageType.Text, Absence.Missing, "organization", "Owner.", p => p.Organization),
        Of<Provider>(ThingKinds.Provider, "certificates", LanguageType.ListOf(ThingKinds.Certificate), Absence.Missing, "clia", "CLIA certificates.", p => Given(p.Certificates)),
        Of<Certificate>(ThingKinds.Certificate, "number", LanguageType.Text, Absence.Missing, "number", "CLIA number.", c => c.Number),
        Of<Certificate>(
            ThingKinds.Certificate, "kind", LanguageType.WordOf("certificate kind", "waiver", "ppm", "compliance", "accreditation", "registration"),
            Absence.Missing, "certificate", "Kind of certificate.", c => c.Kind),
        Of<Certificate>(ThingKinds.Certificate, "from", LanguageType.Date, Absence.Missing, "from", "First day.", c => c.From),
        Of<Certificate>(ThingKinds.Certificate, "through", LanguageType.Date, Absence.Never, "through", "Last day; absent: open.", c => c.Through ?? DateOnly.MaxValue),
        Of<Diagnosis>(ThingKinds.Diagnosis, "code", LanguageType.CodeOf(CodeSystem.Diagnosis), Absence.Never, "code", "ICD-10-CM code.", d => Given(d.Code)),
        new(ThingKinds.Diagnosis, "role", LanguageType.WordOf("role", "principal", "other", "admitting", "reason", "external"), Absence.Derived, "type",
            "Principal, other, admitting, reason or external.", Role),
        Of<Diagnosis>(ThingKinds.Diagnosis, "system", LanguageType.WordOf("code system", "ICD-9-CM", "ICD-10-CM"), Absence.Derived, "code", "ICD-9-CM where it was sent so.",
            d => d.Code.System == CodeSystem.Icd9Diagnosis ? "ICD-9-CM" : "ICD-10-CM"),
        new(ThingKinds.Diagnosis, "position", LanguageType.Number, Absence.Derived, "diagnoses", "Its place among the claim's diagnoses, from 1.", Position),
        Of<Diagnosis>(ThingKinds.Diagnosis, "poa", LanguageType.CodeOf(CodeSystem.PresentOnAdmission), Absence.Missing, "presentOnAdmission", "Present on admission.", d => Given(d.PresentOnAdmission)),
        Of<InpatientProcedure>(ThingKinds.Procedure, "code", LanguageType.CodeOf(CodeSystem.InpatientProcedure), Absence.Never, "code", "ICD-10-PCS code.", p => Given(p.Code)),
        Of<InpatientProcedure>(ThingKinds.Procedure, "date", LanguageType.Date, Absence.Missing, "date", "Day it was done.", p => p.Date),
        Of<InpatientProcedure>(ThingKinds.Procedure, "principal", LanguageType.YesNo, Absence.None, "principal", "The principal procedure.", p => p.Principal),
        Of<OccurrenceCode>(ThingKinds.Occurrence, "code", LanguageType.CodeOf(CodeSystem.Occurrence), Absence.Never, "code", "Occurrence code.", o => Given(o.Code)),
        Of<OccurrenceCode>(ThingKinds.Occurrence, "date", LanguageType.Date, Absence.Missing, "date", "Its day, or first day.", o => o.Date),
        Of<OccurrenceCode>(ThingKinds.Occurrence, "through", LanguageType.Date, Absence.None, "through", "Last day of a span.", o => o.Through),
        Of<ValueCode>(ThingKinds.ValueCode, "code", LanguageType.CodeOf(CodeSystem.Value), Absence.Never, "code", "Value code.", v => Given(v.Code)),
        Of<ValueCode>(ThingKinds.ValueCode, "amount", LanguageType.Number, Absence.Missing, "amount", "Its amount.", v => v.Amount),
        Of<DrugIdentification>(ThingKinds.Drug, "code", LanguageType.CodeOf(CodeSystem.Ndc), Absence.None, "code", "NDC.", d => Given(d.Code)),
        Of<DrugIdentification>(ThingKinds.Drug, "code_valid", LanguageType.YesNo, Absence.None, "code", "It has eleven digits, or did when its hyphens were resolved.", d =>
            d.Code.IsMissing ? null : NdcText.IsWhole(d.Code)),
        Of<DrugIdentification>(ThingKinds.Drug, "quantity", LanguageType.Number with { IsNeverNegative = true }, Absence.None, "quantity", "Quantity.", d => d.Quantity),
        Of<DrugIdentification>(ThingKinds.Drug, "unit", LanguageType.WordOf("drug unit", "F2", "GR", "ME", "ML", "UN"), Absence.None, "unit", "Unit of the quantity.", d => d.Unit),
        Of<Authorization>(ThingKinds.Authorization, "number", LanguageType.Text, Absence.Never, "number", "Authorization number.", a => a.Number),
        Of<Authorization>(ThingKinds.Authorization, "procedure", LanguageType.CodeOf(CodeSystem.Procedure), Absence.Missing, "procedure", "Authorized code.", a => Given(a.Procedure)),
        Of<Authorization>(ThingKinds.Authorization, "npi", LanguageType.Text, Absence.Missing, "npi", "Authorized provider.", a => a.Npi),
        Of<Authorization>(ThingKinds.Authorization, "from", LanguageType.Date, Absence.Missing, "from", "First day.", a => a.From),
        Of<Authorization>(ThingKinds.Authorization, "through", LanguageType.Date, Absence.Missing, "through", "Last day.", a => a.Through),
        Of<Authorization>(ThingKinds.Authorization, "approved", LanguageType.Units, Absence.Missing, "approvedUnits", "Units approved.", a => a.ApprovedUnits),
        Of<Authorization>(ThingKinds.Authorization, "used", LanguageType.Units, Absence.Missing, "usedUnits", "Units used.", a => a.UsedUnits),
        Suggested("code", LanguageType.CodeOf(CodeSystem.None), Absence.Never, "code", "The suggested code.", s => Given(s.Code)),
        Suggested("system", LanguageType.WordOf("code system", "CPT", "HCPCS", "ICD-10-CM", "ICD-10-PCS", "CDT"), Absence.Missing, "system", "Its system.", s => s.System),
        Suggested("confidence", LanguageType.Number, Absence.Missing, "confidence", "0 to 1.", s => s.Confidence),
        Suggested("evidence", LanguageType.ListOf(ThingKinds.Evidence), Absence.Missing, "evidence", "Spans of the record.", s => Given(s.Evidence)),
        Suggested("suggested_at", LanguageType.Instant, Absence.Missing, "suggestedAt", "When it was suggested.", s => s.SuggestedAt),
        Suggested("changed_at", LanguageType.Instant, Absence.Missing, "changedAt", "When it was last changed.", s => s.ChangedAt),
        Suggested("author", LanguageType.Text, Absence.Missing, "author", "Who or what suggested it.", s => s.Author),
        Suggested("reviewer", LanguageType.Text, Absence.Missing, "reviewer", "Who reviewed it.", s => s.Reviewer),
        Suggested("reviewed_at", LanguageType.Instant, Absence.Missing, "reviewedAt", "When it was reviewed.", s => s.ReviewedAt),
        Suggested("decision", LanguageType.WordOf("decision", "accepted", "rejected", "changed"), Absence.Missing, "decision", "What the reviewer decided.", s => s.Decision),
        Span("negated", LanguageType.YesNo, "negated", "The span denies the condition.", e => e.Negated),
        Span("temporality", LanguageType.WordOf("temporality", "current", "past", "family", "planned"), "temporality", "When it holds.", e => e.Temporality),
        Span("subject", LanguageType.WordOf("subject", "patient", "family", "other"), "subject", "Of whom it speaks.", e => e.Subject),
        Span("certainty", LanguageType.WordOf("certainty", "affirmed", "uncertain"), "certainty", "How sure it is.", e => e.Certainty),
        Span("section", LanguageType.Text, "section", "Section of the document.", e => e.Section),
        Span("document", LanguageType.Text, "document", "The document.", e => e.Document),
    ];

    private static FieldSymbol Of<T>(ThingKinds owner, string name, LanguageType type, Absence absence, string member, string description, Func<T, object?> read) =>
        new(owner, name, type, absence, member, description, source => read((T)source.Facts));

    private static FieldSymbol Suggested(string name, LanguageType type, Absence absence, string member, string description, Func<Suggestion, object?> read) =>
        Of(ThingKinds.Suggestion, name, type with { Taint = "a coding suggestion" }, absence, member, description, read);

    private static FieldSymbol Span(string name, LanguageType type, string member, string description, Func<Evidence, object?> read) =>
        Of(ThingKinds.Evidence, name, type with { Taint = "a coding suggestion" }, Absence.Missing, member, description, read);

    private static object? Position(FieldSource source) =>
        (decimal)(source.Claim.Diagnoses.IndexOf((Diagnosis)source.Facts, 0, ReferenceEqualityComparer.Instance) + 1);

    private static object? Role(FieldSource source)
    {
        Diagnosis diagnosis = (Diagnosis)source.Facts;
        return diagnosis.Type ?? (ReferenceEquals(source.Claim.Diagnoses[0], diagnosis) ? "principal" : "other");
    }
}
