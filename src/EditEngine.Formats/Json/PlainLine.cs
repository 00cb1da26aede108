using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Json;

/// <summary>A line, and what few lines say.</summary>
internal struct WholeLine
{
    public ServiceLineRow Line;
    public LineDetailRow Detail;
    public bool HasDetail;
}

internal readonly struct PlainLine : IRowShape<WholeLine>
{
    private const int LastOfMost = 12;

    public static MemberNames Names { get; } = new(
        "number", "procedure", "modifiers", "revenueCode", "units", "unitBasis", "charge", "from", "through", "placeOfService", "diagnosisPointers", "emergency", "rendering",
        "hipps", "nonCoveredCharge", "description", "ordering", "referring", "supervising", "operating", "facility", "priorAuthorization", "referral", "cliaNumber", "referringCliaNumber", "ambulanceConditions", "ndc", "tooth", "teeth", "surfaces", "quadrant", "areas", "prosthesis", "priorPlacementDate", "otherPayers", "startTime", "endTime");

    public static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref WholeLine row)
    {
        row.HasDetail |= member > LastOfMost;
        return member <= LastOfMost ? TryMember(rows, member, ref scan, ref row.Line) : TryMember(rows, member, ref scan, ref row.Detail);
    }

    // What those revenue codes bill by is no procedure.
    public static bool IsWhole(in WholeLine row) =>
        row.Line.Number > 0 && !(row.Line.Procedure != 0 && row.Detail.Hipps == 0 && PaymentGroups.AreBilledBy(Code.FromPacked(row.Line.RevenueCode)));

    private static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref ServiceLineRow row) => member switch
    {
        0 => scan.TryWhole(ref row.Number),
        1 => scan.TryCode(CodeSystem.Procedure, ref row.Procedure),
        2 => scan.TryCodes(CodeSystem.Modifier, rows.Batch.Codes, ref row.Modifiers) && row.Modifiers.Count <= PlainValues.MostModifiers,
        3 => scan.TryCode(CodeSystem.Revenue, ref row.RevenueCode),
        4 => scan.TryNumber(ref row.Units),
        5 => scan.TryWord(RowWords.UnitBases, ref row.UnitBasis),
        6 => scan.TryCents(ref row.ChargeCents),
        7 => rows.TryServiceDay(ref scan, ref row.From),
        8 => rows.TryServiceDay(ref scan, ref row.Through),
        9 => scan.TryCode(CodeSystem.PlaceOfService, ref row.PlaceOfService),
        10 => rows.TryPointers(ref scan, ref row.Pointers),
        11 => scan.TryYesNo(ref row.Emergency),
        _ => rows.TryProvider(ref scan, ref row.Rendering, JsonRows.OfLine + member),
    };

    private static bool TryMember(JsonRows rows, int member, ref JsonScan scan, ref LineDetailRow row) => member switch
    {
        13 => scan.TryCode(CodeSystem.Hipps, ref row.Hipps),
        14 => scan.TryCents(ref row.NonCoveredChargeCents),
        15 => rows.TryText(ref scan, ref row.Description),
        16 => rows.TryProvider(ref scan, ref row.Ordering, JsonRows.OfLine + member),
        17 => rows.TryProvider(ref scan, ref row.Referring, JsonRows.OfLine + member),
        18 => rows.TryProvider(ref scan, ref row.Supervising, JsonRows.OfLine + member),
        19 => rows.TryProvider(ref scan, ref row.Operating, JsonRows.OfLine + member),
        20 => rows.TryProvider(ref scan, ref row.Facility, JsonRows.OfLine + member),
        21 => rows.TryText(ref scan, ref row.PriorAuthorization),
        22 => rows.TryText(ref scan, ref row.Referral),
        23 => rows.TryText(ref scan, ref row.CliaNumber),
        24 => rows.TryText(ref scan, ref row.ReferringCliaNumber),
        25 => scan.TryCodes(CodeSystem.AmbulanceCondition, rows.Batch.Codes, ref row.AmbulanceConditions),
        26 => rows.TryDrug(ref scan, ref row),
        27 => scan.TryCode(CodeSystem.Tooth, ref row.Tooth),
        28 => rows.TryTeeth(ref scan, ref row.Teeth),
        29 => scan.TryCodes(CodeSystem.Surface, rows.Batch.Codes, ref row.Surfaces),
        30 => scan.TryCode(CodeSystem.Quadrant, ref row.Quadrant),
        31 => scan.TryCodes(CodeSystem.Quadrant, rows.Batch.Codes, ref row.Areas),
        32 => scan.TryWord(RowWords.Prostheses, ref row.Prosthesis),
        33 => scan.TryDay(ref row.PriorPlacementDate),
        34 => rows.TryOtherPayers(ref scan, ref row.OtherPayers),
        35 => scan.TryTime(ref row.StartTime),
        _ => scan.TryTime(ref row.EndTime),
    };
}
