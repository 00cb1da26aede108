using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Fields of service lines, which history lines have too, in the schema's order.</summary>
internal static class LineRows
{
    public static readonly LineRow<Code> Procedure =
        Of("procedure", FieldType.Code(CodeSystem.Procedure), Absence.Missing, "procedure", "2400 SV101-2, SV202-2 or SV301-2", "CPT, HCPCS or CDT code.", l => l.Procedure, (l, v) => l._procedure = v);

    public static readonly LineRow<DateOnly?> Date =
        Of("date", FieldType.Date, Absence.Missing, "from", "2400 DTP*472, else 2300 DTP*472", "Day of service, or its first day.", l => l.From, (l, v) => l._from = v);

    public static readonly ImmutableArray<ClaimField> All = [.. Service(), .. Details(), .. OtherPayers()];

    private static IEnumerable<ClaimField> Service() =>
    [
        Of("number", FieldType.Number, Absence.Never, "number", "2400 LX01", "Line number.", l => (long?)l.Number, (l, v) => l._number = (int)(v ?? 0), isRequired: true, hasOwnWords: true),
        Procedure,
        Of("procedure_form", FieldType.Word("procedure form", "CPT", "HCPCS", "CDT"), Absence.None, "procedure", "", "CPT, HCPCS or CDT, as its signs tell; none where it has no such form.", l => ProcedureForm.Of(l.Procedure)),
        Of("modifiers", FieldType.Codes(CodeSystem.Modifier) with { MostItems = 4 }, Absence.Empty, "modifiers", "2400 SV101-3 to 6, SV202-3 to 6 or SV301-3 to 6", "Modifiers, in any position.", l => l.Modifiers, (l, v) => l._modifiers = v),
        Of("hipps", FieldType.Code(CodeSystem.Hipps), Absence.None, "hipps", "2400 SV202-2 of HP, or of revenue 0022, 0023 and 0024", "HIPPS code: what it bills by in place of a procedure.", l => l.Hipps, (l, v) => l._hipps = v),
        Of("revenue", FieldType.Code(CodeSystem.Revenue), Absence.Missing, "revenueCode", "2400 SV201", "Revenue code.", l => l.RevenueCode, (l, v) => l._revenueCode = v),
        Of("units", FieldType.Units, Absence.Missing, "units", "2400 SV104, SV205 or SV306", "Units billed.", l => l.Units, (l, v) => l._units = v),
        Of("unit_basis", FieldType.Word("unit basis", "UN", "MJ", "DA"), Absence.None, "unitBasis", "2400 SV103 or SV204", "UN units, MJ minutes, DA days.", l => l.UnitBasis, (l, v) => l._unitBasis = v),
        Of("charge", FieldType.Money, Absence.Missing, "charge", "2400 SV102, SV203 or SV302", "Charge.", l => l.ChargeCents, (l, v) => l._chargeCents = v),
        Of("non_covered", FieldType.Money, Absence.None, "nonCoveredCharge", "2400 SV207", "Non-covered charge.", l => l.NonCoveredChargeCents, (l, v) => l._nonCoveredChargeCents = v),
        Date,
        Of("days", FieldType.Count, Absence.Missing, "from", "", "Days of service, both ends counted.", Days, reportedAs: "date"),
        Of("through", FieldType.Date, Absence.Missing, "through", "2400 DTP*472, else 2300 DTP*472", "Last day of service; absent: the same as date.", l => l.Through, (l, v) => l._through = v,
            derived: (_, thing) => LineOf(thing) is var line ? line.Through ?? line.From : null, reportedAs: "date"),
        Of("place", FieldType.Code(CodeSystem.PlaceOfService), Absence.Missing, "placeOfService", "2400 SV105 or SV303, else 2300 CLM05-1", "Place of service.", l => l.PlaceOfService, (l, v) => l._placeOfService = v),
        Of("pointers", FieldType.Positions, Absence.Missing, "diagnosisPointers", "2400 SV107 or SV311", "Positions of its diagnoses.", l => l.DiagnosisPointers, (l, v) => l._diagnosisPointers = v, isOfTestsOnly: true),
    ];

