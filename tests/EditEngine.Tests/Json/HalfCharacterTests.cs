using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>Half of a surrogate pair is a problem of its claim wherever it is, and no text with one breaks a writer.</summary>
public sealed class HalfCharacterTests
{
    private static readonly string[] Halves = ["\\ud800", "\\uDFFF", "x\\udbff\\u0041", "\\ud800\\ud800", "\\udc00\\ud800", "\\\\\\ud83d"];

    private static readonly string[] Whole = ["\\ud83d\\ude00", "\\\\ud800", "\\uD7FF\\uE000", "\\\\\\\\udfff"];

    [Fact]
    public void In_every_text_and_name_of_a_claim_it_costs_that_claim_only()
    {
        int places = 0;
        byte[] next = Encoding.ASCII.GetBytes(JsonReading.Smallest);
        for (int seed = 0; seed < 12; seed++)
        {
            byte[] claim = [.. RandomClaims.Line(seed).AsSpan().TrimEnd((byte)'\n')];
            foreach ((int at, bool isName) in Texts(claim))
            {
                string half = Halves[places++ % Halves.Length];
                (List<ReadClaim> claims, _) = JsonReading.Read([.. claim[..at], .. Encoding.ASCII.GetBytes(half), .. claim[at..], (byte)'\n', .. next]);
                string what = $"seed {seed}, byte {at}: {string.Join(' ', claims[0].Problems)}";
                Assert.True(claims.Count == 2 && claims[1].Claim is not null, what);
                Assert.True(claims[0].Claim is null && claims[0].Problems.Any(problem => problem.Id == "EDIT5217"), what);
                Assert.True(isName || claims[0].Problems.Any(problem => problem is { Id: "EDIT5217", Place: JsonPlace { Path: not null } }), what);
            }
        }

        Assert.InRange(places, 500, 10_000);
    }

    [Theory]
    [InlineData("""  "history":[{"claimId":"H","number":1,"status":"paid","not_read":"*"}] """)]
    [InlineData("""  "history":[{"claimId":"H","number":1,"status":"paid","not_read":{"a":[1,{"*":2}]}}] """)]
    [InlineData("""  "history":[{"claimId":"H","number":1,"status":"paid","*":1}] """)]
    [InlineData("""  "facts":{"*":1} """)]
    [InlineData("""  "facts":{"a":"*"} """)]
    [InlineData("""  "codingRecord":{"suggestions":[{"code":"A","reviewedAt":"2024-05-02T14:30:00*-05:00"}]} """)]
    [InlineData("""  "patient":{"sex":"*"} """)]
    [InlineData("""  "notes":["a","*"] """)]
    public void In_what_is_passed_over_too(string members)
    {
        foreach (string half in Halves)
        {
            ReadClaim read = JsonReading.With(members.Replace("*", half, StringComparison.Ordinal));
            Assert.Null(read.Claim);
            Assert.Contains(read.Problems, problem => problem.Id == "EDIT5217");
        }

        foreach (string whole in Whole)
        {
            Assert.DoesNotContain(JsonReading.With(members.Replace("*", whole, StringComparison.Ordinal)).Problems, problem => problem.Id == "EDIT5217");
        }
    }

    [Fact]
    public void A_hundred_thousand_of_them_take_no_exceptions()
    {
        string notes = string.Join(',', Enumerable.Repeat("\"\\ud800\"", 100_000));
        int thrown = 0, thread = Environment.CurrentManagedThreadId;
        void Count(object? sender, FirstChanceExceptionEventArgs one) => thrown += Environment.CurrentManagedThreadId == thread ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        ReadClaim read = JsonReading.With($"\"notes\":[{notes}]");
        AppDomain.CurrentDomain.FirstChanceException -= Count;
        Assert.Null(read.Claim);
        Assert.Equal(21, read.Problems.Length);
        Assert.Equal(0, thrown);
    }

    [Theory]
    [InlineData("\"from\":\"2024-0\\u0035-02\"")]
    [InlineData("\"codingRecord\":{\"suggestions\":[{\"code\":\"A\",\"reviewedAt\":\"2024-05-02T14:3\\u0030:00Z\"}]}")]
    public void A_whole_date_may_be_written_with_escapes(string members) => JsonReading.Good(JsonReading.With(members));

    [Fact]
    public void A_result_of_texts_with_halves_is_written_with_replacement_characters()
    {
        const string Half = "A\ud800", Shown = "A\ufffd";
        Result result = ResultSamples.Full(Half);
        byte[] written = ResultSamples.Written(result);
        Assert.Equal(written, ResultSamples.Written(ResultSamples.Full(Shown)));
        Assert.DoesNotContain("\\ud800", Encoding.UTF8.GetString(written), StringComparison.OrdinalIgnoreCase);
        using JsonDocument document = JsonDocument.Parse(written);
        Assert.Equal(Shown, document.RootElement.GetProperty("claim").GetString());

        using StringWriter table = new();
        new ResultCsvWriter(table).Write(result);
        Assert.Contains("A\\uD800", table.ToString(), StringComparison.Ordinal); // written out, as all that is not seen
        Assert.DoesNotContain('\ud800', table.ToString());
    }

    [Fact]
    public void A_claim_and_an_acknowledgement_of_texts_with_halves_are_written()
    {
        const string Half = "A\udfff";
        Claim claim = JsonReading.Good(JsonReading.One(JsonReading.Smallest)) with { Id = Half, Notes = [Half], Facts = FactValue.NoFacts.Add(Half, new FactValue { Text = Half }) };
        using ClaimWriter claims = new();
        System.Buffers.ArrayBufferWriter<byte> line = new();
        claims.Write(claim, line);
        Assert.Equal("A\ufffd", Assert.Single(JsonReading.Read(line.WrittenSpan.ToArray()).Claims).Claim!.Id);

        using MemoryStream output = new();
        using AcknowledgementWriter writer = new(output, (_, _) => Half);
        writer.Write(new ReadClaim(claim, Half, new JsonPlace(Half, 1, null, Half), []), ResultSamples.Full(Half));
        writer.Finish(new Formats.X12.X12EnvelopeLog(), []);
        Assert.Contains("\"claim\":\"A\ufffd\"", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    // Where each text and each name begins, just behind its quote.
    private static List<(int At, bool IsName)> Texts(byte[] claim)
    {
        List<(int, bool)> places = [];
        Utf8JsonReader json = new(claim);
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                places.Add(((int)json.TokenStartIndex + 1, json.TokenType == JsonTokenType.PropertyName));
            }
        }

        return places;
    }
}
