using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Formats.X12;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Tests.Docs;

/// <summary>The page that says of every element of the guides where a claim keeps it, or that it does not: the guides' tables beside the list of what is kept.</summary>
internal static class X12KeptPage
{
    // Elements that only say what others mean.
    private static readonly ImmutableArray<string> Qualifiers =
        ["NM1 1", "NM1 8", "REF 1", "DTP 1", "DTP 2", "AMT 1", "DMG 1", "PRV 1", "PRV 2", "NTE 1", "CRC 1", "CRC 2", "LIN 2", "DN2 2", "DN2 6", "TOO 1", "HI *-1", "HI *-3", "SV1 1-1", "SV2 2-1", "SV3 1-1", "HL 1", "HL 2", "HL 3", "HL 4"];

    /// <summary>Each kind of row: the roles of its loops, its segment with the codes of its qualifier, and its elements with their members.</summary>
    public static readonly ImmutableArray<KeptSegment> Kept =
    [
        .. Rows("Transaction", "BHT | 4 (as-of date of a claim without any other)"),
        .. Rows("BillingLevel", "PRV BI | 3 billing.taxonomy"),
        .. Rows("Billing", "NM1 | 9 billing.npi", "N4 | 2 billing.state, 3 billing.zip, 4 billing.country", "REF EI,SY | 2 billing.taxId"),
        .. Rows("Subscriber", "NM1 | 9 patient.memberId", "DMG | 2 patient.birthDate, 3 patient.sex"),
        .. Rows("Patient", "NM1 | 9 patient.memberId", "DMG | 2 patient.birthDate, 3 patient.sex"),
        .. Rows("Payer", "NM1 | 3 payer, 9 payer"),
        .. Rows("Claim",
            "CLM | 1 id, 2 totalCharge, 5-1 billType or lines[].placeOfService, 5-3 frequency, 11-1 accident and relatedCauses, 11-2 relatedCauses, 11-4 accidentState, 19 predetermination, 20 delayReason",
            "DTP 434 | 3 from and through", "DTP 435 | 3 admissionDate", "DTP 096 | 3 dischargeDate", "DTP 439 | 3 accidentDate", "DTP 472 | 3 lines[].from and lines[].through",
            "CL1 | 1 admissionType, 2 admissionSource, 3 dischargeStatus", "DN2 | 1 patient.missingTeeth", "PWK | 1 attachments", "NTE | 2 notes",
            "REF F8 | 2 originalClaimId", "REF G1 | 2 priorAuthorization", "REF 9F | 2 referral", "REF X4 | 2 cliaNumber",
            "CRC 07 | 3 ambulanceConditions, 4 ambulanceConditions, 5 ambulanceConditions, 6 ambulanceConditions, 7 ambulanceConditions",
            "HI ABK,ABF,ABJ,APR,ABN | *-2 diagnoses[].code, *-9 diagnoses[].presentOnAdmission", "HI BBR,BBQ | *-2 procedures[].code, *-4 procedures[].date", "HI BG | *-2 conditionCodes",
            "HI BH,BI | *-2 occurrenceCodes[].code, *-4 occurrenceCodes[].date", "HI BE | *-2 valueCodes[].code, *-5 valueCodes[].amount", "HI DR | *-2 drg"),
        .. OfProvider("Referring", "referring"), .. OfProvider("Rendering", "rendering"), .. OfProvider("Facility", "facility"), .. OfProvider("Supervising", "supervising"),
        .. OfProvider("Attending", "attending"), .. OfProvider("Operating", "operating"),
        .. Rows("OtherPayer", "SBR | 1 otherPayers[].order, 9 otherPayers[].filingIndicator", "CAS | " + Adjustments("otherPayers[]"),
            "AMT D | 2 otherPayers[].paidAmount", "AMT EAF | 2 otherPayers[].remainingLiability", "AMT A8 | 2 otherPayers[].nonCovered"),
        .. Rows("OtherPayerName", "NM1 | 3 otherPayers[].payer, 9 otherPayers[].payer", "DTP 573 | 3 otherPayers[].decisionDate",
            "REF F8 | 2 otherPayers[].claimNumber", "REF G1 | 2 otherPayers[].priorAuthorization", "REF 9F | 2 otherPayers[].referral"),
        .. Rows("Line", "LX | 1 lines[].number",
            "SV1 | " + Service(1, "procedure") + ", 2 lines[].charge, 3 lines[].unitBasis, 4 lines[].units, 5 lines[].placeOfService, " + Pointers(7) + ", 9 lines[].emergency",
            "SV2 | 1 lines[].revenueCode, " + Service(2, "procedure or lines[].hipps") + ", 3 lines[].charge, 4 lines[].unitBasis, 5 lines[].units, 7 lines[].nonCoveredCharge",
            "SV3 | " + Service(1, "procedure") + ", 2 lines[].charge, 3 lines[].placeOfService, 4-1 lines[].quadrant and lines[].areas, 4-2 lines[].areas, 4-3 lines[].areas, 4-4 lines[].areas, 4-5 lines[].areas, 5 lines[].prosthesis, 6 lines[].units, " + Pointers(11),
            "TOO | 2 lines[].tooth and lines[].teeth, 3-1 lines[].surfaces, 3-2 lines[].surfaces, 3-3 lines[].surfaces, 3-4 lines[].surfaces, 3-5 lines[].surfaces",
            "DTP 472 | 3 lines[].from and lines[].through", "DTP 441 | 3 lines[].priorPlacementDate", "PWK | 1 attachments", "NTE | 2 notes",
            "REF G1 | 2 lines[].priorAuthorization", "REF 9F | 2 lines[].referral", "REF X4 | 2 lines[].cliaNumber", "REF F4 | 2 lines[].referringCliaNumber",
            "CRC 07 | 3 lines[].ambulanceConditions, 4 lines[].ambulanceConditions, 5 lines[].ambulanceConditions, 6 lines[].ambulanceConditions, 7 lines[].ambulanceConditions"),
        .. Rows("Drug", "LIN | 3 lines[].ndc.code", "CTP | 4 lines[].ndc.quantity, 5-1 lines[].ndc.unit"),
        .. OfProvider("LineRendering", "lines[].rendering"), .. OfProvider("LineOrdering", "lines[].ordering"), .. OfProvider("LineReferring", "lines[].referring"),
        .. OfProvider("LineSupervising", "lines[].supervising"), .. OfProvider("LineOperating", "lines[].operating"), .. OfProvider("LineFacility", "lines[].facility"),
        .. Rows("Decision",
            "SVD | 1 lines[].otherPayers[].payer, 2 lines[].otherPayers[].paidAmount, 3-2 lines[].otherPayers[].procedure, 3-3 lines[].otherPayers[].modifiers, 3-4 lines[].otherPayers[].modifiers, 3-5 lines[].otherPayers[].modifiers, 3-6 lines[].otherPayers[].modifiers, 5 lines[].otherPayers[].paidUnits, 6 lines[].otherPayers[].bundledLine",
            "CAS | " + Adjustments("lines[].otherPayers[]"), "DTP 573 | 3 lines[].otherPayers[].decisionDate", "AMT EAF | 2 lines[].otherPayers[].remainingLiability"),
    ];

