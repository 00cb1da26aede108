using System.Text.Json;
using EditEngine.Outcomes;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Json;

public sealed class AcknowledgementWriterTests
{
    [Fact]
    public void A_finding_comes_with_the_element_that_was_sent()
    {
        JsonElement answer = Answer("snip/L5_pos_98.837", Reject);
        JsonElement claim = Assert.Single(answer.GetProperty("claims").EnumerateArray());
        Assert.Equal("PCN0001 rejected A7", Words(claim, "claim", "status", "category"));
        JsonElement message = Assert.Single(claim.GetProperty("messages").EnumerateArray());
        Assert.Equal("E1 reject lines[0].placeOfService", Words(message, "id", "severity", "path"));
        Assert.Equal("2300 CLM 5 1 655 98", Words(message.GetProperty("place"), "loop", "segment", "element", "component", "offset", "value"));
        Assert.Equal(["interchange 000000101 accepted", "group 101 accepted", "transaction 0001 accepted"], Envelopes(answer));
    }

    [Theory]
    [InlineData("L1_se_count", "rejected A3", "transaction 0001 rejected", "EDIT5010 IK502 4", "1 17")]
    [InlineData("L1_bad_date", "rejected A3", "transaction 0001 accepted with errors", "EDIT5043 IK403 8", "3 20260230")]
    [InlineData("L1_utf8_name", "accepted A2", "transaction 0001 accepted with errors", "EDIT5046 IK403 6", "3 GARCÍA")]
    [InlineData("L1_ge_control", "rejected A3", "group 101 rejected", "EDIT5009 AK905 4", "2 102")]
    [InlineData("L1_ge_count", "rejected A3", "group 101 rejected", "EDIT5010 AK905 5", "1 2")]
    [InlineData("L1_iea_control", "rejected A3", "interchange 000000101 rejected", "EDIT5009 TA105 001", "2 000000999")]
    [InlineData("L1_iea_count", "rejected A3", "interchange 000000101 rejected", "EDIT5010 TA105 021", "1 3")]
    public void A_fault_of_syntax_is_its_envelopes(string id, string claim, string envelope, string error, string sent)
    {
        JsonElement answer = Answer($"snip/{id}.837");
        Assert.Equal(claim, Words(answer.GetProperty("claims")[0], "status", "category"));
        Assert.Contains(envelope, Envelopes(answer));
        JsonElement told = Assert.Single(answer.GetProperty("envelopes").EnumerateArray().SelectMany(one => one.GetProperty("errors").EnumerateArray()));
        Assert.Equal(error, Words(told, "id", "code"));
        Assert.Equal(sent, Words(told.GetProperty("place"), "element", "value"));
    }

    [Fact]
    public void What_is_no_interchange_is_told_of_the_file()
    {
        JsonElement answer = Answer("snip/L1_not_x12.837");
        Assert.Empty(answer.GetProperty("claims").EnumerateArray());
        Assert.Equal("EDIT5001", answer.GetProperty("files")[0].GetProperty("id").GetString());
    }

    private static readonly Finding Reject = new() { Edit = "E1", Level = FindingLevel.Line, Action = EditAction.Reject, State = FindingState.Active, Message = "98 is none." };

    private static JsonElement Answer(string sample, Finding? finding = null) =>
        Answers.Parse(Answers.Of([new(sample, X12Samples.Text(sample))], claim => claim.Result(finding)));

    private static IEnumerable<string> Envelopes(JsonElement answer) => Answers.Rows(answer, "envelopes", "kind", "controlNumber", "status");

    private static string Words(JsonElement element, params string[] names) => Answers.Words(element, names);
}
