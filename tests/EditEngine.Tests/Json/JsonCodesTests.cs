using EditEngine.Claims;
using EditEngine.Formats;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>Codes that are not written as they are meant.</summary>
public sealed class JsonCodesTests
{
    [Theory]
    [InlineData("\"revenueCode\":\"450\"", "revenue", "0450")]
    [InlineData("\"revenueCode\":\"1\"", "revenue", "0001")]
    [InlineData("\"placeOfService\":\"2\"", "place", "02")]
    [InlineData("\"procedure\":\"100\"", "procedure", "00100")]
    [InlineData("\"procedure\":\"42t\"", "procedure", "0042T")]
    [InlineData("\"tooth\":\"03\"", "tooth", "3")]
    [InlineData("\"quadrant\":\"1\"", "quadrant", "01")]
    [InlineData("\"ambulanceConditions\":[\"1\"]", "ambulance_conditions", "01")]
    public void Lost_zeros_of_a_line_are_put_back(string member, string field, string expected) =>
        AssertRestored(JsonReading.WithLine(member), read => FieldTable.Find(ThingKinds.Line, field)!.ValueOf(read, read.Lines[0]), expected);

    [Theory]
    [InlineData("\"drg\":\"57\"", "drg", "057")]
    [InlineData("\"dischargeStatus\":\"1\"", "discharge_status", "01")]
    [InlineData("\"conditionCodes\":[\"9\"]", "conditions", "09")]
    [InlineData("\"occurrenceCodes\":[{\"code\":\"1\"}]", "occurrences", "01")]
    [InlineData("\"valueCodes\":[{\"code\":\"1\"}]", "values", "01")]
    [InlineData("\"frequency\":\"01\"", "frequency", "1")]
    [InlineData("\"admissionType\":\"01\"", "admission_type", "1")]
    [InlineData("\"admissionSource\":\"01\"", "admission_source", "1")]
    [InlineData("\"delayReason\":\"07\"", "delay_reason", "7")]
    [InlineData("\"billing\":{\"specialty\":\"8\"}", "", "08")]
    public void Lost_zeros_of_a_claim_are_put_back(string member, string field, string expected) =>
        AssertRestored(JsonReading.With(member), read => field.Length == 0 ? read.Billing!.Specialty : FieldTable.Find(ThingKinds.Claim, field)!.ValueOf(read, read), expected);

    [Theory]
    [InlineData("\"revenueCode\":\" 0450 \"")]
    [InlineData("\"placeOfService\":\"02\"")]
    [InlineData("\"tooth\":\"A\"")]
    [InlineData("\"tooth\":\"13\"")]
    [InlineData("\"quadrant\":\"UR\"")]
    [InlineData("\"procedure\":\"d7140\"")]
    [InlineData("\"procedure\":\"KAQD1\",\"revenueCode\":\"0022\"")]
    public void What_is_right_is_read_without_a_word(string member) => Assert.Empty(JsonReading.WithLine(member).Problems);

    [Theory]
    [InlineData("\"procedure\":\"99213-25\"", "lines[0].procedure")]
    [InlineData("\"modifiers\":[\"25\",\"2-5\"]", "lines[0].modifiers[1]")]
    [InlineData("\"tooth\":\"3,4\"", "lines[0].tooth")]
    [InlineData("\"quadrant\":\"UR/UL\"", "lines[0].quadrant")]
    [InlineData("\"revenueCode\":\"0450-A\"", "lines[0].revenueCode")]
    [InlineData("\"ndc\":{\"code\":\"23-2227-30\"}", "lines[0].ndc.code")]
    public void What_no_code_looks_like_is_told_and_kept(string member, string path)
    {
        ReadClaim read = JsonReading.WithLine(member);
        Assert.NotNull(read.Claim);
        Assert.Contains(path + ": warning EDIT5222", Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"procedure\":\"A0110\",\"revenueCode\":\"0024\"", "A0110", "")]
    [InlineData("\"revenueCode\":\"0024\",\"procedure\":\"A0110\"", "A0110", "")]
    [InlineData("\"hipps\":\"KAQD1\",\"revenueCode\":\"0022\"", "KAQD1", "")]
    [InlineData("\"procedure\":\"A0110\",\"revenueCode\":\"0540\"", "", "A0110")]
    public void What_payment_groups_are_billed_by_is_no_procedure(string members, string hipps, string procedure)
    {
        ServiceLine line = JsonReading.WithLine(members).Claim!.Lines[0]; // it reads
        Assert.Equal((hipps, procedure), (line.Hipps.ToString(), line.Procedure.ToString()));
    }

    [Theory]
    [InlineData("""{"resourceType":"Claim","id":"F1","status":"active","item":[{"sequence":1}]}""", "This is FHIR (Claim), which is not read.")]
    [InlineData("""{"id":"F1","resourceType":"Bundle","type":"collection","entry":[]}""", "This is FHIR (Bundle), which is not read.")]
    public void A_fhir_resource_is_told_in_one_line(string text, string expected)
    {
        ReadClaim read = JsonReading.One(text);
        Assert.Null(read.Claim);
        Assert.Contains("error EDIT5235: " + expected, Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
    }

    private static void AssertRestored(ReadClaim read, Func<Claim, object?> value, string expected)
    {
        object? found = value(read.Claim!); // a warning only
        Assert.Equal(expected, found is IEnumerable<EditEngine.Codes.Code> codes ? Assert.Single(codes).ToString() : found?.ToString());
        Assert.Contains($"warning EDIT5221: ", Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
    }
}
