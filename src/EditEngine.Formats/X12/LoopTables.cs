using EditEngine.Claims;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>The loops of the three claim forms: those of their guides, and what each speaks of.</summary>
internal static class LoopTables
{
    // By the loop's first digits and its qualifier: guides give one kind of loop other letters.
    private static readonly Dictionary<(string Loop, string Qualifier), Role> Roles = new()
    {
        [("ST", "")] = Role.Transaction,
        [("2000A", "20")] = Role.BillingLevel,
        [("2010AA", "85")] = Role.Billing,
        [("2000B", "22")] = Role.SubscriberLevel,
        [("2010BA", "IL")] = Role.Subscriber,
        [("2010BB", "PR")] = Role.Payer,
        [("2000C", "23")] = Role.PatientLevel,
        [("2010CA", "QC")] = Role.Patient,
        [("2300", "")] = Role.Claim,
        [("2310", "DN")] = Role.Referring,
        [("2310", "82")] = Role.Rendering,
        [("2310", "77")] = Role.Facility,
        [("2310", "DQ")] = Role.Supervising,
        [("2310", "71")] = Role.Attending,
        [("2310", "72")] = Role.Operating,
        [("2320", "")] = Role.OtherPayer,
        [("2330", "PR")] = Role.OtherPayerName,
        [("2400", "")] = Role.Line,
        [("2410", "")] = Role.Drug,
        [("2420", "82")] = Role.LineRendering,
        [("2420", "DK")] = Role.LineOrdering,
        [("2420", "DN")] = Role.LineReferring,
        [("2420", "DQ")] = Role.LineSupervising,
        [("2420", "72")] = Role.LineOperating,
        [("2420", "77")] = Role.LineFacility,
        [("2430", "")] = Role.Decision,
    };

    public static LoopTable Professional { get; } = new(ClaimType.Professional, Guide.Professional.SelectMany(Rules));

    public static LoopTable Institutional { get; } = new(ClaimType.Institutional, Guide.Institutional.SelectMany(Rules));

    public static LoopTable Dental { get; } = new(ClaimType.Dental, Guide.Dental.SelectMany(Rules));

    // Each table makes its own rules: they are bound to it. A loop that several qualifiers open stands as often with each.
    private static IEnumerable<LoopRule> Rules(GuideLoop loop)
    {
        string[] qualifiers = loop.Segments[0] switch
        {
            { Tag: SegmentId.Nm1 } name => [.. name.Elements[0].Codes.Select(ElementForm.Unpacked)],
            { Tag: SegmentId.Hl } level => [.. level.Elements[2].Codes.Select(ElementForm.Unpacked)],
            _ => [""],
        };
        int most = loop.Most / qualifiers.Length;
        return qualifiers.Select(qualifier => new LoopRule(loop, qualifier, most, RoleOf(loop.Id, qualifier)));
    }

    private static Role RoleOf(string loop, string qualifier) =>
        Roles.TryGetValue((loop, qualifier), out Role role) || (loop.Length == 5 && Roles.TryGetValue((loop[..4], qualifier), out role)) ? role : Role.None;
}
