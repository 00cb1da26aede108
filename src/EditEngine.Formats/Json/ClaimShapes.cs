using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;

namespace EditEngine.Formats.Json;

/// <summary>The objects of the claim schema.</summary>
internal static class ClaimShapes
{
    public static readonly ObjectShape<Claim> Claim = new(
        FieldTable.Claim,
        static () => new Claim { Id = "", Type = ClaimType.Unknown, Lines = default },
        ("id", static (ref JsonParser json, object record) => json.ReadClaimId((Claim)record)));

    public static readonly ObjectShape<ServiceLine> Line = new(
        FieldTable.Line, static () => new ServiceLine { Number = 0 }, ("number", static (ref JsonParser json, object record) => json.ReadLineNumber((ServiceLine)record)))
    {
        Complete = Completed,
    };

    public static readonly ObjectShape<HistoryLine> HistoryLine = new(
        [.. FieldTable.Line, .. FieldTable.History],
        static () => new HistoryLine { ClaimId = "", Line = new ServiceLine { Number = 0 }, Status = LineStatus.Paid },
        ("number", static (ref JsonParser json, object record) => json.ReadHistoryNumber((HistoryLine)record)))
    {
        Required = ["claimId", "number", "status"],
        Complete = static history => Completed(history.Line),
    };

    public static readonly ObjectShape<Patient> Patient = new(FieldTable.Patient, static () => new Patient());

    public static readonly ObjectShape<Provider> Provider = new(FieldTable.Provider, static () => new Provider());

    public static readonly ObjectShape<Certificate> Certificate = new(FieldTable.Certificate, static () => new Certificate());

    public static readonly ObjectShape<Diagnosis> Diagnosis = new(FieldTable.Diagnosis, static () => new Diagnosis { Code = default });

    public static readonly ObjectShape<InpatientProcedure> Procedure = new(FieldTable.Procedure, static () => new InpatientProcedure { Code = default });

    public static readonly ObjectShape<OccurrenceCode> Occurrence = new(FieldTable.Occurrence, static () => new OccurrenceCode { Code = default });

    public static readonly ObjectShape<ValueCode> Value = new(FieldTable.Value, static () => new ValueCode { Code = default });

    public static readonly ObjectShape<Authorization> Authorization = new(FieldTable.Authorization, static () => new Authorization { Number = "" });

    public static readonly ObjectShape<FactSpan> Span = new(FieldTable.Span, static () => new FactSpan());

    public static readonly ObjectShape<DrugIdentification> Drug = new(FieldTable.Drug, static () => new DrugIdentification());

    public static readonly ObjectShape<TreatedTooth> Tooth = new(FieldTable.Tooth, static () => new TreatedTooth { Tooth = default });

    public static readonly ObjectShape<OtherPayer> OtherPayer = new(FieldTable.OtherPayer, static () => new OtherPayer());

    public static readonly ObjectShape<Adjustment> Adjustment = new(FieldTable.Adjustment, static () => new Adjustment { Group = "", Reason = default });

    public static readonly ObjectShape<CodingRecord> CodingRecord = new(FieldTable.CodingRecord, static () => new CodingRecord());

    public static readonly ObjectShape<Suggestion> Suggestion = new(
        FieldTable.Suggestion,
        static () => new Suggestion { Code = default },
        ("confidence", static (ref JsonParser json, object record) => json.ReadConfidence((Suggestion)record)));

    public static readonly ObjectShape<Evidence> Evidence = new(FieldTable.Evidence, static () => new Evidence());

    // What revenue 0022 to 0024 bills by is a payment group, also where it stands in the place of a procedure.
    private static void Completed(ServiceLine line)
    {
        if (line.Hipps.IsMissing && !line.Procedure.IsMissing && PaymentGroups.AreBilledBy(line.RevenueCode))
        {
            (line._hipps, line._procedure) = (Code.From(CodeSystem.Hipps, line.Procedure.ToPlainText()), default);
        }
    }

    /// <summary>The system of a suggested code. Where none is said, the text is kept as a procedure's: a code without a system cannot be. Suggestion.System stays null, and tells.</summary>
    public static CodeSystem SystemOf(string? system) => system switch
    {
        "ICD-10-CM" => CodeSystem.Diagnosis,
        "ICD-10-PCS" => CodeSystem.InpatientProcedure,
        _ => CodeSystem.Procedure,
    };
}
