using EditEngine.Claims;

namespace EditEngine.Formats.X12;

/// <summary>The loops of the three claim forms, row by row, in the order of their guides.</summary>
/// <remarks>SOURCE: ASC X12N TR3 005010X222A1, 005010X223A2 and 005010X224A2, implementation overviews.</remarks>
internal static class LoopTables
{
    // Rules are bound to their table, so each table makes its own.
    private static IEnumerable<LoopRule> Hierarchy() =>
    [
        new("ST", "", "ST", 1, Role.Transaction, "BHT! REF"),
        new("1000A", "ST", "NM1:41", 1, Role.None, "N2 PER"),
        new("1000B", "ST", "NM1:40", 1, Role.None, "N2 PER"),
        new("2000A", "ST", "HL:20", 0, Role.BillingLevel, "PRV CUR"),
        new("2010AA", "2000A", "NM1:85", 1, Role.Billing, "N3 N4 REF PER"),
        new("2010AB", "2000A", "NM1:87", 1, Role.None, "N3 N4 REF"),
        new("2010AC", "2000A", "NM1:PE", 1, Role.None, "N3 N4 REF"),
        new("2000B", "2000A", "HL:22", 0, Role.SubscriberLevel, "SBR! PAT"),
        new("2010BA", "2000B", "NM1:IL", 1, Role.Subscriber, "N3 N4 DMG REF PER"),
        new("2010BB", "2000B", "NM1:PR", 1, Role.Payer, "N3 N4 REF PER"),
        new("2000C", "2000B", "HL:23", 0, Role.PatientLevel, "PAT!"),
        new("2010CA", "2000C", "NM1:QC", 1, Role.Patient, "N3 N4 DMG REF PER"),
    ];

    public static LoopTable Professional { get; } = new(ClaimType.Professional, Hierarchy().Concat(
    [
        new("2300", "2000B 2000C", "CLM", 0, Role.Claim, "DTP PWK CN1 AMT REF K3 NTE CR1 CR2 CRC HI HCP"),
        new("2310A", "2300", "NM1:DN", 1, Role.Referring, "PRV REF"),
        new("2310A", "2300", "NM1:P3", 1, Role.None, "PRV REF"),
        new("2310B", "2300", "NM1:82", 1, Role.Rendering, "PRV REF"),
        new("2310C", "2300", "NM1:77", 1, Role.Facility, "N3 N4 REF PER"),
        new("2310D", "2300", "NM1:DQ", 1, Role.Supervising, "REF"),
        new("2310E", "2300", "NM1:PW", 1, Role.None, "N3 N4"),
        new("2310F", "2300", "NM1:45", 1, Role.None, "N3 N4"),
        new("2320", "2300", "SBR", 10, Role.OtherPayer, "CAS AMT DMG OI MOA"),
        new("2330A", "2320", "NM1:IL", 1, Role.None, "N3 N4 REF"),
        new("2330B", "2320", "NM1:PR", 1, Role.OtherPayerName, "N3 N4 PER DTP REF"),
        new("2330C", "2320", "NM1:DN", 1, Role.None, "REF"),
        new("2330C", "2320", "NM1:P3", 1, Role.None, "REF"),
        new("2330D", "2320", "NM1:82", 1, Role.None, "REF"),
        new("2330E", "2320", "NM1:77", 1, Role.None, "REF"),
        new("2330F", "2320", "NM1:DQ", 1, Role.None, "REF"),
        new("2330G", "2320", "NM1:85", 1, Role.None, "REF"),
        new("2400", "2300", "LX", 50, Role.Line, "SV1! SV5 PWK CR1 CR3 CRC DTP QTY MEA CN1 REF AMT K3 NTE PS1 HCP"),
        new("2410", "2400", "LIN", 1, Role.Drug, "CTP REF"),
        new("2420A", "2400", "NM1:82", 1, Role.LineRendering, "PRV REF"),
        new("2420B", "2400", "NM1:QB", 1, Role.None, "REF"),
        new("2420C", "2400", "NM1:77", 1, Role.None, "N3 N4 REF"),
        new("2420D", "2400", "NM1:DQ", 1, Role.None, "REF"),
        new("2420E", "2400", "NM1:DK", 1, Role.LineOrdering, "N3 N4 REF PER"),
        new("2420F", "2400", "NM1:DN", 1, Role.None, "REF"),
        new("2420F", "2400", "NM1:P3", 1, Role.None, "REF"),
        new("2420G", "2400", "NM1:PW", 1, Role.None, "N3 N4"),
        new("2420H", "2400", "NM1:45", 1, Role.None, "N3 N4"),
        new("2430", "2400", "SVD", 15, Role.Decision, "CAS DTP AMT"),
        new("2440", "2400", "LQ", 0, Role.None, "FRM"),
    ]));

