using EditEngine.Diagnostics;
using EditEngine.Formats;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>What is said of each fault. The claim or line has the members given after its required ones.</summary>
public sealed class JsonProblemTests
{
    [Theory]
    [InlineData("\"lineofbusines\":\"x\"", "lineofbusines: error EDIT5204: 'lineofbusines' is not a member here. Did you mean 'lineOfBusiness'?")]
    [InlineData("\"bill_type\":\"131\"", "bill_type: error EDIT5204: 'bill_type' is not a member here. Did you mean 'billType'?")]
    [InlineData("\"patient\":{\"weight\":3}", "patient.weight: error EDIT5204: 'weight' is not a member here. Members here are memberId, birthDate, sex, missingTeeth.")]
    [InlineData("\"id\":\"B\"", "id: error EDIT5205: 'id' stands twice in one object. Each member stands once. Take one of the two out.")]
    [InlineData("\"facts\":{\"a\":1,\"a\":2}", "facts.a: error EDIT5205: 'a' stands twice in one object. Each member stands once. Take one of the two out.")]
    [InlineData("\"diagnoses\":[{\"code\":\"A00\"},{}]", "diagnoses[1].code: error EDIT5206: 'code' is missing or empty. It is required here.")]
    [InlineData("\"diagnoses\":[null]", "diagnoses[0]: error EDIT5207: null stands here. What fits is an object in { }.")]
    [InlineData("\"diagnoses\":{}", "diagnoses: error EDIT5207: An object stands here. What fits is a list in [ ].")]
    [InlineData("\"payer\":[1,{\"a\":2}]", "payer: error EDIT5207: A list stands here. What fits is text in double quotes.")]
    [InlineData("\"billType\":131", "billType: error EDIT5207: The number 131 stands here. What fits is text in double quotes. Write \"131\".")]
    [InlineData("\"totalCharge\":\"13.60\"", "totalCharge: error EDIT5207: A text stands here. What fits is a number without quotes. Write 13.60 without quotes.")]
    [InlineData("\"totalCharge\":true", "totalCharge: error EDIT5207: true stands here. What fits is a number without quotes.")]
    [InlineData("\"spans\":{\"a\":{\"from\":\"2025-01-01\"}}", "spans.a: error EDIT5207: An object stands here. What fits is a list in [ ].")]
    [InlineData("\"spans\":{\"a\":[{\"plan\":\"HMO\"}]}", "spans.a[0].plan: error EDIT5204: 'plan' is not a member here. Members here are from, through, value.")]
    [InlineData("\"facts\":{\"a\":[]}", "facts.a: error EDIT5207: A list stands here. What fits is a text, a number, true or false.")]
    [InlineData("\"from\":\"20240502\"", "from: error EDIT5208: '20240502' is not a date. A date is written year-month-day, as 2024-05-02. Write \"2024-05-02\" if that is the day meant.")]
    [InlineData("\"from\":\"2023-02-29\"", "from: error EDIT5208: '2023-02-29' is not a date. A date is written year-month-day, as 2024-05-02.")]
    [InlineData("\"codingRecord\":{\"suggestions\":[{\"code\":\"A\",\"suggestedAt\":\"2024-05-02T14:30:00\"}]}", "codingRecord.suggestions[0].suggestedAt: error EDIT5209: '2024-05-02T14:30:00' is not a point in time. It is written with date, time to the second and offset, as 2024-05-02T14:30:00Z or 2024-05-02T14:30:00-05:00.")]
    [InlineData("\"codingRecord\":{\"suggestions\":[{\"code\":\"A\",\"confidence\":1.01}]}", "codingRecord.suggestions[0].confidence: error EDIT5213: 1.01 does not fit here. What fits is a number from 0 to 1.")]
    [InlineData("\"patient\":{\"sex\":\"f\"}", "patient.sex: error EDIT5211: 'f' is not one of the words allowed here. They are F, M, U. Did you mean 'F'?")]
    [InlineData("\"totalCharge\":13.605", "totalCharge: error EDIT5212: 13.605 is not a whole number of cents. Money is in dollars with at most two decimals.")]
    [InlineData("\"totalCharge\":1e40", "totalCharge: error EDIT5213: 1e40 does not fit here. What fits is a number of at most 28 digits.")]
    [InlineData("\"totalCharge\":1e15", "totalCharge: error EDIT5213: 1e15 does not fit here. What fits is an amount of at most ten trillion dollars.")]
    [InlineData("\"payer\":\"\\ud800\"", "payer: error EDIT5217: The text holds half of a surrogate pair. A \\ud8xx escape is followed by a \\udcxx escape. Write the character itself in UTF-8.")]
    [InlineData("\"conditionCodes\":[\"\"]", "conditionCodes[0]: warning EDIT5220: An empty text stands in a list of codes, and was left out.")]
    [InlineData("\"history\":[{\"claimId\":\"H\",\"number\":0,\"status\":\"paid\",\"paidUnit\":2}]", "history[0].paidUnit: warning EDIT5219: 'paidUnit' is not a member that is read here, and was left out. Did you mean 'paidUnits'?")]
    [InlineData("\"payer\":nul", "payer: error EDIT5201: The JSON breaks at '}'. A claim is one complete JSON object. Look at the quotes, commas and brackets just before this place.")]
    public void Says_what_is_wrong_with_the_claim(string members, string expected) => AssertOne(JsonReading.With(members), expected);

