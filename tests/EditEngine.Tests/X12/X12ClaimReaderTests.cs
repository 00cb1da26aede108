using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

public sealed class X12ClaimReaderTests
{
    public static TheoryData<string> Own => [.. X12Samples.Names("own_*")];

    [Theory]
    [MemberData(nameof(Own))]
    public void Reads_each_sample_without_problems(string name)
    {
        X12Reading reading = X12Samples.Read(X12Samples.Bytes(name));
        Assert.Empty(reading.Problems);
        Assert.Equal(X12Samples.Text(name).Split("CLM*").Length - 1, reading.Claims.Length);
        Assert.Equal(X12Samples.Text(name).Split("LX*").Length - 1, reading.Claims.Sum(claim => claim.Claim!.Lines.Length)); // no problems: all good
    }

    [Fact]
    public void Reads_a_professional_claim_whole()
    {
        Claim claim = X12Samples.Read(X12Samples.Bytes("snip/clean_837p.837")).Single;
        Assert.Equal(("PCN0001", ClaimType.Professional, "PAY001", "1"), (claim.Id, claim.Type, claim.Payer, claim.Frequency.ToString()));
        Assert.Equal((15000L, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 5)), (claim.TotalChargeCents, claim.From, claim.Through));
        Assert.Equal(("MEM0001", new DateOnly(1980, 5, 15), "F"), (claim.Patient!.MemberId, claim.Patient.BirthDate, claim.Patient.Sex)); // the sample has a patient
        Assert.Equal(
            new Provider { Npi = "1234567893", TaxId = "123456789", Taxonomy = Code.From(CodeSystem.Taxonomy, "207Q00000X"), State = "IL", Zip = "627040000" }, claim.Billing);
        Assert.Equal("1003000126", claim.Rendering?.Npi);
        Assert.Equal(["J06.9 principal", "R05.9 other"], claim.Diagnoses.Select(diagnosis => $"{diagnosis.Code} {diagnosis.Type}"));
        ServiceLine line = claim.Lines[0];
        Assert.Equal((1, "99213", 10000L, 1m, "UN"), (line.Number, line.Procedure.ToString(), line.ChargeCents, line.Units, line.UnitBasis));
        Assert.Equal(("11", new DateOnly(2026, 1, 5), null as DateOnly?), (line.PlaceOfService.ToString(), line.From, line.Through));
        Assert.Equal([1, 2], line.DiagnosisPointers);
        Assert.True(claim.BillType.IsMissing);
        Assert.True(claim.History.IsDefault);
        Assert.False(line.Modifiers.IsDefault);
    }

    [Fact]
    public void Reads_an_institutional_claim_whole()
    {
        Claim claim = X12Samples.Read(X12Samples.Bytes("own_value_occurrence_condition.837")).Single;
        Assert.Equal(("111", "292", "01", "1", "1"), (
            claim.BillType.ToString(), claim.Drg.ToString(), claim.DischargeStatus.ToString(), claim.AdmissionType.ToString(), claim.AdmissionSource.ToString()));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8)), (claim.From, claim.Through));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8)), (claim.AdmissionDate, claim.DischargeDate));
        Assert.Equal(
            ["I50.21 principal Y", "R06.02 admitting ", "N17.9 other Y", "E78.5 other Y"],
            claim.Diagnoses.Select(diagnosis => $"{diagnosis.Code} {diagnosis.Type} {diagnosis.PresentOnAdmission}"));
        Assert.Equal(
            [new OccurrenceCode { Code = Code.From(CodeSystem.Occurrence, "71"), Date = new DateOnly(2025, 12, 20), Through = new DateOnly(2025, 12, 24) },
             new OccurrenceCode { Code = Code.From(CodeSystem.Occurrence, "11"), Date = new DateOnly(2026, 1, 1) }],
            claim.OccurrenceCodes);
        Assert.Equal([new ValueCode { Code = Code.From(CodeSystem.Value, "80"), Amount = 3 }], claim.ValueCodes);
        Assert.Equal(["C1"], claim.ConditionCodes.Select(code => code.ToString()));
        Assert.Equal("1003000126", claim.Attending?.Npi);
        Assert.Equal(("0120", 600000L, 3m, "DA"), (
            claim.Lines[0].RevenueCode.ToString(), claim.Lines[0].ChargeCents, claim.Lines[0].Units, claim.Lines[0].UnitBasis));
        Assert.True(claim.Lines[0].DiagnosisPointers.IsDefault);
    }

    [Fact]
    public void Reads_a_dental_claim_whole()
    {
        Claim claim = X12Samples.Read(X12Samples.Bytes("own_missing_teeth.837")).Single;
        Assert.Equal(["1", "16"], claim.Patient!.MissingTeeth.Select(tooth => tooth.ToString())); // the sample has a patient
        Assert.Equal(("14", "M O"), (claim.Lines[0].Tooth.ToString(), string.Join(' ', claim.Lines[0].Surfaces)));
        Assert.Equal(new DateOnly(2026, 1, 5), claim.Lines[1].From);
        Assert.Equal("UR", X12Samples.Read(X12Samples.Bytes("own_quadrant_srp.837")).Single.Lines[0].Quadrant.ToString());
        ServiceLine crown = X12Samples.Read(X12Samples.Bytes("own_crown_replacement.837")).Single.Lines[0];
        Assert.Equal(("replacement", new DateOnly(2015, 1, 1)), (crown.Prosthesis, crown.PriorPlacementDate));
    }

    [Fact]
    public void Reads_what_other_payers_decided()
    {
        Claim claim = X12Samples.Read(X12Samples.Bytes("snip/clean_cob_secondary.837")).Single;
        OtherPayer other = Assert.Single(claim.OtherPayers);
        Assert.Equal(("OTH01", "P", "CI", 8000L), (other.Payer, other.Order, other.FilingIndicator, other.PaidAmountCents));
        OtherPayer ofLine = Assert.Single(claim.Lines[0].OtherPayers);
        Assert.Equal(("OTH01", "P", 8000L, 1m, "99213"), (ofLine.Payer, ofLine.Order, ofLine.PaidAmountCents, ofLine.PaidUnits, ofLine.Procedure.ToString()));
        Assert.Equal(new DateOnly(2026, 1, 10), ofLine.DecisionDate);
        Assert.Equal([new Adjustment { Group = "CO", Reason = Code.From(CodeSystem.Carc, "45"), AmountCents = 2000 }], ofLine.Adjustments);
    }

    [Theory]
    [InlineData("own_replacement.837", "7")]
    [InlineData("own_void.837", "8")]
    public void Reads_what_a_claim_replaces(string name, string frequency)
    {
        Claim claim = X12Samples.Read(X12Samples.Bytes(name)).Single;
        Assert.Equal(frequency, claim.Frequency.ToString());
        Assert.NotNull(claim.OriginalClaimId);
    }

    [Fact]
    public void A_dependent_is_the_patient_and_keeps_the_number_of_the_subscriber()
    {
        Claim claim = X12Samples.Read(X12Samples.Bytes("own_dependent.837")).Single;
        Assert.Equal("MEM0001", claim.Patient?.MemberId);
        Assert.NotEqual(new DateOnly(1980, 5, 15), claim.Patient?.BirthDate);
    }

    [Theory]
    [InlineData("HI*ABK", "REF*G1*AUTH9~\nREF*9F*R9~\nREF*X4*05D~\nHI*ABK", "AUTH9 R9 05D", "  ")]
    [InlineData("LX*2", "REF*X4*06D~\nREF*G1*AUTH8~\nREF*9F*R8~\nLX*2", "  ", "AUTH8 R8 06D")]
    [InlineData("LX*2", "REF*G1*OTHERS**2U:P1~\nREF*G1*AUTH8~\nLX*2", "  ", "AUTH8  ")]
    public void A_reference_of_a_line_is_the_lines_and_one_of_the_claim_is_the_claims(string old, string changed, string ofClaim, string ofLine)
    {
        Claim claim = Changed("snip/clean_837p.837", (old, changed));
        ServiceLine line = claim.Lines[0];
        Assert.Equal((ofClaim, ofLine), ($"{claim.PriorAuthorization} {claim.Referral} {claim.CliaNumber}", $"{line.PriorAuthorization} {line.Referral} {line.CliaNumber}"));
    }

    [Fact]
    public void Reads_the_rest_of_a_professional_claim()
    {
        Claim claim = Changed(
            "snip/clean_837p.837",
            ("11:B:1*Y*A*Y*Y", "11:B:1*Y*A*Y*Y**EM:AA*********11"),
            ("HI*ABK", "DTP*435*D8*20260103~\nDTP*096*D8*20260104~\nPWK*OZ*EL~\nNTE*ADD*A NOTE~\nHI*ABK"),
            ("LX*2", "LX*2~\nNTE*ADD*OF A LINE"),
            ("LX*1", "NM1*DN*1*A*B****XX*1003000134~\nNM1*77*2*C*****XX*1003000142~\nN4*X*WA~\nLX*1"),
            ("SV1*HC:99213*100*UN*1***1:2~", "SV1*HC:99213:25:59::XX:DESC*100.5*MJ*1.5*23**2:1**Y~"),
            ("DTP*472*D8*20260105~\nLX*2", "DTP*472*RD8*20260104-20260106~\nNM1*82*1*D*E****XX*1003000159~\nPRV*PE*PXC*207L00000X~\nNM1*DK*1*F****XX~\nLX*2"));
        Assert.Equal(("employment", "11"), (claim.Accident, claim.DelayReason.ToString()));
        Assert.Equal((new DateOnly(2026, 1, 3), new DateOnly(2026, 1, 4)), (claim.AdmissionDate, claim.DischargeDate));
        Assert.Equal(("OZ", "A NOTE"), (claim.Attachments[0].ToString(), claim.Notes[0]));
        Assert.Equal("OF A LINE", claim.Notes[1]);
        Assert.Equal(("1003000134", "1003000142", "WA"), (claim.Referring?.Npi, claim.Facility?.Npi, claim.Facility?.State));
        Assert.Equal((new DateOnly(2026, 1, 4), new DateOnly(2026, 1, 6)), (claim.From, claim.Through));
        ServiceLine line = claim.Lines[0];
        Assert.Equal(("25 59 XX", "DESC", 10050L, "MJ", 1.5m), (string.Join(' ', line.Modifiers), line.Description, line.ChargeCents, line.UnitBasis, line.Units));
        Assert.Equal(("23", true), (line.PlaceOfService.ToString(), line.Emergency));
        Assert.Equal(("1003000159", "207L00000X"), (line.Rendering?.Npi, line.Rendering?.Taxonomy.ToString()));
        Assert.NotNull(line.Ordering);
        Assert.Equal([2, 1], line.DiagnosisPointers);
    }

    [Theory]
    [InlineData("DT*202601051030", "10:30", null)]
    [InlineData("DTS*20260105103000-20260106114500", "10:30", "11:45")]
    public void Times_of_a_line_date_are_the_lines(string value, string start, string? end)
    {
        ServiceLine line = Changed("snip/clean_837p.837", ("D8*20260105~\nLX", value + "~\nLX")).Lines[0];
        Assert.Equal((start, end), (line.StartTime?.ToString("HH:mm"), line.EndTime?.ToString("HH:mm")));
    }

    [Fact]
    public void ICD_9_and_PCS_are_kept_apart()
    {
        Claim claim = Changed("snip/clean_837i_inpatient.837", ("HI*ABK:I5021:::::::Y", "HI*BK:4280"), ("HI*DR:292", "HI*BBR:0SRC0J9:D8:20260106"));
        Assert.Equal(CodeSystem.Icd9Diagnosis, claim.Diagnoses[0].Code.System);
        Assert.Equal(("0SRC0J9", new DateOnly(2026, 1, 6), true), (
            claim.Procedures[0].Code.ToString(), claim.Procedures[0].Date, claim.Procedures[0].Principal));
    }

    [Fact]
    public void Reads_a_drug()
    {
        DrugIdentification? drug = X12Samples.Read(X12Samples.Bytes("snip/clean_ndc.837")).Single.Lines[1].Ndc;
        Assert.Equal(("00641036725", 1m, "ML"), (drug?.Code.ToString(), drug?.Quantity, drug?.Unit));
    }

    [Theory]
    [InlineData("totalCharge", "CLM02 655")]
    [InlineData("id", "CLM01 655")]
    [InlineData("billing.npi", "NM109 369")]
    [InlineData("billing.taxId", "REF02 465")]
    [InlineData("patient.birthDate", "DMG02 601")]
    [InlineData("diagnoses[1].code", "HI02-2 689")]
    [InlineData("rendering.npi", "NM109 711")]
    [InlineData("lines[0].units", "SV104 779")]
    [InlineData("lines[0].diagnosisPointers[1]", "SV107-2 779")]
    [InlineData("lines[1].procedure", "SV101-2 835")]
    [InlineData("lines[1].placeOfService", "CLM05-1 655")]
    [InlineData("lines[1].modifiers[0]", "LX01 829")]
    [InlineData("lines[9].units", "CLM 655")]
    [InlineData("nonsense", "CLM 655")]
    public void Tells_where_a_value_stands(string path, string expected)
    {
        string text = X12Samples.Text("snip/clean_837p.837");
        using X12ClaimReader reader = new(new MemoryStream(X12Samples.Bytes("snip/clean_837p.837")), "f");
        Assert.NotNull(reader.Read());
        X12SourceMap places = reader.Places;
        Assert.Null(reader.Read());
        X12Place place = Assert.IsType<X12Place>(places.Find(path));
        string component = place.Component is int number ? $"-{number}" : "";
        Assert.Equal(expected, $"{place.SegmentTag}{place.Element:00}{component} {place.Offset}");
        Assert.StartsWith(place.SegmentTag, text[(int)place.Offset..], StringComparison.Ordinal);
    }

    private static Claim Changed(string name, params (string Old, string New)[] changes)
    {
        string text = X12Samples.Text(name);
        foreach ((string old, string changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        return X12Samples.Read(text).Single;
    }
}
