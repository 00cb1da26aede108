using System.Text;
using EditEngine.Codes;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>A result that was written reads as it was; what is no result is told.</summary>
public sealed class ResultJsonTests
{
    private const string Smallest = """{"claim":"A","pack":"p@1#0","asOf":"2024-06-01","disposition":"clean","lines":[{"number":1,"status":"pay"}],"findings":[]}""";

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData(" \"quoted\", \n\t\0 Ä😀\u202e")]
    public void Every_member_comes_back(string text)
    {
        Result full = ResultSamples.Full(text) with { HistorySupplied = false };
        full = full with
        {
            Findings = [full.Findings[0] with { RelatedOmitted = 7, Overridable = null, Level = FindingLevel.History }, full.Findings[0]],
            NotEvaluated = [.. full.NotEvaluated, new NotEvaluated("B", null, []) { Because = NotEvaluatedCause.OverBudget }, new NotEvaluated("C", 2, []) { Because = NotEvaluatedCause.Overflow }],
        };
        byte[] written = ResultSamples.Written(text.Length > 0 ? full : full with { AddedLines = [], Lines = [full.Lines[0] with { Modifiers = [] }] });
        Result read = Good(written);
        Assert.Equal(written, ResultSamples.Written(read));
        Assert.Equal((7, false, text), (read.Findings[0].RelatedOmitted, read.HistorySupplied, read.Findings[1].Message));
        Assert.Equal([null, NotEvaluatedCause.OverBudget, NotEvaluatedCause.Overflow], read.NotEvaluated.Select(one => one.Because));
    }

    [Fact]
    public void Every_word_of_the_schema_comes_back()
    {
        Result small = Good(Encoding.UTF8.GetBytes(Smallest));
        foreach (Disposition disposition in Enum.GetValues<Disposition>())
        {
            foreach (EditAction action in Enum.GetValues<EditAction>())
            {
                Finding finding = new() { Edit = "E", Action = action, State = (FindingState)((int)action % 4), Level = (FindingLevel)((int)action % 6) };
                LineResult line = new() { Number = -1, Status = (LineDecision)((int)action % 7), DeniedChargeCents = long.MinValue / 2, PayPercent = 0.01m };
                byte[] written = ResultSamples.Written(small with { Disposition = disposition, Findings = [finding], Lines = [line] });
                Assert.Equal(written, ResultSamples.Written(Good(written)));
            }
        }
    }

    [Fact]
    public void Results_of_samples_are_written_again_byte_for_byte()
    {
        int results = 0;
        foreach (byte[] written in SampleResults.All())
        {
            Assert.Equal(written, ResultSamples.Written(Good(written)));
            results++;
        }

        Assert.InRange(results, 100, 100_000);
    }

    [Fact]
    public void A_list_that_says_nothing_by_its_absence_is_empty()
    {
        Result read = Good(Encoding.UTF8.GetBytes(Smallest));
        Assert.Empty(read.AddedLines);
        Assert.Empty(read.NotEvaluated);
        Assert.True(read.Lines[0].Modifiers.IsDefault);
        Assert.True(read.HistorySupplied);
        Assert.Equal(default(Code), read.Lines[0].Procedure);
    }

    [Theory]
    [InlineData("\"findings\":[]", "\"finding\":[]", "EDIT5204", "EDIT5206")]
    [InlineData("\"clean\"", "\"cleen\"", "EDIT5211")]
    [InlineData("\"asOf\":\"2024-06-01\"", "\"asOf\":null", "EDIT5206")]
    [InlineData("[]}", "[],\"historySupplied\":true}", "EDIT5213")]
    [InlineData("[]}", "[{\"edit\":\"E\",\"action\":\"deny\",\"state\":\"active\",\"related\":[{}]}]}", "EDIT5206")]
    [InlineData("[]}", "[", "EDIT5202")]
    [InlineData("\"A\"", "\"\\udc00\"", "EDIT5217")]
    [InlineData("[]}", "[]}{}", "EDIT5201")]
    public void What_is_no_result_is_told(string old, string changed, params string[] problems)
    {
        ReadResult read = ResultJson.Parse(Encoding.UTF8.GetBytes(Smallest.Replace(old, changed, StringComparison.Ordinal)));
        Assert.Null(read.Result);
        Assert.Equal(problems, read.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        byte[] full = ResultSamples.Written(ResultSamples.Full("text"));
        for (int seed = 0; seed < 2_000; seed++)
        {
            byte[] bytes = JsonMutations.Of(full, full, new Random(seed));
            ReadResult read = ResultJson.Parse(bytes);
            Assert.True(read.Result is null != read.Problems.IsEmpty, $"seed {seed}");
        }
    }

    private static Result Good(byte[] utf8)
    {
        ReadResult read = ResultJson.Parse(utf8);
        Assert.Empty(read.Problems);
        return Assert.IsType<Result>(read.Result);
    }
}