    [Theory]
    [InlineData("\"number\":2", "number: error EDIT5205: 'number' stands twice in one object. Each member stands once. Take one of the two out.")]
    [InlineData("\"diagnosisPointers\":[1,0]", "diagnosisPointers[1]: error EDIT5213: 0 does not fit here. What fits is a whole number, 1 or more.")]
    [InlineData("\"diagnosisPointers\":[1.5]", "diagnosisPointers[0]: error EDIT5213: 1.5 does not fit here. What fits is a whole number, 1 or more.")]
    [InlineData("\"modifiers\":[\"21\",\"22\",\"23\",\"24\",\"25\"]", "modifiers: error EDIT5215: 5 stand in this list. It holds at most 4.")]
    [InlineData("\"startTime\":\"8:00\"", "startTime: error EDIT5210: '8:00' is not a time of day. It is written as 14:30 or 14:30:00.")]
    [InlineData("\"otherPayers\":[{\"adjustments\":[{\"group\":\"XX\",\"reason\":\"45\"}]}]", "otherPayers[0].adjustments[0].group: error EDIT5211: 'XX' is not one of the words allowed here. They are CO, PR, OA, PI, CR.")]
    public void Says_what_is_wrong_with_the_line(string members, string expected) => AssertOne(JsonReading.WithLine(members), "lines[0]." + expected);

    [Theory]
    [InlineData("{}", "line 1, byte 1, id: error EDIT5206", "line 1, byte 1, type: error EDIT5206", "line 1, byte 1, lines: error EDIT5206")]
    [InlineData("{\"id\":\" \",\"type\":\"dental\",\"lines\":[{\"number\":1}]}", "line 1, byte 1, id: error EDIT5206")]
    [InlineData("{\"id\":1,\"type\":\"Dental\",\"lines\":[]}", "line 1, byte 7, id: error EDIT5207", "line 1, byte 16, type: error EDIT5211", "line 1, byte 33, lines: error EDIT5214")]
    [InlineData("{\"id\":\"A\",\"type\":\"dental\",\"lines\":[{\"number\":1},{\"number\":1},{}]}", "line 1, byte 59, lines[1].number: error EDIT5216", "line 1, byte 62, lines[2].number: error EDIT5206")]
    [InlineData("17", "line 1, byte 1: error EDIT5203")]
    [InlineData("{\"id\":\"A\",\"type\":\"dental\",\"lines\":[{\"number\":1}]} {}", "line 1, byte 51: error EDIT5201")]
    [InlineData("{\"id\":\"A\",}", "line 1, byte 11, id: error EDIT5201")]
    [InlineData("{\"id\":\"A\"", "line 1, byte 10, id: error EDIT5202")]
    public void Says_where_it_is(string text, params string[] expected)
    {
        ReadClaim read = JsonReading.One(text);
        Assert.Null(read.Claim);
        Assert.Equal(expected.Length, read.Problems.Length);
        Assert.All(read.Problems.Zip(expected), pair => Assert.StartsWith("claims.jsonl: " + pair.Second, pair.First.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Brackets_within_brackets_end_at_a_bound(string opening)
    {
        ReadClaim read = JsonReading.With("\"history\":" + string.Concat(Enumerable.Repeat(opening, 100_000)));
        Diagnostic problem = read.Problems[^1];
        Assert.Equal(("EDIT5270", "More than 64 objects and lists stand one inside of the other. Claims and results have at most eight."), (problem.Id, problem.Message));
    }

    [Fact]
    public void A_claim_has_at_most_999_lines()
    {
        static string Claim(int lines) =>
            $$"""{"id":"A","type":"dental","lines":[{{string.Join(",", Enumerable.Range(1, lines).Select(i => $"{{\"number\":{i}}}"))}}]}""";
        Assert.Equal(999, JsonReading.Good(JsonReading.One(Claim(999))).Lines.Length);
        Assert.Equal("1000 stand in this list. It holds at most 999.", Assert.Single(JsonReading.One(Claim(1000)).Problems).Message);
    }

    private static void AssertOne(ReadClaim read, string expected)
    {
        string said = Assert.Single(read.Problems).ToString();
        Assert.EndsWith(", " + expected, said, StringComparison.Ordinal);
        Assert.Equal(said.Contains(": warning ", StringComparison.Ordinal), read.Claim is not null);
    }
}
