using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Each diagnostic, raised by one change of a clean file.</summary>
public sealed class X12FaultTests
{
    private const string Professional = "snip/clean_837p.837";
    private const string Institutional = "snip/clean_837i_inpatient.837";
    private const string Dental = "snip/clean_837d.837";
    private const string Secondary = "snip/clean_cob_secondary.837";
    private const string Drug = "snip/clean_ndc.837";

    /// <summary>Errors of claims that can be read: their guide refuses them.</summary>
    private static readonly string[] ReadAllTheSame =
    [
        "EDIT5023", "EDIT5024", "EDIT5029", "EDIT5032", "EDIT5033", "EDIT5036", "EDIT5038", "EDIT5044", "EDIT5070", "EDIT5071", "EDIT5072", "EDIT5073", "EDIT5074", "EDIT5075", "EDIT5076",
        "EDIT5077", "EDIT5078",
    ];

    [Theory]

    // Envelopes.
    [InlineData("EDIT5006", "ISA12", Professional, @"\*00501\*", "*00401*")]
    [InlineData("EDIT5008", "ST03", Professional, @"X222A1~\nST", "X222~\nST")]
    [InlineData("EDIT5012", "SE", Professional, @"GE\*", "SE*1*0001~\nGE*")]
    [InlineData("EDIT5011", "GE", Professional, @"GE\*.*\n", "")]
    [InlineData("EDIT5005", "ST01", Professional, @"ST\*837", "ST*835")]
    [InlineData("EDIT5015", "IEA", Professional, "0101~\n$", "0101")]
    [InlineData("EDIT5014", "CLM 2300", Professional, @"(?s)SV1.*$", "")]
    [InlineData("EDIT5035", "???", Professional, "GE", "~GE")]

    // Segments and loops.
    [InlineData("EDIT5021", "ZZ9 2300", Professional, @"LX\*1", "ZZ9*1~\nLX*1")]
    [InlineData("EDIT5020", "??? 2300", Professional, @"LX\*1", "lx*1")]
    [InlineData("EDIT5022", "CL1 2310A", Institutional, @"LX\*1", "CL1*1*1*01~\nLX*1")]
    [InlineData("EDIT5023", "DMG 2310B", Professional, @"LX\*1", "DMG*D8*20000101*F~\nLX*1")]
    [InlineData("EDIT5024", "NM101 2300", Professional, @"NM1\*82", "NM1*71")]
    [InlineData("EDIT5022", "HL 2000B", Professional, @"HL\*1\*[^~]*~\n", "")]
    [InlineData("EDIT5022", "CLM 2300", Professional, @"HL\*2\*[^~]*~\n", "")]
    [InlineData("EDIT5049", "HL03", Professional, @"HL\*2\*1\*22", "HL*2*1*24")]
    [InlineData("EDIT5025", "SBR 2000B", Professional, @"SBR[^~]*~\n", "")]
    [InlineData("EDIT5025", "BHT", Professional, @"BHT[^~]*~\n", "")]
    [InlineData("EDIT5026", "NM1 2010AA", Professional, @"NM1\*85", "NM1*87")]
    [InlineData("EDIT5026", "NM1 2010BA", Professional, @"NM1\*IL[^~]*~\nN3[^~]*~\nN4[^~]*~\nDMG[^~]*~\n", "")]
    [InlineData("EDIT5036", "NM1 2010BB", Professional, @"NM1\*PR[^~]*~\n", "")]
    [InlineData("EDIT5027", "LX 2400", Professional, @"LX\*1[\s\S]*SE\*", "SE*")]
    [InlineData("EDIT5028", "NM1 2010BA", Professional, @"DMG", "NM1*IL*1*B*C****MI*2~\nDMG")]
    [InlineData("EDIT5029", "NM1 2310B", Professional, @"LX\*1", "NM1*82*1*B*C~\nLX*1")]
    [InlineData("EDIT5030", "LX01 2400", Professional, @"LX\*2", "LX*5")]
    [InlineData("EDIT5037", "LX01 2400", Professional, @"LX\*1~([\s\S]*)LX\*2~", "LX*7~$1LX*8~")]
    [InlineData("EDIT5031", "HL02 2000B", Professional, @"HL\*2\*1", "HL*2*9")]
    [InlineData("EDIT5032", "HL01 2000A", Professional, @"HL\*1\*\*20\*1([\s\S]*)HL\*2\*1", "HL*5**20*1$1HL*6*5")]
    [InlineData("EDIT5033", "SV1 2400", Professional, @"LX\*1~\n", "")]
    [InlineData("EDIT5039", "SV1 2400", Professional, @"LX\*2~\n", "")]
    [InlineData("EDIT5038", "SV1 2400", Institutional, @"SV2\*0250\*\*3000\*UN\*10", "SV1*HC:99213*3000*UN*10")]

