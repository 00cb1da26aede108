using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Fields of the patient, of providers and of their certificates.</summary>
internal static class PartyRows
{
    public static readonly ImmutableArray<ClaimField> Patient =
    [
        OfPatient("member", FieldType.Text, Absence.Missing, "memberId", "2010CA, else 2010BA, NM109", "Member id.", p => p.MemberId, (p, v) => p._memberId = v),
        OfPatient("birth", FieldType.Date, Absence.Missing, "birthDate", "2010CA, else 2010BA, DMG02", "Date of birth.", p => p.BirthDate, (p, v) => p._birthDate = v),
        OfPatient("sex", FieldType.Word("sex", "F", "M", "U"), Absence.Missing, "sex", "2010CA, else 2010BA, DMG03", "F, M or U.", p => p.Sex, (p, v) => p._sex = v),
        OfPatient("missing_teeth", FieldType.Codes(CodeSystem.Tooth), Absence.Empty, "missingTeeth", "2300 DN2*M", "Missing teeth.", p => p.MissingTeeth, (p, v) => p._missingTeeth = v),
    ];

    public static readonly ImmutableArray<ClaimField> Provider =
    [
        OfProvider("npi", FieldType.Text, "npi", "NM109", "National Provider Identifier.", p => p.Npi, (p, v) => p._npi = v),
        OfProvider("npi_valid", FieldType.YesNo, "npi", "", "Its NPI has ten digits, and the last is the right check digit.", p => p.Npi is null ? null : (bool?)NpiText.IsValid(p.Npi)),
        OfProvider("tax_id", FieldType.Text, "taxId", "REF*EI or REF*SY", "Tax id.", p => p.TaxId, (p, v) => p._taxId = v),
        OfProvider("taxonomy", FieldType.Code(CodeSystem.Taxonomy), "taxonomy", "PRV03", "Taxonomy.", p => p.Taxonomy, (p, v) => p._taxonomy = v),
        OfProvider("specialty", FieldType.Code(CodeSystem.Specialty), "specialty", "", "CMS specialty.", p => p.Specialty, (p, v) => p._specialty = v),
        OfProvider("state", FieldType.Word("state"), "state", "N402", "State.", p => p.State, (p, v) => p._state = v),
        OfProvider("zip", FieldType.Text, "zip", "N403", "ZIP or postal code.", p => p.Zip, (p, v) => p._zip = v),
        OfProvider("zip_digits", FieldType.Number, "zip", "", "How many digits its ZIP code has, a hyphen behind the fifth left out; 0 where it has other signs.", p => p.Zip is null ? null : (long?)ZipText.DigitsOf(p.Zip)),
        OfProvider("country", FieldType.Word("country"), "country", "N404", "Country, of two letters; not sent where it is the United States.", p => p.Country, (p, v) => p._country = v),
        OfProvider("type", FieldType.Text, "type", "", "Type, in the payer's words.", p => p.Type, (p, v) => p._type = v),
        OfProvider("organization", FieldType.Text, "organization", "", "Owner.", p => p.Organization, (p, v) => p._organization = v),
        OfProvider("certificates", FieldType.ListOf(ThingKinds.Certificate), "clia", "", "CLIA certificates.", p => p.Certificates, (p, v) => p._certificates = v),
    ];

    public static readonly ImmutableArray<ClaimField> Certificate =
    [
        OfCertificate("number", FieldType.Text, Absence.Missing, "number", "CLIA number.", c => c.Number, (c, v) => c._number = v),
        OfCertificate("kind", FieldType.Word("certificate kind", ClaimWords.CertificateKinds), Absence.Missing, "certificate", "Kind of certificate.", c => c.Kind, (c, v) => c._kind = v),
        OfCertificate("from", FieldType.Date, Absence.Missing, "from", "First day.", c => c.From, (c, v) => c._from = v),
        OfCertificate("through", FieldType.Date, Absence.Never, "through", "Last day; absent: open.", c => c.Through, (c, v) => c._through = v, (_, thing) => ((Certificate)thing).Through ?? DateOnly.MaxValue),
    ];

    private static FieldRow<Patient, TValue> OfPatient<TValue>(
        string name, FieldType type, Absence absence, string member, string source, string description, Func<Patient, TValue> get, Action<Patient, TValue> set) =>
        new(ThingKinds.Patient, ThingKinds.Patient, name, type, absence, member, source, description, get, set);

    private static FieldRow<Provider, TValue> OfProvider<TValue>(
        string name, FieldType type, string member, string source, string description, Func<Provider, TValue> get, Action<Provider, TValue>? set = null) =>
        new(ThingKinds.Provider, ThingKinds.Provider, name, type, Absence.Missing, member, source, description, get, set);

    private static FieldRow<Certificate, TValue> OfCertificate<TValue>(
        string name, FieldType type, Absence absence, string member, string description,
        Func<Certificate, TValue> get, Action<Certificate, TValue> set, Func<Claim, object, TValue>? derived = null) =>
        new(ThingKinds.Certificate, ThingKinds.Certificate, name, type, absence, member, "", description, get, set) { Derived = derived };
}