    public static LoopTable Institutional { get; } = new(ClaimType.Institutional, Hierarchy().Concat(
    [
        new("2300", "2000B 2000C", "CLM", 0, Role.Claim, "DTP CL1 PWK CN1 AMT REF K3 NTE CRC HI QTY HCP"),
        new("2310A", "2300", "NM1:71", 1, Role.Attending, "PRV REF"),
        new("2310B", "2300", "NM1:72", 1, Role.Operating, "PRV REF"),
        new("2310C", "2300", "NM1:ZZ", 1, Role.None, "PRV REF"),
        new("2310D", "2300", "NM1:82", 1, Role.Rendering, "PRV REF"),
        new("2310E", "2300", "NM1:77", 1, Role.Facility, "PRV N3 N4 REF"),
        new("2310F", "2300", "NM1:DN", 1, Role.Referring, "PRV REF"),
        new("2320", "2300", "SBR", 10, Role.OtherPayer, "CAS AMT DMG OI MIA MOA"),
        new("2330A", "2320", "NM1:IL", 1, Role.None, "N3 N4 REF"),
        new("2330B", "2320", "NM1:PR", 1, Role.OtherPayerName, "N3 N4 DTP REF"),
        new("2330C", "2320", "NM1:71", 1, Role.None, "REF"),
        new("2330D", "2320", "NM1:72", 1, Role.None, "REF"),
        new("2330E", "2320", "NM1:ZZ", 1, Role.None, "REF"),
        new("2330F", "2320", "NM1:77", 1, Role.None, "REF"),
        new("2330G", "2320", "NM1:82", 1, Role.None, "REF"),
        new("2330H", "2320", "NM1:DN", 1, Role.None, "REF"),
        new("2330I", "2320", "NM1:85", 1, Role.None, "REF"),
        new("2400", "2300", "LX", 999, Role.Line, "SV2! PWK DTP REF AMT NTE HCP"),
        new("2410", "2400", "LIN", 1, Role.Drug, "CTP REF"),
        new("2420A", "2400", "NM1:72", 1, Role.None, "REF"),
        new("2420B", "2400", "NM1:ZZ", 1, Role.None, "REF"),
        new("2420C", "2400", "NM1:82", 1, Role.LineRendering, "REF"),
        new("2420D", "2400", "NM1:DN", 1, Role.None, "REF"),
        new("2430", "2400", "SVD", 15, Role.Decision, "CAS DTP AMT"),
    ]));

    public static LoopTable Dental { get; } = new(ClaimType.Dental, Hierarchy().Concat(
    [
        new("2300", "2000B 2000C", "CLM", 0, Role.Claim, "DTP DN1 DN2 PWK CN1 AMT REF K3 NTE HI HCP"),
        new("2310A", "2300", "NM1:DN", 1, Role.Referring, "PRV REF"),
        new("2310A", "2300", "NM1:P3", 1, Role.None, "PRV REF"),
        new("2310B", "2300", "NM1:82", 1, Role.Rendering, "PRV REF"),
        new("2310C", "2300", "NM1:77", 1, Role.Facility, "N3 N4 REF"),
        new("2310D", "2300", "NM1:DD", 1, Role.None, "PRV REF"),
        new("2310E", "2300", "NM1:DQ", 1, Role.Supervising, "PRV REF"),
        new("2320", "2300", "SBR", 10, Role.OtherPayer, "CAS AMT DMG OI MOA"),
        new("2330A", "2320", "NM1:IL", 1, Role.None, "N3 N4 REF"),
        new("2330B", "2320", "NM1:PR", 1, Role.OtherPayerName, "N3 N4 DTP REF"),
        new("2330C", "2320", "NM1:DN", 1, Role.None, "REF"),
        new("2330C", "2320", "NM1:P3", 1, Role.None, "REF"),
        new("2330D", "2320", "NM1:82", 1, Role.None, "REF"),
        new("2330E", "2320", "NM1:DQ", 1, Role.None, "REF"),
        new("2330F", "2320", "NM1:85", 1, Role.None, "REF"),
        new("2330G", "2320", "NM1:77", 1, Role.None, "REF"),
        new("2330H", "2320", "NM1:DD", 1, Role.None, "REF"),
        new("2400", "2300", "LX", 50, Role.Line, "SV3! TOO DTP CN1 REF AMT K3 NTE HCP"),
        new("2420A", "2400", "NM1:82", 1, Role.LineRendering, "PRV REF"),
        new("2420B", "2400", "NM1:DD", 1, Role.None, "PRV REF"),
        new("2420C", "2400", "NM1:DQ", 1, Role.None, "REF"),
        new("2420D", "2400", "NM1:77", 1, Role.None, "N3 N4 REF"),
        new("2430", "2400", "SVD", 15, Role.Decision, "CAS DTP AMT"),
    ]));
}