    // Elements.
    [InlineData("EDIT5040", "LX02 2400", Professional, @"LX\*1", "LX*1*2")]
    [InlineData("EDIT5041", "NM109 2310B", Professional, "1003000126", "10030001261003000126100300012610030001261003000126100300012610030001261003000126X")]
    [InlineData("EDIT5042", "SV102 2400", Professional, @"\*100\*UN", "*1-00*UN")]
    [InlineData("EDIT5042", "SV104 2400", Professional, @"\*100\*UN\*1", "*100*UN*one")]
    [InlineData("EDIT5042", "SV107-2 2400", Professional, "1:2~", "1:A~")]
    [InlineData("EDIT5042", "HI01-5 2300", Institutional, "HI.DR:292", "HI*BE:80:::x")]
    [InlineData("EDIT5053", "CLM02 2300", Professional, @"PCN0001\*150", "PCN0001*150.005")]
    [InlineData("EDIT5043", "DTP03 2300", Institutional, "20260105-20260108", "20260105-2026010")]
    [InlineData("EDIT5043", "HI01-4 2300", Institutional, "HI.DR:292", "HI*BH:11:D8:20261301")]
    [InlineData("EDIT5044", "DMG02 2010BA", Professional, "19800515", "19801315")]
    [InlineData("EDIT5044", "DTP03 2300", Professional, @"HI\*ABK", "DTP*431*D8*XX~\nHI*ABK")]
    [InlineData("EDIT5045", "NM103 2310B", Professional, "TESTDOC", "TEST\nDOC")]
    [InlineData("EDIT5046", "NM103 2310B", Professional, "TESTDOC", "TESTD\u00D6C")]
    [InlineData("EDIT5047", "CLM01 2300", Professional, "PCN0001", "")]
    [InlineData("EDIT5047", "CLM01 2300", Professional, "PCN0001", "  ")]
    [InlineData("EDIT5048", "HI01 2300", Professional, "11:B:1", "11>B>1")]
    [InlineData("EDIT5048", "CLM05 2300", Professional, "11:B:1", "11>B|1")]
    [InlineData("EDIT5057", "N301 2010AA", Professional, @"(?<=NM1\*85[^~]*~\nN3\*)[^~]*", "P O BOX 12")]
    [InlineData("EDIT5058", "HI01-2 2300", Professional, "ABK:J069", "ABK:J06.9")]
    [InlineData("EDIT5058", "LIN03 2410", Drug, @"LIN\*\*N4\*\d{5}(\d{4})", "LIN**N4*00641-$1-")]
    [InlineData("EDIT5059", "CLM11 2300", Professional, @"11:B:1\*Y\*A\*Y\*Y", "11:B:1*Y*A*Y*Y**OA")]
    [InlineData("EDIT5059", "CLM11-4 2300", Professional, @"11:B:1\*Y\*A\*Y\*Y~", "11:B:1*Y*A*Y*Y**AA~\nDTP*439*D8*20260101~")]
    [InlineData("EDIT5060", "DTP03 2400", Professional, @"(?s)(LX\*2.*?D8\*)20260105", "${1}29990101")]
    [InlineData("EDIT5060", "DTP03 2300", Institutional, "20260105-20260108", "20260105-29990108")]
    [InlineData("EDIT5060", "DTP03 2400", Professional, "EDIT0001.20260115", "EDIT0001*20260104")]
    [InlineData("EDIT5049", "CLM05-2 2300", Dental, "11:B:1", "11:A:1")]
    [InlineData("EDIT5050", "CLM05-2 2300", Institutional, "11:A:1", "11:B:1")]
    [InlineData("EDIT5050", "SV107-2 2400", Professional, "1:2~", "1:2.0~")]
    [InlineData("EDIT5050", "HI02-1 2300", Professional, "ABF:R059", "ZZZ:R059")]
    [InlineData("EDIT5051", "HI01-1 2300", Institutional, "ABK", "ABF")]
    [InlineData("EDIT5052", "SV103 2400", Professional, @"\*100\*UN", "*100*F2")]
    [InlineData("EDIT5052", "DMG03 2010BA", Professional, @"19800515\*F", "19800515*X")]
    [InlineData("EDIT5061", "SV105 2400", Professional, @"\*100\*UN\*1\*\*", "*100*UN*1*2*")]
    [InlineData("EDIT5062", "REF02 2400", Professional, @"LX\*2", "REF*G1*A1~\nREF*G1*A2~\nLX*2")]
    [InlineData("EDIT5052", "HI01 2300", Institutional, "HI.DR:292", "HI*BR:8154")]
    [InlineData("EDIT5054", "HI02-2 2300", Professional, "ABF:R059", "ABF")]
    [InlineData("EDIT5055", "HI03 2300", Professional, "ABF:R059", "ABF*R059")]
    [InlineData("EDIT5049", "SV101-1 2400", Professional, "HC:99213", "ZZ:99213", true)]
    [InlineData("EDIT5049", "SV107-1 2400", Professional, "1:2~", "0:2~", true)]
    [InlineData("EDIT5049", "SV107-2 2400", Professional, "1:2~", "1:-1~", true)]
    [InlineData("EDIT5049", "DTP02 2400", Professional, @"472\*D8", "472*D7")]
    [InlineData("EDIT5047", "SV102 2400", Professional, @"\*100\*UN", "**UN", true)]
    [InlineData("EDIT5025", "N3 2010AA", Professional, @"N3\*100[^~]*~\n", "", true)]
    [InlineData("EDIT5025", "DTP 2400", Professional, @"DTP\*472[^~]*~\n", "", true)]
    [InlineData("EDIT5026", "NM1 2330B", Secondary, @"NM1\*PR\*2\*OTH[^~]*~\n", "", true)]
    [InlineData("EDIT5070", "SV106 2400", Professional, @"\*100\*UN\*1\*\*", "*100*UN*1**9")]
    [InlineData("EDIT5071", "NM109 1000A", Professional, @"46\*SUB001", "46*S")]
    [InlineData("EDIT5072", "BHT05", Professional, @"20260115\*1200\*CH", "20260115*2500*CH")]
    [InlineData("EDIT5073", "SV107-5 2400", Professional, "1:2~", "1:2:1:2:1~")]
    [InlineData("EDIT5074", "NM109 2310B", Professional, @"XX\*1003000126", "XX")]
    [InlineData("EDIT5075", "FRM02 2440", Professional, "LX.2", "LQ*UT*0101~\nFRM*1A~\nLX*2")]
    [InlineData("EDIT5076", "N407 2010AA", Professional, @"\*IL\*627040000", "*IL*627040000****X")]
    [InlineData("EDIT5077", "DTP 2400", Professional, @"(DTP\*472[^~]*~\n)LX", "$1$1LX")]
    [InlineData("EDIT5078", "N3 2010AA", Professional, @"(N3\*100[^~]*~\n)(N4[^~]*~\n)", "$2$1")]
    [InlineData("EDIT5079", "ST01", Professional, @"ST\*837", "ST*")]
    [InlineData("EDIT5080", "GS06", Professional, @"(?s)(GS\*.*GE[^~]*~\n)IEA\*1", "$1$1IEA*2")]
    [InlineData("EDIT5082", "SV102 2400", Professional, @"\*100\*UN", "*-100*UN")]
    [InlineData("EDIT5082", "SV104 2400", Professional, @"\*100\*UN\*1", "*100*UN*-1")]
    [InlineData("EDIT5082", "CLM02 2300", Professional, @"PCN0001\*150", "PCN0001*-150")]
    [InlineData("EDIT5081", "HL04 2000B", Professional, @"HL\*2\*1\*22\*0", "HL*2*1*22*1")]
    [InlineData("EDIT5081", "HL02 2000C", "own_dependent.837", @"\*22\*1", "*22*0", true)]
    [InlineData("EDIT5042", "SVD02 2430", Secondary, @"SVD\*OTH01\*80", "SVD*OTH01*8O")]
    [InlineData("EDIT5042", "CTP04 2410", Drug, @"CTP\*\*\*\*1", "CTP****x")]
    public void One_change_gives_its_diagnostic_at_its_place(string id, string place, string sample, string pattern, string replacement, bool isRead = false)
    {
        string text = X12Samples.Text(sample);
        string changed = new Regex(pattern).Replace(text, replacement, 1);
        Assert.NotEqual(text, changed);
        X12Reading reading = X12Samples.Read(changed);
        Diagnostic found = Assert.Single(reading.Problems, problem => problem.Id == id);
        Assert.Equal(place, Short(Assert.IsType<X12Place>(found.Place)));
        Assert.EndsWith(".", found.Message, StringComparison.Ordinal);
        bool isOfFile = reading.FileProblems.Contains(found);
        isRead |= !isOfFile && found.Severity == Severity.Error && ReadAllTheSame.Contains(id);
        Assert.Equal(!isOfFile && found.Severity == Severity.Error && !isRead, reading.Claims.Any(claim => claim.Claim is null && claim.Problems.Contains(found)));
        Assert.Equal(isRead, found.Severity == Severity.Error && reading.Claims.Any(claim => claim.Claim is not null && !claim.Conforms && claim.Problems.Contains(found)));
    }

