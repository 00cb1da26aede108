namespace EditEngine.Formats.Json;

/// <summary>Members of each object of the claim schema.</summary>
internal static class ClaimMembers
{
    public static readonly MemberNames Claim = new(
        "id", "type", "payer", "lineOfBusiness", "product", "state", "contract", "receivedDate", "processedDate", "frequency", "originalClaimId",
        "originalDecisionDate", "delayReason", "billType", "from", "through", "admissionDate", "dischargeDate", "dischargeStatus", "admissionType",
        "admissionSource", "drg", "priorAuthorization", "cliaNumber", "totalCharge", "accident", "attachments", "notes", "otherPayers", "patient",
        "billing", "rendering", "referring", "ordering", "supervising", "attending", "operating", "facility", "diagnoses", "procedures",
        "conditionCodes", "occurrenceCodes", "valueCodes", "lines", "history", "authorizations", "codingRecord", "facts");

    public static readonly MemberNames Line = new(
        "number", "procedure", "modifiers", "revenueCode", "units", "unitBasis", "charge", "nonCoveredCharge", "from", "through", "placeOfService",
        "diagnosisPointers", "emergency", "description", "rendering", "ordering", "ndc", "tooth", "surfaces", "quadrant", "prosthesis",
        "priorPlacementDate", "otherPayers", "startTime", "endTime");

    public static readonly MemberNames HistoryLine = Line.With(
        "claimId", "claimType", "status", "paidUnits", "paidAmount", "adjudicatedDate", "billType", "admissionDate", "dischargeDate", "billing",
        "diagnoses");

    public static readonly MemberNames Patient = new("memberId", "birthDate", "sex", "missingTeeth");

    public static readonly MemberNames Provider = new("npi", "taxId", "taxonomy", "specialty", "state", "type", "organization", "clia");

    public static readonly MemberNames Certificate = new("number", "certificate", "from", "through");

    public static readonly MemberNames Diagnosis = new("code", "type", "presentOnAdmission");

    public static readonly MemberNames InpatientProcedure = new("code", "date", "principal");

    public static readonly MemberNames OccurrenceCode = new("code", "date", "through");

    public static readonly MemberNames ValueCode = new("code", "amount");

    public static readonly MemberNames Authorization = new("number", "procedure", "npi", "from", "through", "approvedUnits", "usedUnits");

    public static readonly MemberNames Ndc = new("code", "quantity", "unit");

    public static readonly MemberNames OtherPayer = new(
        "payer", "order", "filingIndicator", "paidAmount", "paidUnits", "procedure", "modifiers", "decisionDate", "adjustments");

    public static readonly MemberNames Adjustment = new("group", "reason", "amount", "quantity");

    public static readonly MemberNames CodingRecord = new("engine", "suggestions");

    public static readonly MemberNames Suggestion = new(
        "code", "system", "confidence", "evidence", "suggestedAt", "changedAt", "author", "reviewer", "reviewedAt", "decision");

    public static readonly MemberNames Evidence = new("document", "section", "text", "negated", "temporality", "subject", "certainty");
}
