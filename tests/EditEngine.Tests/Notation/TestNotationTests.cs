using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Notation;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class TestNotationTests
{
    [Fact]
    public void A_claim_has_all_defaults()
    {
        TestCase test = NotatedTest.Case("claim professional\nline 1: 99213 on 2024-05-02\nexpect clean");
        Claim claim = test.Claim!;
        ServiceLine line = Assert.Single(claim.Lines);
        Assert.Equal(ClaimType.Professional, claim.Type);
        Assert.Equal(("F", new DateOnly(1970, 1, 1)), (claim.Patient!.Sex, claim.Patient.BirthDate!.Value));
        Assert.Equal((1m, 100_00L, "11"), (line.Units, line.ChargeCents, line.PlaceOfService.ToString()));
        Assert.Equal([1], line.DiagnosisPointers);
        Assert.Equal("R51.9", Assert.Single(claim.Diagnoses).Code.ToString());
        Assert.Equal("2024-05-12 2024-05-17 2024-05-17", Shown(claim.ReceivedDate, claim.ProcessedDate, test.AsOf));
        Assert.Equal("2024-05-02 2024-05-02", Shown(claim.From, claim.Through));
        Assert.Equal(100_00, claim.TotalChargeCents);
        Assert.Equal(claim.Billing!.TaxId, claim.Rendering!.TaxId);
        Assert.Equal(["11", "11"], [claim.Billing.Specialty.ToString(), claim.Rendering.Specialty.ToString()]);
        Assert.True(claim.BillType.IsMissing);
        Assert.False(claim.History.IsDefault);
        Assert.Empty(claim.History);
        Assert.True(claim.Authorizations.IsDefault);
        Assert.Null(claim.CodingRecord);
    }

    [Theory]
    [InlineData("line 1: 99213-25-59 x2 $120.50 on 2024-05-02 .. 2024-05-05 at 22 for 1", "1 99213 25,59 2 12050 2024-05-02 2024-05-05 22 1")]
    [InlineData("line 3: j1100 x2.5 on 2024-05-02", "3 J1100  2.5 10000 2024-05-02  11 1")]
    [InlineData("line: 99213 on 2024-05-02", "1 99213  1 10000 2024-05-02  11 1")]
    [InlineData("line 1: 99213 on 2024-05-02..2024-05-03", "1 99213  1 10000 2024-05-02 2024-05-03 11 1")]
    [InlineData("line 1: 99213 date 2024-05-02 units 3 charge 7 place 21 modifiers 25, 59", "1 99213 25,59 3 700 2024-05-02  21 1")]
    public void A_line_says_what_its_words_say(string line, string expected)
    {
        ServiceLine read = Assert.Single(NotatedTest.Claim(line).Lines);
        Assert.Equal(expected, FormattableString.Invariant(
            $"{read.Number} {read.Procedure} {string.Join(',', read.Modifiers)} {read.Units} {read.ChargeCents} {read.From:yyyy-MM-dd} {read.Through:yyyy-MM-dd} {read.PlaceOfService} {string.Join(',', read.DiagnosisPointers)}"));
    }

    [Fact]
    public void A_line_has_fields_of_its_own_and_the_practice_under_them()
    {
        Claim claim = NotatedTest.Claim("""
            claim dental received 2024-06-01
            line 1: D1110 on 2024-05-02 npi 1234567893 specialty 20 tooth 3 quadrant UR surfaces M, O ndc.code 0002-1433-80 emergency
            line 2: revenue 0450
            """);
        ServiceLine first = claim.Lines[0], second = claim.Lines[1];
        Assert.Equal(("1234567893", "20", claim.Rendering!.TaxId), (first.Rendering!.Npi, first.Rendering.Specialty.ToString(), first.Rendering.TaxId));
        Assert.Equal("3 UR M,O 00002143380 True", $"{first.Tooth} {first.Quadrant} {string.Join(',', first.Surfaces)} {first.Ndc!.Code} {first.Emergency}");
        Assert.Null(second.Rendering);
        Assert.Equal(("0450", true, first.From), (second.RevenueCode.ToString(), second.Procedure.IsMissing, second.From));
        Assert.Equal("2024-06-01 2024-06-06", Shown(claim.ReceivedDate, claim.ProcessedDate));
    }

    [Fact]
    public void A_claim_has_its_fields_on_its_line_or_on_lines_of_their_own()
    {
        Claim claim = NotatedTest.Claim("""
            claim institutional contract "C-778" payer UHC frequency 7 original_id H1 bill_type 111 state OH conditions 51, 52 billing.type "supplier"
            from 2024-05-01
            admission 2024-05-02 discharge 2024-05-04 rendering.specialty 20
            line 1: 99213
            """);
        Assert.Equal("C-778 UHC 7 H1 111 OH 51,52 supplier 20", string.Join(' ', claim.Contract, claim.Payer, claim.Frequency, claim.OriginalClaimId, claim.BillType, claim.State,
            string.Join(',', claim.ConditionCodes), claim.Billing!.Type, claim.Rendering!.Specialty));
        Assert.Equal("2024-05-01 2024-05-02 2024-05-04 2024-05-01", Shown(claim.From, claim.AdmissionDate, claim.DischargeDate, claim.Lines[0].From));
    }

    [Fact]
    public void An_institutional_claim_has_a_bill_type()
    {
        Assert.Equal("131", NotatedTest.Claim("claim institutional\nline 1: 71046 on 2024-05-02").BillType.ToString());
        Assert.True(NotatedTest.Claim("claim dental\nline 1: D1110 on 2024-05-02").BillType.IsMissing);
    }

    [Fact]
    public void Diagnoses_are_listed_with_role_and_present_on_admission()
    {
        Claim claim = NotatedTest.Claim("diagnoses M17.11, J02.9 other poa N\ndiagnosis o80 principal\npatient M born 1980-02-29 member X1\nline 1: 99213 on 2024-05-02 for 1, 3");
        Assert.Equal("M17.11--, J02.9-other-N, O80-principal-", string.Join(", ", claim.Diagnoses.Select(d => $"{d.Code}-{d.Type}-{d.PresentOnAdmission}")));
        Assert.Equal([1, 3], claim.Lines[0].DiagnosisPointers);
        Assert.Equal("M 1980-02-29 X1", $"{claim.Patient!.Sex} {claim.Patient.BirthDate:yyyy-MM-dd} {claim.Patient.MemberId}");
    }

    [Fact]
    public void History_lines_share_the_practice_and_the_type()
    {
        Claim claim = NotatedTest.Claim("""
            claim institutional billing.npi 1234567893
            line 1: 99213 on 2024-05-02
            history paid 27447-RT x2 on 2024-01-10
            history in-process professional 71046 on 2024-01-12 .. 2024-01-13 claim X7 line 4 npi 1100000003 tax_id 123 specialty 20
            history denied 71046 on 2024-01-12 claim X7 bill 111 admission 2024-01-01 type "hospital" organization "X" diagnoses M17.11, O80
            history adjusted 71046 x3 on 2024-01-12 paid x2 paid $80
            stay 2024-04-28 .. 2024-05-01 in-process
            """);
        HistoryLine[] history = [.. claim.History];
        Assert.Equal("H1/1 X7/4 X7/5 H4/1 H5/1", string.Join(' ', history.Select(h => $"{h.ClaimId}/{h.Line.Number}")));
        Assert.Equal("Paid InProcess Denied Adjusted InProcess", string.Join(' ', history.Select(h => h.Status)));
        Assert.Equal("2 - 0 2 -", string.Join(' ', history.Select(h => h.PaidUnits is decimal units ? FormattableString.Invariant($"{units}") : "-")));
        Assert.Equal("131  111 131 111", string.Join(' ', history.Select(h => h.BillType)));
        Assert.Equal(ClaimType.Professional, history[1].ClaimType);
        Assert.Same(claim.Billing, history[0].Billing);
        Assert.Same(claim.Rendering, history[0].Line.Rendering);
        Assert.Equal("1100000003 20 123 123 1234567893", string.Join(' ', history[1].Line.Rendering!.Npi, history[1].Line.Rendering!.Specialty, history[1].Line.Rendering!.TaxId,
            history[1].Billing!.TaxId, history[1].Billing!.Npi));
        Assert.Equal("hospital X 2024-01-01 M17.11,O80", $"{history[2].Billing!.Type} {history[2].Billing!.Organization} {history[2].AdmissionDate:yyyy-MM-dd} {string.Join(',', history[2].Diagnoses.Select(d => d.Code))}");
        Assert.Equal((8000L, 3m), (history[3].PaidAmountCents, history[3].Line.Units));
        Assert.Equal("2024-04-28 2024-05-01 2024-04-28", Shown(history[4].AdmissionDate, history[4].DischargeDate, history[4].Line.From));
    }

    [Fact]
    public void What_is_nested_has_its_short_line()
    {
        Claim claim = NotatedTest.Claim("""
            claim professional
            line 1: 99213 on 2024-05-02
            certificate 11D0123456 waiver 2024-01-01 .. 2024-12-31
            certificate of rendering 22D0123456 ppm 2024-01-01 ..
            authorization A1 procedure 27447 2024-01-01 .. 2024-06-30 approved 3 used 1
            procedure 0SRD0J9 on 2024-05-01 principal
            occurrence 11 on 2024-05-01 .. 2024-05-03
            value 80 3
            value A1 $12.50
            fact office_visits 120
            fact gold_card no
            fact plan "A"
            suggestion J18.9 confidence 0.93 by "cac-3.1" at 2024-06-10T08:00:00Z changed at 2024-06-10T09:00Z reviewed by "jones" at 2024-06-10T12:00:00+02:00 accepted
            evidence past affirmed family section "plan"
            evidence negated
            suggestion 99214 changed
            """);
        Certificate certificate = Assert.Single(claim.Billing!.Certificates);
        Assert.Equal("11D0123456 waiver 2024-12-31", $"{certificate.Number} {certificate.Kind} {certificate.Through:yyyy-MM-dd}");
        Assert.Null(Assert.Single(claim.Rendering!.Certificates).Through);
        Authorization authorization = Assert.Single(claim.Authorizations);
        Assert.Equal("A1 27447 2024-06-30 3 1", FormattableString.Invariant($"{authorization.Number} {authorization.Procedure} {authorization.Through:yyyy-MM-dd} {authorization.ApprovedUnits} {authorization.UsedUnits}"));
        Assert.True(Assert.Single(claim.Procedures).Principal);
        Assert.Equal(new DateOnly(2024, 5, 3), Assert.Single(claim.OccurrenceCodes).Through);
        Assert.Equal([3m, 12.5m], claim.ValueCodes.Select(value => value.Amount!.Value));
        Assert.Equal((120m, false, "A"), (claim.Facts["officeVisits12m"].Number, claim.Facts["gold_card"].YesNo, claim.Facts["plan"].Text));
        Suggestion suggestion = claim.CodingRecord!.Suggestions[0];
        Assert.Equal("J18.9 ICD-10-CM 0.93 cac-3.1 jones accepted", FormattableString.Invariant($"{suggestion.Code} {suggestion.System} {suggestion.Confidence} {suggestion.Author} {suggestion.Reviewer} {suggestion.Decision}"));
        Assert.Equal(suggestion.SuggestedAt!.Value.AddHours(2), suggestion.ReviewedAt);
        Assert.Equal(suggestion.SuggestedAt.Value.AddHours(1), suggestion.ChangedAt);
        Assert.Equal("past family affirmed False plan, current patient affirmed True ", string.Join(", ", suggestion.Evidence.Select(e => $"{e.Temporality} {e.Subject} {e.Certainty} {e.Negated} {e.Section}")));
        Assert.Equal(("CPT", "changed"), (claim.CodingRecord.Suggestions[1].System, claim.CodingRecord.Suggestions[1].Decision));
    }

    [Theory]
    [InlineData("missing processed", "processed")]
    [InlineData("missing claim.received, processed", "received processed")]
    [InlineData("missing line 2 units", "units2")]
    [InlineData("missing line 1 pointers", "pointers1")]
    [InlineData("missing line 1 diagnoses", "pointers1")]
    [InlineData("missing line 2 rendering.npi", "")]
    [InlineData("missing rendering", "rendering npi")]
    [InlineData("missing billing.tax_id", "tax")]
    [InlineData("missing rendering.npi", "npi")]
    [InlineData("missing history 1 paid_units", "paid")]
    [InlineData("missing history 1 rendering.npi", "hnpi")]
    [InlineData("missing history", "history")]
    [InlineData("missing patient.birth", "birth")]
    [InlineData("missing diagnoses", "diagnoses")]
    public void Missing_takes_one_default_away(string line, string expected)
    {
        Claim claim = NotatedTest.Claim($"line 1: 99213 on 2024-05-02\nline 2: 99214\nhistory paid 99213 on 2024-01-01\n{line}");
        HistoryLine? history = claim.History.IsDefault ? null : claim.History[0];
        (string Name, bool IsMissing)[] values =
        [
            ("received", claim.ReceivedDate is null), ("processed", claim.ProcessedDate is null), ("units2", claim.Lines[1].Units is null),
            ("pointers1", claim.Lines[0].DiagnosisPointers.IsDefault), ("rendering", claim.Rendering is null), ("npi", claim.Rendering?.Npi is null),
            ("tax", claim.Billing?.TaxId is null), ("paid", history is { PaidUnits: null }), ("hnpi", history is { Line.Rendering.Npi: null }),
            ("history", history is null), ("birth", claim.Patient?.BirthDate is null), ("diagnoses", claim.Diagnoses.IsDefault),
        ];
        Assert.Equal(expected, string.Join(' ', values.Where(value => value.IsMissing).Select(value => value.Name)));
        if (line == "missing line 2 rendering.npi")
        {
            Assert.Equal((null, claim.Rendering!.TaxId), (claim.Lines[1].Rendering!.Npi, claim.Lines[1].Rendering!.TaxId));
        }
    }

    [Theory]
    [InlineData("as of 2025-01-01", "2025-01-01")]
    [InlineData("missing processed", "2024-05-12")]
    [InlineData("missing processed, received", "2024-05-02")]
    public void The_as_of_date_is_said_or_follows_from_the_claim(string line, string expected) =>
        Assert.Equal(expected, Shown(NotatedTest.Case($"claim professional\nline 1: 99213 on 2024-05-02\n{line}\nexpect clean").AsOf));

    [Fact]
    public void Absent_and_empty_are_told_apart()
    {
        Claim claim = NotatedTest.Claim("claim professional\nline 1: 99213 on 2024-05-02\nno certificates\nno authorizations\nno diagnoses\nno suggestions");
        Assert.False(claim.Billing!.Certificates.IsDefault || claim.Authorizations.IsDefault || claim.Diagnoses.IsDefault);
        Assert.Empty(claim.Diagnoses);
        Assert.Empty(claim.CodingRecord!.Suggestions);
    }

    [Fact]
    public void A_test_of_each_value_is_a_case_for_each()
    {
        ImmutableArray<TestCase> cases = NotatedTest.Read(
            "test each m in { 24, 25, XE } \"paid with {m}\"", "claim professional\nline 1: 99213-{m} on 2024-05-02\nexpect line 1 clean", out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(["paid with 24", "paid with 25", "paid with XE"], cases.Select(test => test.Title));
        Assert.Equal(["24", "25", "XE"], cases.Select(test => test.Claim!.Lines[0].Modifiers.Single().ToString()));
    }

    private static string Shown(params DateOnly?[] dates) => string.Join(' ', dates.Select(date => FormattableString.Invariant($"{date:yyyy-MM-dd}")));
}