    [Fact]
    public void An_error_of_the_billing_provider_makes_each_of_its_claims_bad_and_a_warning_is_told_once()
    {
        string text = TwoClaims(X12Samples.Text(Professional));
        X12Reading bad = X12Samples.Read(text.Replace("TEST FAMILY MEDICINE", "TEST\u0007FAMILY", StringComparison.Ordinal));
        Assert.Equal(2, bad.Claims.Length);
        Assert.All(bad.Claims, claim => Assert.Equal("EDIT5045", Assert.Single(claim.Problems).Id));
        X12Reading doubtful = X12Samples.Read(text.Replace("TEST FAMILY MEDICINE", "TEST F\u00C4MILY", StringComparison.Ordinal));
        Assert.Equal(["EDIT5046", ""], doubtful.Claims.Select(claim => string.Join(' ', claim.Problems.Select(problem => problem.Id))));
    }

    [Fact]
    public void A_separator_of_any_byte_is_no_odd_sign()
    {
        X12Reading reading = X12Samples.Read(X12Samples.Text(Professional).Replace('*', '\u00C1'));
        Assert.NotEmpty(reading.Claims);
        Assert.All(reading.Claims, claim => Assert.Empty(claim.Problems));
        Assert.DoesNotContain(reading.FileProblems, problem => problem.Id == "EDIT5046");
    }

