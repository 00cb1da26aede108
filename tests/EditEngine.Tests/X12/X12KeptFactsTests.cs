using System.Globalization;
using EditEngine.Claims;
using EditEngine.Formats;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>What a claim may say several times, and what a line says for itself: all of it is kept.</summary>
public sealed class X12KeptFactsTests
{
    [Theory]
    [InlineData("AA:EM::OH", "auto auto,employment OH")]
    [InlineData("EM:OA", "employment employment,other ")]
    [InlineData("OA", "other  ")]
    public void All_related_causes_are_kept(string sent, string expected)
    {
        Claim claim = Changed("snip/clean_837p.837", ("11:B:1*Y*A*Y*Y", "11:B:1*Y*A*Y*Y**" + sent), ("HI*ABK", "DTP*439*D8*20260101~\nHI*ABK"));
        Assert.Equal((expected, new DateOnly(2026, 1, 1)), ($"{claim.Accident} {string.Join(',', claim.RelatedCauses)} {claim.AccidentState}", claim.AccidentDate));
    }

    [Theory]
    [InlineData("CRC*07*Y*01*06~", "01,06")]
    [InlineData("CRC*07*Y*01~\nCRC*07*Y*05*01~", "01,05")]
    [InlineData("CRC*07*N*01~", "")]
    [InlineData("CRC*75*Y*IH~", "")]
    public void Conditions_of_an_ambulance_are_kept_where_they_are_met(string sent, string expected)
    {
        Claim claim = Changed("snip/clean_837p.837", ("HI*ABK", sent + "\nHI*ABK"), ("LX*2", sent + "\nLX*2"));
        Assert.Equal((expected, expected), (string.Join(',', claim.AmbulanceConditions), string.Join(',', claim.Lines[0].AmbulanceConditions)));
    }

    [Theory]
    [InlineData("DN", "1*A*B****XX*1003000134", "referring")]
    [InlineData("DQ", "1*A*B****XX*1003000134", "supervising")]
    [InlineData("DK", "1*A*B****XX*1003000134", "ordering")]
    [InlineData("77", "2*A*****XX*1003000134", "facility")]
    [InlineData("82", "1*A*B****XX*1003000134", "rendering")]
    public void A_provider_of_a_line_is_the_lines(string qualifier, string name, string field)
    {
        Claim claim = Changed("snip/clean_837p.837", ("LX*2", $"NM1*{qualifier}*{name}~\nLX*2"));
        ServiceLine line = claim.Lines[0];
        Assert.Equal(
            ["1003000134", "1003000134", null],
            [((Provider?)FieldTable.Find(ThingKinds.Line, field)!.ValueOf(claim, line))?.Npi, ProviderOf(line, field)?.Npi, ProviderOf(claim.Lines[1], field)?.Npi]);
    }

    // The guide asks for the number, which is told; the claim can be decided all the same.
    [Theory]
    [InlineData("DN2**M****JP~", "")]
    [InlineData("DN2* *M****JP~", "")]
    [InlineData("DN2*8*M****JP~\nDN2**M****JP~\nDN2*9*M****JP~", "8,9")]
    public void A_missing_tooth_without_its_number_is_none(string sent, string expected)
    {
        Claim claim = Changed("snip/clean_837d.837", ("NM1*82", sent + "\nNM1*82"));
        Assert.Equal(expected, string.Join(',', claim.Patient!.MissingTeeth)); // It has a birth date.
        using Json.ReadClaims use = new();
        use.Use(claim);
    }

    // A list has no member that is nothing: what can be read can be decided.
    [Theory]
    [InlineData("snip/clean_837d.837", "*150****1", "*150***10: :30*1")]
    [InlineData("snip/clean_837d.837", "*150****1", "*150*** *1")]
    [InlineData("snip/clean_837d.837", "TOO*JP*14*M:O", "TOO*JP* *M: ")]
    [InlineData("snip/clean_837d.837", "TOO*JP*14*M:O", "TOO*JP**M")]
    [InlineData("snip/clean_837p.837", "HI*ABK", "CRC*07*Y* *01~\nHI*ABK")]
    [InlineData("snip/clean_837p.837", "HI*ABK:J069*", "HI*ABK:J069*ABF: *")]
    [InlineData("snip/clean_837i_inpatient.837", "HI*DR:292", "HI*BG: *BG:09")]
    [InlineData("snip/clean_837i_inpatient.837", "HI*DR:292", "HI*BH: :D8:20260101")]
    [InlineData("snip/clean_837i_inpatient.837", "HI*DR:292", "HI*BE: :::5")]
    public void An_element_of_blanks_is_no_member_of_a_list(string sample, string was, string changed)
    {
        string text = X12Samples.Text(sample);
        Assert.Contains(was, text, StringComparison.Ordinal);
        using Json.ReadClaims use = new();
        foreach (ReadClaim read in X12Samples.Read(text.Replace(was, changed, StringComparison.Ordinal)).Claims)
        {
            if (read.Claim is not null)
            {
                use.Use(read.Claim);
            }
        }
    }

