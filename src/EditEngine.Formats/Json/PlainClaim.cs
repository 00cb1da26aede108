using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Json;

/// <summary>A claim, and what few claims say.</summary>
internal struct WholeClaim
{
    public ClaimRow Claim;
    public ClaimDetailRow Detail;
    public bool HasDetail;
}

internal readonly struct PlainClaim : IRowShape<WholeClaim>
{
    private const int Patient = 12;
    private const int LastOfMost = 14;

    public static MemberNames Names { get; } = new(
        "id", "type", "payer", "frequency", "billType", "from", "through", "totalCharge", "billing", "rendering", "referring", "facility", "patient", "diagnoses", "lines",
        "lineOfBusiness", "product", "state", "contract", "receivedDate", "processedDate", "originalClaimId", "originalDecisionDate", "delayReason", "admissionDate", "dischargeDate", "dischargeStatus", "admissionType", "admissionSource", "drg", "priorAuthorization", "referral", "cliaNumber",
        "accident", "accidentState", "accidentDate", "predetermination", "attachments", "notes", "ordering", "supervising", "attending", "operating", "procedures", "conditionCodes", "ambulanceConditions", "occurrenceCodes", "valueCodes", "otherPayers");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref WholeClaim row)
    {
        if (member == Patient)
        {
            return rows.TryPatient(ref scan, ref row);
        }

        row.HasDetail |= member > LastOfMost;
        return member <= LastOfMost ? TryMember(rows, member, ref scan, ref row.Claim) : TryMember(rows, member, ref scan, ref row.Detail);
    }

    public static bool IsWhole(in WholeClaim row) => !row.Claim.Id.IsMissing && row.Claim.Type != 0 && row.Claim.Lines.Count > 0;

    private static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ClaimRow row) => member switch
    {
        0 => rows.TryText(ref scan, ref row.Id),
        1 => scan.TryType(ref row.Type),
        2 => rows.TryText(ref scan, ref row.Payer),
        3 => scan.TryCode(CodeSystem.Frequency, ref row.Frequency),
        4 => scan.TryCode(CodeSystem.BillType, ref row.BillType),
        5 => rows.TryServiceDay(ref scan, ref row.From),
        6 => rows.TryServiceDay(ref scan, ref row.Through),
        7 => scan.TryCents(ref row.TotalChargeCents),
        8 => rows.TryProvider(ref scan, ref row.Billing, member),
        9 => rows.TryProvider(ref scan, ref row.Rendering, member),
        10 => rows.TryProvider(ref scan, ref row.Referring, member),
        11 => rows.TryProvider(ref scan, ref row.Facility, member),
        13 => rows.TryDiagnoses(ref scan, ref row.Diagnoses),
        _ => rows.TryLines(ref scan, ref row.Lines),
    };

    private static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ClaimDetailRow row) => member switch
    {
        15 => rows.TryText(ref scan, ref row.LineOfBusiness),
        16 => rows.TryText(ref scan, ref row.Product),
        17 => rows.TryText(ref scan, ref row.State),
        18 => rows.TryText(ref scan, ref row.Contract),
        19 => scan.TryDay(ref row.ReceivedDate),
        20 => scan.TryDay(ref row.ProcessedDate),
        21 => rows.TryText(ref scan, ref row.OriginalClaimId),
        22 => scan.TryDay(ref row.OriginalDecisionDate),
        23 => scan.TryCode(CodeSystem.DelayReason, ref row.DelayReason),
        24 => scan.TryDay(ref row.AdmissionDate),
        25 => scan.TryDay(ref row.DischargeDate),
        26 => scan.TryCode(CodeSystem.DischargeStatus, ref row.DischargeStatus),
        27 => scan.TryCode(CodeSystem.AdmissionType, ref row.AdmissionType),
        28 => scan.TryCode(CodeSystem.AdmissionSource, ref row.AdmissionSource),
        29 => scan.TryCode(CodeSystem.Drg, ref row.Drg),
        30 => rows.TryText(ref scan, ref row.PriorAuthorization),
        31 => rows.TryText(ref scan, ref row.Referral),
        32 => rows.TryText(ref scan, ref row.CliaNumber),
        33 => scan.TryWord(RowWords.Causes, ref row.Causes.First),
        34 => rows.TryText(ref scan, ref row.AccidentState),
        35 => scan.TryDay(ref row.AccidentDate),
        36 => scan.TryYesNo(ref row.Predetermination),
        37 => scan.TryCodes(CodeSystem.Attachment, rows.Batch.Attachments, ref row.Attachments),
        38 => rows.TryNotes(ref scan, ref row.Notes),
        39 => rows.TryProvider(ref scan, ref row.Ordering, member),
        40 => rows.TryProvider(ref scan, ref row.Supervising, member),
        41 => rows.TryProvider(ref scan, ref row.Attending, member),
        42 => rows.TryProvider(ref scan, ref row.Operating, member),
        43 => rows.TryProcedures(ref scan, ref row.Procedures),
        44 => scan.TryCodes(CodeSystem.Condition, rows.Batch.Codes, ref row.ConditionCodes),
        45 => scan.TryCodes(CodeSystem.AmbulanceCondition, rows.Batch.Codes, ref row.AmbulanceConditions),
        46 => rows.TryOccurrences(ref scan, ref row.Occurrences),
        47 => rows.TryValues(ref scan, ref row.Values),
        _ => rows.TryOtherPayers(ref scan, ref row.OtherPayers),
    };
}

internal readonly struct PlainPatient : IRowShape<WholeClaim>
{
    public static MemberNames Names { get; } = new("memberId", "birthDate", "sex", "missingTeeth");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref WholeClaim row)
    {
        switch (member)
        {
            case 0:
                return rows.TryText(ref scan, ref row.Claim.Patient.MemberId);
            case 1:
                return scan.TryDay(ref row.Claim.Patient.BirthDate);
            case 2:
                return scan.TryWord(RowWords.Sexes, ref row.Claim.Patient.Sex);
            default:
                row.HasDetail = true;
                return scan.TryCodes(CodeSystem.Tooth, rows.Batch.MissingTeeth, ref row.Detail.MissingTeeth);
        }
    }

    public static bool IsWhole(in WholeClaim row) => true;
}