    [Theory]
    [InlineData('>')]
    [InlineData('|')]
    public void A_claim_of_another_separator_than_declared_is_read_by_it_and_the_next_by_the_declared(char used)
    {
        string text = X12Samples.Text(Professional);
        int start = text.IndexOf("CLM*", StringComparison.Ordinal);
        string claim = text[start..text.IndexOf("SE*", StringComparison.Ordinal)];
        string other = claim.Replace("PCN0001", "PCN0000", StringComparison.Ordinal).Replace(':', used);
        X12Reading reading = X12Samples.Read(TwoClaims(text).Insert(start, other));
        Assert.Equal(["PCN0000", "PCN0001", "PCN0002"], reading.Claims.Select(one => one.Claim?.Id));
        Assert.Equal(reading.Claims[1].Claim!.Lines[0].Procedure, reading.Claims[0].Claim!.Lines[0].Procedure); // the claims differ in their signs only
        Assert.Equal(reading.Claims[1].Claim!.Diagnoses, reading.Claims[0].Claim!.Diagnoses);
        Diagnostic told = Assert.Single(reading.Claims.SelectMany(one => one.Problems));
        Assert.Equal(("EDIT5056", "CLM05 2300"), (told.Id, Short((X12Place)told.Place!))); // reader problems have places
    }