    private static IEnumerable<ClaimField> Details() =>
    [
        Of("emergency", FieldType.YesNo, Absence.None, "emergency", "2400 SV109", "Emergency indicator.", l => l.Emergency, (l, v) => l._emergency = v),
        Of("description", FieldType.Text, Absence.None, "description", "2400 SV101-7, SV202-7 or SV301-7", "Free text.", l => l.Description, (l, v) => l._description = v),
        Of("rendering", FieldType.Provider, Absence.Missing, "rendering", "2420A NM1*82, else 2310B", "Rendering provider: the line's own, else the claim's, taken whole.", l => l.Rendering, (l, v) => l._rendering = v,
            derived: (claim, thing) => thing is ServiceLine line ? line.Rendering ?? claim.Rendering : ((HistoryLine)thing).Line.Rendering),
        OfParty("ordering", "2420E NM1*DK", "Ordering provider", l => l.Ordering, (l, v) => l._ordering = v, c => c.Ordering),
        OfParty("referring", "2420 NM1*DN, else 2310", "Referring provider", l => l.Referring, (l, v) => l._referring = v, c => c.Referring),
        OfParty("supervising", "2420 NM1*DQ, else 2310", "Supervising provider", l => l.Supervising, (l, v) => l._supervising = v, c => c.Supervising),
        OfParty("operating", "2420A NM1*72, else 2310B", "Operating provider", l => l.Operating, (l, v) => l._operating = v, c => c.Operating),
        OfParty("facility", "2420 NM1*77, else 2310", "Service facility", l => l.Facility, (l, v) => l._facility = v, c => c.Facility),
        OfNumber("prior_authorization", "priorAuthorization", "G1", "Prior authorization number", l => l.PriorAuthorization, (l, v) => l._priorAuthorization = v, c => c.PriorAuthorization),
        OfNumber("referral", "referral", "9F", "Referral number", l => l.Referral, (l, v) => l._referral = v, c => c.Referral),
        OfNumber("clia_number", "cliaNumber", "X4", "CLIA number", l => l.CliaNumber, (l, v) => l._cliaNumber = v, c => c.CliaNumber),
        Of("referring_clia_number", FieldType.Text, Absence.None, "referringCliaNumber", "2400 REF02 of REF*F4", "CLIA number of the laboratory that the test was referred to.", l => l.ReferringCliaNumber, (l, v) => l._referringCliaNumber = v),
        Of("ambulance_conditions", FieldType.Codes(CodeSystem.AmbulanceCondition), Absence.Empty, "ambulanceConditions", "2400 CRC*07*Y, else 2300", "Conditions that an ambulance transport meets: the line's own, else the claim's.", l => l.AmbulanceConditions, (l, v) => l._ambulanceConditions = v,
            derived: (claim, thing) => LineOf(thing) is { AmbulanceConditions.IsDefaultOrEmpty: false } line ? line.AmbulanceConditions : thing is ServiceLine ? claim.AmbulanceConditions : []),
        Of("ndc", FieldType.Part(ThingKinds.Drug), Absence.None, "ndc", "2410 LIN*N4", "The drug of the line.", l => l.Ndc, (l, v) => l._ndc = v),
        Of("tooth", FieldType.Code(CodeSystem.Tooth), Absence.Missing, "tooth", "2400 TOO02", "Tooth; of several the first.", l => l.Tooth, (l, v) => l._tooth = v, derived: (_, thing) => TreatedTeeth.First(LineOf(thing))),
        Of("", FieldType.ListOf(ThingKinds.None), Absence.Empty, "teeth", "2400 TOO", "All teeth, each with its surfaces.", l => l.Teeth, (l, v) => l._teeth = v),
        Of("teeth", FieldType.Codes(CodeSystem.Tooth), Absence.Empty, "teeth", "2400 TOO02", "All its teeth.", l => HeldCodes.Teeth(l), written: (l, v) => (l._teeth, l._tooth) = TreatedTeeth.Of(v.ToList())),
        Of("surfaces", FieldType.Codes(CodeSystem.Surface), Absence.Empty, "surfaces", "2400 TOO03", "Tooth surfaces, of all its teeth.", l => l.Surfaces, (l, v) => l._surfaces = v, derived: (_, thing) => TreatedTeeth.SurfacesOf(LineOf(thing))),
        Of("quadrant", FieldType.Code(CodeSystem.Quadrant), Absence.Missing, "quadrant", "2400 SV304-1", "Quadrant or oral-cavity area; of several the first.", l => l.Quadrant, (l, v) => l._quadrant = v, derived: (_, thing) => TreatedTeeth.FirstArea(LineOf(thing))),
        Of("", FieldType.Codes(CodeSystem.Quadrant), Absence.Empty, "areas", "2400 SV304", "All quadrants and oral-cavity areas.", l => l.Areas, (l, v) => l._areas = v),
        Of("areas", FieldType.Codes(CodeSystem.Quadrant), Absence.Empty, "areas", "2400 SV304", "All its quadrants and oral-cavity areas.", l => HeldCodes.Areas(l), written: (l, v) => (l._areas, l._quadrant) = v.ToList() is { IsDefaultOrEmpty: false } areas ? (areas, areas[0]) : ([], default)),
        Of("prosthesis", FieldType.Word("prosthesis", "initial", "replacement"), Absence.None, "prosthesis", "2400 SV305", "Initial or replacement.", l => l.Prosthesis, (l, v) => l._prosthesis = v),
        Of("prior_placement", FieldType.Date, Absence.None, "priorPlacementDate", "2400 DTP*441", "Day of the prior placement.", l => l.PriorPlacementDate, (l, v) => l._priorPlacementDate = v),
    ];