    public static string Text()
    {
        StringBuilder page = new();
        page.Append("# What is kept of X12\n\nMade from the guides' tables and a list of what is kept: `EDITS_BASELINE=write dotnet test` writes it anew.\n\n");
        page.Append("Each segment that a guide knows, with the members of a claim ([schema](schema/claim.schema.json), [fields](fields.md)) that its elements become, and those of its elements that a claim does not keep; ");
        page.Append("they are held against the guide all the same. `*` is each element, `5-1` the first component of the fifth. Qualifiers only say what other elements mean. ");
        page.Append("Of CRC\\*07 conditions that are met (CRC02 Y) are kept, of DN2 missing teeth (M), of LIN an NDC (N4), of PRV03 of 2000A the taxonomy where 2010AA has none; a REF of a line whose REF04 names another payer is that payer's, and is not kept.\n");
        foreach ((string title, LoopTable table) in (ReadOnlySpan<(string, LoopTable)>)[("Professional (837P)", LoopTables.Professional), ("Institutional (837I)", LoopTables.Institutional), ("Dental (837D)", LoopTables.Dental)])
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| loop | segment | kept | not kept |\n|---|---|---|---|\n");
            foreach (LoopRule rule in table.Rules)
            {
                foreach (SegmentForm form in rule.Forms)
                {
                    page.Append(RowOf(rule, form)).Append('\n');
                }
            }
        }

