using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>A finding names a hundred other lines and counts the rest: thousands of lines of one day stay small.</summary>
public sealed class RelatedLineTests
{
    private const string Rules = """
        pack related version "1"
        dates by date of service

        reasons
          R = CO 97

        edit GROUP "A day's units"
          for each  group g of line or history line  by procedure, date
          when      sum of units of g > 6
          then      deny every line of g  reason R
        end

        edit PAIR "Pairs of a day"
          for each  line v, other line or history line w  with same date
          when      v.units + w.units > 1
          then      review v
        end

        edit CLAIM "All lines"
          for each  line v, other line w
          when      v.units + w.units > 1
          then      inform claim
        end

        """;

    private static readonly DateOnly AsOf = new(2025, 4, 1);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(17, 20)]
    [InlineData(101, 0)]
    [InlineData(102, 3)]
    [InlineData(150, 150)]
    public void Every_execution_names_the_same_and_counts_the_rest(int lines, int history)
    {
        BoundPack bound = TestPacks.Bind(Rules);
        RulePack steps = PackLowering.Lower(bound);
        Claim claim = ClaimOf(lines, history);
        Result meaning = new Interpreter(bound, steps.Label, historyActions: false).Evaluate(claim, AsOf, TestContext.Current.CancellationToken);
        foreach (Result found in new[] { steps.Evaluate(claim, AsOf), steps.CreateEvaluator(EvaluatorOptions.Default with { UsesIndex = false }).Evaluate(claim, AsOf) })
        {
            Assert.Equal(meaning.Findings.Length, found.Findings.Length);
            for (int i = 0; i < found.Findings.Length; i++)
            {
                Assert.Equal(meaning.Findings[i].Related, found.Findings[i].Related);
                Assert.Equal(meaning.Findings[i].RelatedOmitted, found.Findings[i].RelatedOmitted);
            }
        }

        // The same line of history stands there twice under one name: it counts once.
        int others = lines - 1 + ((history + 1) / 2);
        foreach (Finding pair in meaning.Findings.Where(one => one.Edit == "PAIR"))
        {
            Assert.Equal(others, pair.Related.Length + pair.RelatedOmitted);
            Assert.Equal(Math.Min(100, others), pair.Related.Distinct().Count());
        }
    }

    [Fact]
    public void Five_thousand_lines_of_one_day_take_memory_by_what_is_found()
    {
        RulePack steps = PackLowering.Lower(TestPacks.Bind(Rules[..Rules.IndexOf("edit PAIR", StringComparison.Ordinal)]));
        Claim claim = ClaimOf(5_000, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Result result = steps.CreateEvaluator().Evaluate(claim, AsOf);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(5_000, result.Findings.Length);
        Assert.All(result.Findings, one => Assert.Equal((100, 4_899), (one.Related.Length, one.RelatedOmitted)));
        Assert.True(taken < 60_000_000, $"{taken} bytes");
    }

    private static Claim ClaimOf(int lines, int history)
    {
        DateOnly day = new(2025, 3, 4);
        ServiceLine Line(int number) => new() { Number = number, Procedure = Code.From(CodeSystem.Procedure, "97110"), Units = 1, From = day };
        return new Claim
        {
            Id = "1",
            Type = ClaimType.Professional,
            Lines = [.. Enumerable.Range(1, lines).Select(Line)],
            History = [.. Enumerable.Range(0, history).Select(i => new HistoryLine { ClaimId = "H", Line = Line(1 + (i / 2)), Status = LineStatus.Paid })],
        };
    }
}