    [Fact]
    public void A_bad_claim_leaves_its_neighbour_good()
    {
        string text = TwoClaims(X12Samples.Text(Professional));
        X12Reading reading = X12Samples.Read(text.Replace("PCN0001*150*", "PCN0001*15O*", StringComparison.Ordinal));
        Assert.Null(reading.Claims[0].Claim);
        Assert.Equal("PCN0001", reading.Claims[0].Id);
        Assert.NotNull(reading.Claims[1].Claim);
    }

    /// <summary>A name of the transaction, of the billing provider, the subscriber or the payer where it has no place.</summary>
    [Theory]
    [InlineData("NM1*41*2*X*****46*S1~", "CLM*", "EDIT5029")]
    [InlineData("NM1*85*2*X*****XX*1234567893~\nN3*1 ST~\nN4*SPRINGFIELD*IL*62704~", "NM1*IL", "EDIT5029")]
    [InlineData("NM1*40*2*X*****46*S1~", "LX*2", "EDIT5029")]
    [InlineData("NM1*IL*1*X*Y****MI*M2~", "LX*1", "EDIT5029")]
    [InlineData("NM1*87*2~", "LX*1", "EDIT5024")]
    public void A_surplus_name_is_passed_over_and_open_loops_stay_open(string name, string before, string id)
    {
        string text = X12Samples.Text(Professional);
        int at = text.IndexOf(before, StringComparison.Ordinal);
        X12Reading reading = X12Samples.Read(text.Insert(at, name + "\n").Replace("SE*29", $"SE*{29 + name.Split('~').Length - 1}", StringComparison.Ordinal));
        Assert.Equal(id, Assert.Single(reading.Problems).Id);
        Assert.Equal(X12Samples.Read(text).Single.Billing?.Npi, reading.Single.Billing?.Npi);
        Assert.Equal(2, reading.Single.Lines.Length);
        Assert.Equal("MEM0001", reading.Single.Patient?.MemberId);
    }

    private static string TwoClaims(string text)
    {
        string claim = text[text.IndexOf("CLM*", StringComparison.Ordinal)..text.IndexOf("SE*", StringComparison.Ordinal)];
        return text.Replace("SE*29", claim.Replace("PCN0001", "PCN0002", StringComparison.Ordinal) + "SE*39", StringComparison.Ordinal);
    }

    private static string Short(X12Place place)
    {
        string text = place.SegmentTag;
        text += place.Element is int element ? $"{element:00}" : "";
        text += place.Component is int component ? $"-{component}" : "";
        return place.Loop is null ? text : $"{text} {place.Loop}";
    }
}
