using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Fields of the things in lists of a claim, and of the drug of a line.</summary>
internal static class ClaimThingRows
{
    public static readonly ImmutableArray<ClaimField> Diagnosis =
    [
        Of<Diagnosis, Code>(ThingKinds.Diagnosis, "code", FieldType.Code(CodeSystem.Diagnosis), Absence.Never, "code", "2300 HI01-2", "ICD-10-CM code.", d => d.Code, (d, v) => d._code = v, isKey: true),
        Of<Diagnosis, string?>(ThingKinds.Diagnosis, "system", FieldType.Word("code system", "ICD-9-CM", "ICD-10-CM"), Absence.Derived, "code", "2300 HI01-1", "ICD-9-CM where it was sent so.", d => d.Code.System == CodeSystem.Icd9Diagnosis ? "ICD-9-CM" : "ICD-10-CM"),
        Of<Diagnosis, long?>(ThingKinds.Diagnosis, "position", FieldType.Number, Absence.Derived, "diagnoses", "", "Its place among the claim's diagnoses, from 1.", _ => null, derived: (claim, thing) => PositionOf(claim, (Diagnosis)thing)),
        Of<Diagnosis, string?>(ThingKinds.Diagnosis, "role", FieldType.Word("role", ClaimWords.DiagnosisRoles), Absence.Derived, "type", "2300 HI01-1", "Principal, other, admitting, reason or external.", d => d.Type, (d, v) => d._type = v,
            derived: (claim, thing) => ((Diagnosis)thing).Type ?? (ReferenceEquals(claim.Diagnoses[0], thing) ? "principal" : "other")),
        Of<Diagnosis, Code>(ThingKinds.Diagnosis, "poa", FieldType.Code(CodeSystem.PresentOnAdmission) with { Words = new WordList("indicator", ["Y", "N", "U", "W", "1"]) }, Absence.Missing, "presentOnAdmission", "2300 HI01-9", "Present on admission.", d => d.PresentOnAdmission, (d, v) => d._presentOnAdmission = v),
    ];

    public static readonly ImmutableArray<ClaimField> Procedure =
    [
        Of<InpatientProcedure, Code>(ThingKinds.Procedure, "code", FieldType.Code(CodeSystem.InpatientProcedure), Absence.Never, "code", "2300 HI01-2", "ICD-10-PCS code.", p => p.Code, (p, v) => p._code = v, isKey: true),
        Of<InpatientProcedure, DateOnly?>(ThingKinds.Procedure, "date", FieldType.Date, Absence.Missing, "date", "2300 HI01-4", "Day it was done.", p => p.Date, (p, v) => p._date = v),
        Of<InpatientProcedure, bool?>(ThingKinds.Procedure, "principal", FieldType.YesNo, Absence.None, "principal", "2300 HI*BBR", "The principal procedure.", p => p.Principal, (p, v) => p._principal = v),
    ];

    public static readonly ImmutableArray<ClaimField> Occurrence =
    [
        Of<OccurrenceCode, Code>(ThingKinds.Occurrence, "code", FieldType.Code(CodeSystem.Occurrence), Absence.Never, "code", "2300 HI01-2", "Occurrence code.", o => o.Code, (o, v) => o._code = v, isKey: true),
        Of<OccurrenceCode, DateOnly?>(ThingKinds.Occurrence, "date", FieldType.Date, Absence.Missing, "date", "2300 HI01-4", "Its day, or first day.", o => o.Date, (o, v) => o._date = v),
        Of<OccurrenceCode, DateOnly?>(ThingKinds.Occurrence, "through", FieldType.Date, Absence.None, "through", "2300 HI01-4", "Last day of a span.", o => o.Through, (o, v) => o._through = v),
    ];

    public static readonly ImmutableArray<ClaimField> Value =
    [
        Of<ValueCode, Code>(ThingKinds.ValueCode, "code", FieldType.Code(CodeSystem.Value), Absence.Never, "code", "2300 HI01-2", "Value code.", v => v.Code, (c, v) => c._code = v, isKey: true),
        Of<ValueCode, decimal?>(ThingKinds.ValueCode, "amount", FieldType.Number, Absence.Missing, "amount", "2300 HI01-5", "Its amount.", v => v.Amount, (c, v) => c._amount = v),
    ];

