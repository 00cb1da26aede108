using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using Xunit;

namespace EditEngine.Tests.Json;

public sealed class JsonClaimReaderTests
{
    [Fact]
    public void What_is_absent_or_null_is_missing_or_empty_as_the_schema_says()
    {
        Claim absent = JsonReading.Good(JsonReading.One(JsonReading.Smallest));
        Claim nulls = JsonReading.Good(JsonReading.With(
            """
            "payer":null,"from":null,"totalCharge":null,"billType":null,"patient":null,"billing":null,"diagnoses":null,"history":null,"attachments":null,"facts":null
            """));
        Assert.All([absent, nulls], claim =>
        {
            Assert.Null(claim.Payer);
            Assert.Null(claim.From);
            Assert.Null(claim.TotalChargeCents);
            Assert.True(claim.BillType.IsMissing);
            Assert.Null(claim.Patient);
            Assert.Null(claim.Billing);
            Assert.True(claim.Diagnoses.IsDefault);
            Assert.True(claim.History.IsDefault);
            Assert.True(claim.Authorizations.IsDefault);
            Assert.True(claim.Lines[0].DiagnosisPointers.IsDefault);
            Assert.Empty(claim.Attachments);
            Assert.Empty(claim.Notes);
            Assert.Empty(claim.OtherPayers);
            Assert.Empty(claim.Procedures);
            Assert.Empty(claim.ConditionCodes);
            Assert.Empty(claim.OccurrenceCodes);
            Assert.Empty(claim.ValueCodes);
            Assert.Empty(claim.Lines[0].Modifiers);
            Assert.Empty(claim.Lines[0].Surfaces);
            Assert.Empty(claim.Facts);
        });
    }

    [Fact]
    public void An_empty_list_is_there()
    {
        Claim claim = JsonReading.Good(JsonReading.With(
            """
            "diagnoses":[],"history":[],"authorizations":[],"billing":{"clia":[]},"codingRecord":{"suggestions":[{"code":"A","evidence":[]}]}
            """));
        Assert.False(claim.Diagnoses.IsDefault);
        Assert.False(claim.History.IsDefault);
        Assert.False(claim.Authorizations.IsDefault);
        Assert.Equal([], Assert.IsType<Provider>(claim.Billing).Certificates);
        Assert.False(claim.CodingRecord!.Suggestions[0].Evidence.IsDefault);
        Assert.False(JsonReading.Line("""  "diagnosisPointers":[] """).DiagnosisPointers.IsDefault);
    }