        return page.ToString();
    }

    /// <summary>The elements and components that a guide uses, as 5 or 5-1; of HI, where all elements say the same, as * and *-1.</summary>
    public static IEnumerable<string> Used(SegmentForm form) => form.Elements
        .Index()
        .Where(element => element.Item.Usage != Usage.NotUsed)
        .SelectMany(element => element.Item.Parts.Length == 0
            ? [Name(form, element.Index)]
            : element.Item.Parts.Index().Where(part => part.Item.Usage != Usage.NotUsed).Select(part => $"{Name(form, element.Index)}-{part.Index + 1}"))
        .Distinct();

    public static KeptSegment? Find(Role role, SegmentForm form) => Kept.FirstOrDefault(row =>
        row.Role == role && row.Tag == SegmentId.Text(form.Tag) && (row.Codes.IsEmpty || form.Key.Codes.Any(code => row.Codes.Contains(ElementForm.Unpacked(code)))));

    private static string RowOf(LoopRule rule, SegmentForm form)
    {
        string tag = SegmentId.Text(form.Tag);
        KeptSegment? row = Find(rule.Role, form);
        string[] used = [.. Used(form)];
        string kept = string.Join("; ", used.Where(element => row?.Members.ContainsKey(element) == true).Select(element => $"{element} {Shown(row!.Members[element])}")); // it has the element
        string[] lost = [.. used.Where(element => row?.Members.ContainsKey(element) != true && !(row is not null && Qualifiers.Contains($"{tag} {element}")))];
        string codes = rule.Qualifier.Length > 0 && form == rule.Forms[0] && form.Tag == SegmentId.Nm1
            ? Encoding.ASCII.GetString(rule.Qualifier)
            : form.Key.Codes.Length is > 0 and <= 4 ? string.Join(", ", form.Key.Codes.Select(ElementForm.Unpacked)) : "";
        return $"| {rule.Id} | {tag} {codes}".TrimEnd() + $" | {kept} | {(row is null ? "all" : string.Join(", ", lost))} |";
    }

    private static string Shown(string member) => member.StartsWith('(') ? member : $"`{member}`".Replace(" or ", "` or `", StringComparison.Ordinal).Replace(" and ", "` and `", StringComparison.Ordinal);

    private static string Name(SegmentForm form, int index) => form.Tag == SegmentId.Hi ? "*" : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<KeptSegment> OfProvider(string role, string self) => Rows(role, $"NM1 | 9 {self}.npi", $"PRV | 3 {self}.taxonomy", $"N4 | 2 {self}.state, 3 {self}.zip, 4 {self}.country");

    private static IEnumerable<KeptSegment> Rows(string role, params string[] segments) => segments.Select(segment =>
    {
        string[] halves = segment.Split(" | ");
        string[] head = halves[0].Split(' ');
        return new KeptSegment(
            Enum.Parse<Role>(role),
            head[0],
            head.Length > 1 ? [.. head[1].Split(',')] : [],
            halves[1].Split(", ").Select(one => one.Split(' ', 2)).ToImmutableSortedDictionary(one => one[0], one => one[1], StringComparer.Ordinal));
    });

    private static string Service(int element, string procedure) =>
        $"{element}-2 lines[].{procedure}, " + string.Join(", ", Enumerable.Range(3, 4).Select(part => $"{element}-{part} lines[].modifiers")) + $", {element}-7 lines[].description";

    private static string Pointers(int element) => string.Join(", ", Enumerable.Range(1, 4).Select(part => $"{element}-{part} lines[].diagnosisPointers"));

    private static string Adjustments(string payer) => $"1 {payer}.adjustments[].group, " + string.Join(", ", Enumerable.Range(0, 6).SelectMany(one => new[]
    {
        $"{2 + (3 * one)} {payer}.adjustments[].reason", $"{3 + (3 * one)} {payer}.adjustments[].amount", $"{4 + (3 * one)} {payer}.adjustments[].quantity",
    }));
}

/// <summary>What is kept of one kind of segment.</summary>
/// <param name="Role">What its loop speaks of.</param>
/// <param name="Tag">Its id.</param>
/// <param name="Codes">The codes of its qualifier; empty for all.</param>
/// <param name="Members">Members by element, as 5 or 5-1.</param>
internal sealed record KeptSegment(Role Role, string Tag, ImmutableArray<string> Codes, ImmutableSortedDictionary<string, string> Members);