    public static readonly ImmutableArray<ClaimField> Authorization =
    [
        Of<Authorization, string?>(ThingKinds.Authorization, "number", FieldType.Text, Absence.Never, "number", "", "Authorization number.", a => a.Number, (a, v) => a._number = v ?? "", isKey: true),
        Of<Authorization, Code>(ThingKinds.Authorization, "procedure", FieldType.Code(CodeSystem.Procedure), Absence.Missing, "procedure", "", "Authorized code.", a => a.Procedure, (a, v) => a._procedure = v),
        Of<Authorization, string?>(ThingKinds.Authorization, "npi", FieldType.Text, Absence.Missing, "npi", "", "Authorized provider.", a => a.Npi, (a, v) => a._npi = v),
        Of<Authorization, DateOnly?>(ThingKinds.Authorization, "from", FieldType.Date, Absence.Missing, "from", "", "First day.", a => a.From, (a, v) => a._from = v),
        Of<Authorization, DateOnly?>(ThingKinds.Authorization, "through", FieldType.Date, Absence.Missing, "through", "", "Last day.", a => a.Through, (a, v) => a._through = v),
        Of<Authorization, decimal?>(ThingKinds.Authorization, "approved", FieldType.Units, Absence.Missing, "approvedUnits", "", "Units approved.", a => a.ApprovedUnits, (a, v) => a._approvedUnits = v),
        Of<Authorization, decimal?>(ThingKinds.Authorization, "used", FieldType.Units, Absence.Missing, "usedUnits", "", "Units used.", a => a.UsedUnits, (a, v) => a._usedUnits = v),
    ];

    public static readonly ImmutableArray<ClaimField> Span =
    [
        Of<FactSpan, DateOnly?>(ThingKinds.Span, "from", FieldType.Date, Absence.Missing, "from", "", "First day.", s => s.From, (s, v) => s._from = v),
        Of<FactSpan, DateOnly?>(ThingKinds.Span, "through", FieldType.Date, Absence.Never, "through", "", "Last day; absent: open.", s => s.Through, (s, v) => s._through = v,
            derived: (_, thing) => ((FactSpan)thing).Through ?? DateOnly.MaxValue),
        Of<FactSpan, string?>(ThingKinds.Span, "value", FieldType.Text, Absence.None, "value", "", "What holds in it, as a plan's name.", s => s.Value, (s, v) => s._value = v),
    ];

    /// <summary>Rules read the teeth of a line, and all surfaces of it; which surface is of which tooth the claim keeps.</summary>
    public static readonly ImmutableArray<ClaimField> Tooth =
    [
        new FieldRow<TreatedTooth, Code>(ThingKinds.None, ThingKinds.None, "", FieldType.Code(CodeSystem.Tooth), Absence.Never, "tooth", "2400 TOO02", "The tooth.", t => t.Tooth, (t, v) => t._tooth = v) { IsRequired = true, IsOfTestsOnly = true },
        new FieldRow<TreatedTooth, ImmutableArray<Code>>(ThingKinds.None, ThingKinds.None, "", FieldType.Codes(CodeSystem.Surface), Absence.Empty, "surfaces", "2400 TOO03", "Its surfaces.", t => t.Surfaces, (t, v) => t._surfaces = v) { IsOfTestsOnly = true },
    ];

    public static readonly ImmutableArray<ClaimField> Drug =
    [
        Of<DrugIdentification, Code>(ThingKinds.Drug, "code", FieldType.Code(CodeSystem.Ndc), Absence.None, "code", "2410 LIN03", "NDC.", d => d.Code, (d, v) => d._code = v),
        Of<DrugIdentification, bool?>(ThingKinds.Drug, "code_valid", FieldType.YesNo, Absence.None, "code", "", "It has eleven digits, or did when its hyphens were resolved.", d => d.Code.IsMissing ? null : NdcText.IsWhole(d.Code)),
        Of<DrugIdentification, decimal?>(ThingKinds.Drug, "quantity", FieldType.Count, Absence.None, "quantity", "2410 CTP04", "Quantity.", d => d.Quantity, (d, v) => d._quantity = v),
        Of<DrugIdentification, string?>(ThingKinds.Drug, "unit", FieldType.Word("drug unit", "F2", "GR", "ME", "ML", "UN"), Absence.None, "unit", "2410 CTP05-1", "Unit of the quantity.", d => d.Unit, (d, v) => d._unit = v),
    ];

    // A key is what the thing is told apart by: a claim without it is refused, and the line of a test begins with it.
    private static FieldRow<TRecord, TValue> Of<TRecord, TValue>(
        ThingKinds owner, string name, FieldType type, Absence absence, string member, string source, string description,
        Func<TRecord, TValue> get, Action<TRecord, TValue>? set = null, Func<Claim, object, TValue>? derived = null, bool isKey = false)
        where TRecord : class =>
        new(owner, owner, name, type, absence, member, source, description, get, set) { Derived = derived, IsRequired = isKey, HasOwnWords = isKey };

    private static long? PositionOf(Claim claim, Diagnosis diagnosis) => claim.Diagnoses.IndexOf(diagnosis, 0, ReferenceEqualityComparer.Instance) + 1;
}