    [Theory]
    [InlineData("150", 15000L)]
    [InlineData("150.00", 15000L)]
    [InlineData("13.6", 1360L)]
    [InlineData("0.01", 1L)]
    [InlineData("-0.1", -10L)]
    [InlineData("1.5e2", 15000L)]
    [InlineData("0e99999999999", 0L)]
    [InlineData("10000000000000", 1_000_000_000_000_000L)]
    public void Money_becomes_cents_exactly(string number, long cents) =>
        Assert.Equal(cents, JsonReading.Line($"\"charge\":{number}").ChargeCents);

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("1000000000000000000000000000e-27", "1")]
    [InlineData("1.00000000000000000000000000000000000", "1")]
    [InlineData("12E-1", "1.2")]
    public void Units_are_exact(string number, string units) =>
        Assert.Equal(decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture), JsonReading.Line($"\"units\":{number}").Units);

    [Theory]
    [InlineData("\"0131\"", "131")]
    [InlineData("\"131\"", "131")]
    [InlineData("\"012X\"", "12X")]
    public void A_bill_type_loses_its_leading_zero(string billType, string printed) =>
        Assert.Equal(printed, JsonReading.Good(JsonReading.With($"\"billType\":{billType}")).BillType.ToString());

    [Theory]
    [InlineData("\"ICD-10-CM\"", CodeSystem.Diagnosis)]
    [InlineData("\"ICD-10-PCS\"", CodeSystem.InpatientProcedure)]
    [InlineData("\"HCPCS\"", CodeSystem.Procedure)]
    [InlineData("null", CodeSystem.Procedure)]
    public void A_suggestion_takes_its_system_wherever_it_stands(string system, CodeSystem expected)
    {
        Claim claim = JsonReading.Good(JsonReading.With($$"""  "codingRecord":{"suggestions":[{"code":"I50.9","system":{{system}}}]} """));
        Assert.Equal(Code.From(expected, "I50.9"), claim.CodingRecord!.Suggestions[0].Code);
    }

    [Theory]
    [InlineData("2024-05-02T14:30:00Z", "2024-05-02T14:30:00+00:00")]
    [InlineData("2024-05-02T14:30:00.25-05:00", "2024-05-02T19:30:00.25+00:00")]
    public void Instants_keep_their_offset(string text, string utc)
    {
        Claim claim = JsonReading.Good(JsonReading.With($$"""  "codingRecord":{"suggestions":[{"code":"A","reviewedAt":"{{text}}"}]} """));
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), claim.CodingRecord!.Suggestions[0].ReviewedAt);
    }

    [Theory]
    [InlineData("08:05", 8, 5, 0)]
    [InlineData("23:59:58", 23, 59, 58)]
    [InlineData("08:05:00-05:00", 8, 5, 0)]
    public void Times_are_the_clock_that_was_shown(string text, int hour, int minute, int second) =>
        Assert.Equal(new TimeOnly(hour, minute, second), JsonReading.Line($"\"startTime\":\"{text}\"").StartTime);

    [Fact]
    public void Escapes_are_read_in_names_words_codes_and_texts()
    {
        Claim claim = JsonReading.Good(JsonReading.One("""{"i\u0064":"\u00c4\ud83d\ude00","type":"d\u0065ntal","billType":"\u0030131","from":null,"lines":[{"number":1}]}"""));
        Assert.Equal("Ä😀", claim.Id);
        Assert.Equal(ClaimType.Dental, claim.Type);
        Assert.Equal("131", claim.BillType.ToString());
    }

    [Fact]
    public void Facts_keep_their_types()
    {
        ImmutableSortedDictionary<string, FactValue> facts = JsonReading.Good(JsonReading.With("""  "facts":{"z":2.5,"gold":true,"tier":"A","none":null} """)).Facts;
        Assert.Equal(["gold", "tier", "z"], facts.Keys);
        Assert.Equal((2.5m, true, "A"), (facts["z"].Number, facts["gold"].YesNo, facts["tier"].Text));
    }

    [Fact]
    public void Spans_of_days_stand_beside_other_facts()
    {
        const string Members = """  "facts":{"gold":true},"spans":{"coverage":[{"from":"2025-01-01","through":"2025-03-31","value":"HMO"},{"from":"2025-05-01"}],"hospice":[],"not_asked":null} """;
        Claim claim = JsonReading.Good(JsonReading.With(Members));
        Assert.Equal(["coverage", "gold", "hospice"], claim.Facts.Keys);
        Assert.Equal(
            [new FactSpan { From = new DateOnly(2025, 1, 1), Through = new DateOnly(2025, 3, 31), Value = "HMO" }, new FactSpan { From = new DateOnly(2025, 5, 1) }],
            claim.Facts["coverage"].Spans);
        Assert.Empty(claim.Facts["hospice"].Spans);
        Assert.Empty(claim.Validate());
    }

    [Fact]
    public void A_bad_claim_costs_itself_only()
    {
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read($"{JsonReading.Smallest}\n\n  \r\n{{\"id\":\n{JsonReading.Smallest}\r\n");
        Assert.Empty(problems);
        Assert.Equal([true, false, true], claims.Select(claim => claim.Claim is not null));
        Assert.Equal([1L, 4L, 5L], claims.Select(claim => ((JsonPlace)claim.Place).Line));
        Assert.Equal("EDIT5202", Assert.Single(claims[1].Problems).Id);
    }

    [Fact]
    public void The_id_of_a_bad_claim_is_known()
    {
        ReadClaim read = JsonReading.One("""{"id":"A7","type":"dental","lines":[{"number":1}],"from":"x"}""");
        Assert.Null(read.Claim);
        Assert.Equal("A7", read.Id);
    }

    [Fact]
    public void Of_many_problems_twenty_are_shown_and_the_rest_counted()
    {
        ReadClaim read = JsonReading.With(string.Join(",", Enumerable.Range(0, 50).Select(i => $"\"unknown{i}\":[]")));
        Assert.Equal(21, read.Problems.Length);
        Assert.Equal("30 more problems of this claim are not shown.", read.Problems[^1].Message);
    }

    [Fact]
    public void An_error_is_shown_behind_however_many_warnings()
    {
        string doubtful = string.Join(",", Enumerable.Range(0, 50).Select(i => $"\"unknown{i}\":[]"));
        ReadClaim read = JsonReading.With($$"""  "history":[{"claimId":"H","number":1,"status":"paid",{{doubtful}}}],"from":"x","through":"y" """);
        Assert.Null(read.Claim);
        Assert.Equal(22, read.Problems.Length);
        Assert.Equal(["EDIT5208"], read.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Id));
        Assert.Equal("31 more problems of this claim are not shown.", read.Problems[^1].Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void One_list_or_claims_printed_over_lines_are_read_too(int step)
    {
        string printed = JsonReading.Smallest.Replace(",", ",\n  ", StringComparison.Ordinal).Replace("{\"id", "{\n  \"id", StringComparison.Ordinal);
        string bad = printed.Replace("\"A\"", "\"}]{\\\"\", \"form\": 1", StringComparison.Ordinal);
        string[] texts = [$"[{JsonReading.Smallest}, {bad},\n{printed}]\n", $"{printed}\n{bad}\n{printed}", $"\uFEFF[\n{printed},{bad},{printed}\n]"];
        Assert.All(texts, text =>
        {
            (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read(Encoding.UTF8.GetBytes(text), step: step);
            Assert.Empty(problems);
            Assert.Equal([true, false, true], claims.Select(claim => claim.Claim is not null));
            Diagnostic problem = Assert.Single(claims[1].Problems);
            Assert.Equal("EDIT5204", problem.Id);
            JsonPlace place = Assert.IsType<JsonPlace>(problem.Place);
            string line = text.TrimStart('\uFEFF').Split('\n')[(int)place.Line - 1];
            Assert.StartsWith("\"form\"", line[((int)place.BytePosition! - 1)..], StringComparison.Ordinal); // ASCII lines
        });
    }

    [Fact]
    public void A_list_cut_off_says_so()
    {
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read($"[{JsonReading.Smallest},");
        Assert.Single(claims);
        Assert.Equal("EDIT5233", Assert.Single(problems).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    public void A_claim_beyond_the_limit_is_passed_over(int step)
    {
        string text = $"{JsonReading.Smallest}\n{new string('x', 9000)}\n{JsonReading.Smallest}";
        (List<ReadClaim> claims, _) = JsonReading.Read(Encoding.UTF8.GetBytes(text), limit: 1000, step);
        Assert.Equal([true, false, true], claims.Select(claim => claim.Claim is not null));
        Assert.Equal("EDIT5231", Assert.Single(claims[1].Problems).Id);
        Assert.Equal(3, ((JsonPlace)claims[2].Place).Line);
    }

    [Fact]
    public void In_a_list_nothing_behind_a_claim_beyond_the_limit_is_made_up()
    {
        string text = $"[{JsonReading.Smallest},{{\"id\":\"{new string(',', 200_000)}\"}},{JsonReading.Smallest}]";
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read(Encoding.UTF8.GetBytes(text), limit: 1000);
        Assert.Equal([true, false], claims.Select(claim => claim.Claim is not null));
        Assert.Equal("EDIT5231", Assert.Single(claims[1].Problems).Id);
        Assert.Equal("EDIT5234", Assert.Single(problems).Id);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_in_utf16_is_one_fault(string encoding)
    {
        Encoding utf16 = Encoding.GetEncoding(encoding);
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read([.. utf16.GetPreamble(), .. utf16.GetBytes(JsonReading.Smallest)]);
        Assert.Empty(claims);
        Assert.Equal("EDIT5232", Assert.Single(problems).Id);
    }

    [Fact]
    public void Zero_bytes_are_no_text()
    {
        (List<ReadClaim> claims, ImmutableArray<Diagnostic> problems) = JsonReading.Read([1, 0, 0, 7]);
        Assert.Empty(claims);
        Assert.Equal("EDIT5232", Assert.Single(problems).Id);
    }

    [Fact]
    public void Latin_1_makes_a_claim_bad_at_the_byte()
    {
        (List<ReadClaim> claims, _) = JsonReading.Read([.. "{\"id\":\""u8, 0xE4, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(JsonReading.Smallest)]);
        Diagnostic problem = Assert.Single(claims[0].Problems);
        Assert.Equal("claims.jsonl: line 1, byte 8: error EDIT5230: The byte E4 is no part of a UTF-8 character. Claims in JSON are UTF-8. Save the file as UTF-8.", problem.ToString());
        Assert.NotNull(claims[1].Claim);
    }

    [Fact]
    public void A_stream_that_fails_ends_the_file_with_a_problem()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(JsonReading.Smallest, 5000)));
        using MemoryStream packed = new();
        using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        byte[] broken = packed.ToArray();
        broken[100_000] ^= 0xFF;
        Array.Fill(broken, (byte)0xFF, 131_000, 1000);
        using Formats.Json.JsonClaimReader reader = new(
            new System.IO.Compression.GZipStream(new MemoryStream(broken), System.IO.Compression.CompressionMode.Decompress), "claims.jsonl.gz");
        while (reader.Read() is not null)
        {
        }

        Assert.Equal("EDIT5234", Assert.Single(reader.FileProblems).Id);
        Assert.Null(reader.Read());
    }
}
