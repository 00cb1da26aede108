using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Json;

internal readonly struct PlainProvider : IRowShape<ProviderRow>
{
    public static MemberNames Names { get; } = new("npi", "taxId", "taxonomy", "specialty", "state", "zip", "country", "type", "organization");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ProviderRow row) => member switch
    {
        0 => rows.TryText(ref scan, ref row.Npi),
        1 => rows.TryText(ref scan, ref row.TaxId),
        2 => scan.TryCode(CodeSystem.Taxonomy, ref row.Taxonomy),
        3 => scan.TryCode(CodeSystem.Specialty, ref row.Specialty),
        4 => rows.TryText(ref scan, ref row.State),
        5 => rows.TryText(ref scan, ref row.Zip),
        6 => rows.TryText(ref scan, ref row.Country),
        7 => rows.TryText(ref scan, ref row.Type),
        _ => rows.TryText(ref scan, ref row.Organization),
    };

    public static bool IsWhole(in ProviderRow row) => true;
}

internal readonly struct PlainDiagnosis : IRowShape<DiagnosisRow>
{
    public static MemberNames Names { get; } = new("code", "type", "presentOnAdmission");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref DiagnosisRow row) => member switch
    {
        0 => scan.TryCode(CodeSystem.Diagnosis, ref row.Code),
        1 => scan.TryWord(RowWords.DiagnosisRoles, ref row.Role),
        _ => scan.TryPresence(ref row.PresentOnAdmission),
    };

    public static bool IsWhole(in DiagnosisRow row) => row.Code != 0;
}

internal readonly struct PlainProcedure : IRowShape<ProcedureRow>
{
    public static MemberNames Names { get; } = new("code", "date", "principal");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ProcedureRow row) => member switch
    {
        0 => scan.TryCode(CodeSystem.InpatientProcedure, ref row.Code),
        1 => scan.TryDay(ref row.Date),
        _ => scan.TryYesNo(ref row.Principal),
    };

    public static bool IsWhole(in ProcedureRow row) => row.Code != 0;
}

internal readonly struct PlainOccurrence : IRowShape<OccurrenceRow>
{
    public static MemberNames Names { get; } = new("code", "date", "through");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref OccurrenceRow row) => member switch
    {
        0 => scan.TryCode(CodeSystem.Occurrence, ref row.Code),
        1 => scan.TryDay(ref row.Date),
        _ => scan.TryDay(ref row.Through),
    };

    public static bool IsWhole(in OccurrenceRow row) => row.Code != 0;
}

internal readonly struct PlainValue : IRowShape<ValueRow>
{
    public static MemberNames Names { get; } = new("code", "amount");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ValueRow row) => member switch
    {
        0 => scan.TryCode(CodeSystem.Value, ref row.Code),
        _ => scan.TryNumber(ref row.Amount),
    };

    public static bool IsWhole(in ValueRow row) => row.Code != 0;
}

internal readonly struct PlainTooth : IRowShape<ToothRow>
{
    public static MemberNames Names { get; } = new("tooth", "surfaces");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ToothRow row) => member switch
    {
        0 => scan.TryCode(CodeSystem.Tooth, ref row.Tooth),
        _ => scan.TryCodes(CodeSystem.Surface, rows.Batch.Codes, ref row.Surfaces),
    };

    public static bool IsWhole(in ToothRow row) => row.Tooth != 0;
}

internal readonly struct PlainDrug : IRowShape<LineDetailRow>
{
    public static MemberNames Names { get; } = new("code", "quantity", "unit");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref LineDetailRow row) => member switch
    {
        0 => scan.TryCode(CodeSystem.Ndc, ref row.DrugCode),
        1 => scan.TryNumber(ref row.DrugQuantity),
        _ => rows.TryWordText(ref scan, PlainValues.DrugUnits, ref row.DrugUnit),
    };

    public static bool IsWhole(in LineDetailRow row) => true;
}

internal readonly struct PlainOtherPayer : IRowShape<OtherPayerRow>
{
    public static MemberNames Names { get; } = new("payer", "order", "filingIndicator", "paidAmount", "remainingLiability", "nonCovered", "claimNumber", "priorAuthorization", "referral", "bundledLine", "paidUnits", "procedure", "modifiers", "decisionDate", "adjustments");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref OtherPayerRow row) => member switch
    {
        0 => rows.TryText(ref scan, ref row.Payer),
        1 => rows.TryText(ref scan, ref row.Order),
        2 => rows.TryText(ref scan, ref row.FilingIndicator),
        3 => scan.TryCents(ref row.PaidAmountCents),
        4 => scan.TryCents(ref row.RemainingLiabilityCents),
        5 => scan.TryCents(ref row.NonCoveredCents),
        6 => rows.TryText(ref scan, ref row.ClaimNumber),
        7 => rows.TryText(ref scan, ref row.PriorAuthorization),
        8 => rows.TryText(ref scan, ref row.Referral),
        9 => scan.TryNumber(ref row.BundledLine),
        10 => scan.TryNumber(ref row.PaidUnits),
        11 => scan.TryCode(CodeSystem.Procedure, ref row.Procedure),
        12 => scan.TryCodes(CodeSystem.Modifier, rows.Batch.Codes, ref row.Modifiers),
        13 => scan.TryDay(ref row.DecisionDate),
        _ => rows.TryAdjustments(ref scan, ref row.Adjustments),
    };

    public static bool IsWhole(in OtherPayerRow row) => true;
}

internal readonly struct PlainAdjustment : IRowShape<AdjustmentRow>
{
    public static MemberNames Names { get; } = new("group", "reason", "amount", "quantity");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref AdjustmentRow row) => member switch
    {
        0 => rows.TryWordText(ref scan, PlainValues.AdjustmentGroups, ref row.Group),
        1 => scan.TryCode(CodeSystem.Carc, ref row.Reason),
        2 => scan.TryCents(ref row.AmountCents),
        _ => scan.TryNumber(ref row.Quantity),
    };

    public static bool IsWhole(in AdjustmentRow row) => !row.Group.IsMissing && row.Reason != 0;
}