    private static IEnumerable<ClaimField> OtherPayers() =>
    [
        Of("", FieldType.ListOf(ThingKinds.None), Absence.Empty, "otherPayers", "2430 SVD", "What other payers decided of the line.", l => l.OtherPayers, (l, v) => l._otherPayers = v),
        Of("other_payers", FieldType.Count, Absence.Never, "otherPayers", "2430 SVD", "How many other payers decided the line.", l => (long?)OtherPayerSums.Count(l.OtherPayers)),
        Of("other_paid", FieldType.Money, Absence.None, "otherPayers.paidAmount", "2430 SVD02", "What other payers paid of the line, all together.", l => OtherPayerSums.Paid(l.OtherPayers), written: (l, v) => l._otherPayers = OneOtherPayer.Paid(l.OtherPayers, v)),
        Of("other_adjusted", FieldType.AnyMoney, Absence.None, "otherPayers.adjustments", "2430 CAS", "What other payers adjusted of the line, all together.", l => OtherPayerSums.Adjusted(l.OtherPayers), written: (l, v) => l._otherPayers = OneOtherPayer.Adjusted(l.OtherPayers, v)),
        Of("adjustment_reasons", FieldType.Codes(CodeSystem.Carc), Absence.Empty, "otherPayers.adjustments", "2430 CAS", "Reasons of those adjustments.", l => HeldCodes.Of(l.OtherPayers), written: (l, v) => l._otherPayers = OneOtherPayer.WithReasons(l.OtherPayers, v.ToList())),
        new FieldRow<ServiceLine, string?>(
            ThingKinds.Line, ThingKinds.Line, "unbalanced_payer", FieldType.Text, Absence.None, "otherPayers", "", "The first other payer whose payments and adjustments of the line are not its charge.", OtherPayerBalance.FirstUnbalanced, null)
        {
            Written = (l, v) => (l._otherPayers, l._chargeCents) = (OneOtherPayer.Unbalanced(v), l._chargeCents ?? 0),
        },
        new FieldRow<ServiceLine, string?>(
            ThingKinds.Line, ThingKinds.Line, "stray_payer", FieldType.Text, Absence.None, "otherPayers", "", "The first payer that decided the line and is none of the claim's.", _ => null, null)
        {
            Derived = (claim, thing) => OtherPayerBalance.FirstStray((ServiceLine)thing, claim),
            Written = (l, v) => l._otherPayers = v is null ? [] : [new OtherPayer { Payer = v }],
        },
        Of("", FieldType.Time, Absence.Missing, "startTime", "2400 DTP*472", "Start time of day.", l => l.StartTime, (l, v) => l._startTime = v),
        Of("start_at", FieldType.Instant, Absence.Missing, "startTime", "2400 DTP*472", "When the service began: its time on its first day.", ServiceTimes.Start, written: WriteStart),
        Of("", FieldType.Time, Absence.Missing, "endTime", "2400 DTP*472", "End time of day.", l => l.EndTime, (l, v) => l._endTime = v),
        Of("end_at", FieldType.Instant, Absence.Missing, "endTime", "2400 DTP*472", "When it ended: its time on its last day, or past midnight on the next.", ServiceTimes.End, written: WriteEnd),
    ];