    [Fact]
    public void What_a_line_does_not_say_its_claim_says_for_it()
    {
        Claim claim = Changed("snip/clean_837p.837", ("LX*1", "NM1*DN*1*A*B****XX*1003000134~\nLX*1"), ("HI*ABK", "REF*G1*AUTH9~\nHI*ABK"), ("LX*2", "REF*G1*AUTH8~\nNM1*DN*1*A*B****XX*1003000142~\nLX*2"));
        ClaimField number = FieldTable.Find(ThingKinds.Line, "prior_authorization")!;
        ClaimField referring = FieldTable.Find(ThingKinds.Line, "referring")!;
        Assert.Equal(
            ["AUTH8 1003000142", "AUTH9 1003000134"],
            claim.Lines.Take(2).Select(line => $"{number.ValueOf(claim, line)} {((Provider?)referring.ValueOf(claim, line))?.Npi}"));
    }

    [Theory]
    [InlineData("TOO*JP*30*M:O:D", "30:MOD", "30", "MOD")]
    [InlineData("TOO*JP*30*M:O~\nTOO*JP*31*O:B", "30:MO 31:OB", "30 31", "MOB")]
    [InlineData("TOO*JP*03*M", "3:M", "3", "M")]
    public void All_teeth_and_their_surfaces_are_kept(string sent, string expected, string teeth, string surfaces)
    {
        Claim claim = Changed("snip/clean_837d.837", ("TOO*JP*14*M:O", sent));
        ServiceLine line = claim.Lines[0];
        HeldCodes all = ((ClaimField<HeldCodes>)FieldTable.Find(ThingKinds.Line, "teeth")!).Read(claim, line);
        string kept = line.Teeth.IsEmpty ? $"{line.Tooth}:{string.Concat(line.Surfaces)}" : string.Join(' ', line.Teeth.Select(tooth => $"{tooth.Tooth}:{string.Concat(tooth.Surfaces)}"));
        Assert.Equal((expected, teeth, surfaces), (kept, string.Join(' ', all.ToList()), string.Concat(line.Surfaces)));
    }

    [Theory]
    [InlineData("10", "UR", "")]
    [InlineData("10:20", "UR", "UR UL")]
    [InlineData("1", "01", "")]
    public void All_areas_are_kept(string sent, string first, string all)
    {
        ServiceLine line = Changed("snip/clean_837d.837", ("D2392*150***", $"D2392*150**{sent}*")).Lines[0];
        Assert.Equal((first, all), (line.Quadrant.ToString(), string.Join(' ', line.Areas)));
    }

    [Theory]
    [InlineData("SV2*0022*HP:KAQD1", "KAQD1", "")]
    [InlineData("SV2*0024*HC:A0110", "A0110", "")]
    [InlineData("SV2*0540*HC:A0110", "", "A0110")]
    public void Payment_groups_are_no_procedures(string sent, string hipps, string procedure)
    {
        Claim claim = Changed("own_value_occurrence_condition.837", ("SV2*0120*", sent));
        Assert.Equal((hipps, procedure), (claim.Lines[0].Hipps.ToString(), claim.Lines[0].Procedure.ToString()));
    }

    [Theory]
    [InlineData("CL1*1*1*30", null)]
    [InlineData("CL1*1*1*20", "2026-01-08")]
    [InlineData("CL1*1*1*1", "2026-01-08")]
    public void Who_is_no_patient_any_more_was_discharged_when_the_statement_ends(string sent, string? expected)
    {
        Claim claim = Changed("own_value_occurrence_condition.837", ("CL1*1*1*01", sent));
        Assert.Equal(expected, claim.DischargeDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static Provider? ProviderOf(ServiceLine line, string field) => field switch
    {
        "referring" => line.Referring,
        "supervising" => line.Supervising,
        "ordering" => line.Ordering,
        "facility" => line.Facility,
        _ => line.Rendering,
    };

    private static Claim Changed(string name, params (string Old, string New)[] changes)
    {
        string text = changes.Aggregate(X12Samples.Text(name), (changed, one) =>
        {
            int at = changed.IndexOf(one.Old, StringComparison.Ordinal);
            Assert.True(at >= 0, one.Old);
            return string.Concat(changed.AsSpan(0, at), one.New, changed.AsSpan(at + one.Old.Length));
        });
        return X12Samples.Read(text).Claims[0].Claim!; // a claim that reads
    }
}