    private static LineRow<TValue> Of<TValue>(
        string name, FieldType type, Absence absence, string member, string source, string description,
        Func<ServiceLine, TValue> get, Action<ServiceLine, TValue>? set = null, Action<ServiceLine, TValue>? written = null, Func<Claim, object, TValue>? derived = null,
        string? reportedAs = null, bool isRequired = false, bool hasOwnWords = false, bool isOfTestsOnly = false) =>
        new(name, type, absence, member, source, description, get, set)
        {
            Written = written,
            Derived = derived,
            ReportedAs = reportedAs ?? name,
            IsRequired = isRequired,
            HasOwnWords = hasOwnWords,
            IsOfTestsOnly = isOfTestsOnly || name.Length == 0,
        };

    // What a line says is the line's; where it says nothing, what its claim says holds for it. A line of history has its own alone.
    private static LineRow<Provider?> OfParty(
        string name, string source, string description, Func<ServiceLine, Provider?> get, Action<ServiceLine, Provider?> set, Func<Claim, Provider?> ofClaim) =>
        Of(name, FieldType.Provider, Absence.Missing, name, source, description + ": the line's own, else the claim's, taken whole.", get, set,
            derived: (claim, thing) => thing is ServiceLine line ? get(line) ?? ofClaim(claim) : get(((HistoryLine)thing).Line));

    private static LineRow<string?> OfNumber(
        string name, string member, string qualifier, string description, Func<ServiceLine, string?> get, Action<ServiceLine, string?> set, Func<Claim, string?> ofClaim) =>
        Of(name, FieldType.Text, Absence.None, member, $"2400, else 2300, REF02 of REF*{qualifier}", description + ": the line's own, else the claim's.", get, set,
            derived: (claim, thing) => thing is ServiceLine line ? get(line) ?? ofClaim(claim) : get(((HistoryLine)thing).Line));

    private static ServiceLine LineOf(object thing) => thing as ServiceLine ?? ((HistoryLine)thing).Line;

    private static long? Days(ServiceLine line) => line.From is DateOnly from ? (line.Through ?? from).DayNumber - from.DayNumber + 1 : null;

    // A test says the time with its day; a line that has no day yet is of it.
    private static void WriteStart(ServiceLine line, DateTimeOffset? instant) => (line._startTime, line._from) = (TimeOf(instant), line.From ?? DayOf(instant));

    private static void WriteEnd(ServiceLine line, DateTimeOffset? instant) => (line._endTime, line._from) = (TimeOf(instant), line.From ?? DayOf(instant));

    private static TimeOnly? TimeOf(DateTimeOffset? instant) => instant is DateTimeOffset at ? TimeOnly.FromTimeSpan(at.TimeOfDay) : null;

    private static DateOnly? DayOf(DateTimeOffset? instant) => instant is DateTimeOffset at ? DateOnly.FromDateTime(at.DateTime) : null;
}
