using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>A result says where history was not supplied and an edit reads it; a host that insists on history has such edits not evaluated. All executions alike.</summary>
public sealed class SuppliedHistoryTests
{
    private const string Reading = """
        pack reading version "1"
        dates by date of service

        edit PAIR "With history"
          for each  line v, history line h  with same procedure
          when      v.procedure in { 99213 }
          then      review v
        end

        edit COUNT "A count over history, of a code that the claim has not"
          for each  line v
          when      v.procedure in { 36415 } and any history line h has (h.units > 0)
          then      review v
        end

        edit ONE "Lines"
          for each  line v
          when      v.units > 0
          then      inform v
        end

        """;

    private const string Blind = """
        pack blind version "1"
        dates by date of service

        edit ONE "Lines"
          for each  line v
          when      v.units > 0
          then      inform v
        end

        """;

    private static readonly DateOnly AsOf = new(2025, 4, 1);

    [Theory]
    [InlineData(Reading, false, true, true)]
    [InlineData(Reading, true, false, false)]
    [InlineData(Blind, false, true, false)]
    [InlineData(Blind, true, false, false)]
    public void A_result_says_where_history_was_not_supplied_and_is_read(string rules, bool isSupplied, bool isRequired, bool isLeft)
    {
        foreach ((string name, Func<Claim, DateOnly, Result> evaluate) in Executions(TestPacks.Bind(rules), isRequired))
        {
            Result result = evaluate(ClaimOf(isSupplied), AsOf);
            Assert.True(result.HistorySupplied == (isSupplied || rules == Blind), name);
            Assert.Equal(isLeft ? ["PAIR", "COUNT"] : [], result.NotEvaluated.Select(one => one.Edit));
            Assert.All(result.NotEvaluated, one => Assert.Equal((null, "claim.history", null), (one.Line, Assert.Single(one.Missing), one.Because)));
            Assert.Equal(["ONE"], result.Findings.Select(one => one.Edit));
        }
    }

    [Fact]
    public void Without_the_option_history_is_as_if_empty()
    {
        foreach ((string name, Func<Claim, DateOnly, Result> evaluate) in Executions(TestPacks.Bind(Reading), isRequired: false))
        {
            Result result = evaluate(ClaimOf(isSupplied: false), AsOf);
            Assert.False(result.HistorySupplied, name);
            Assert.Empty(result.NotEvaluated);
        }
    }

    private static IEnumerable<(string Name, Func<Claim, DateOnly, Result> Evaluate)> Executions(BoundPack bound, bool isRequired)
    {
        RulePack steps = PackLowering.Lower(bound);
        EvaluatorOptions options = new() { RequireHistory = isRequired };
        yield return ("interpreter", new Interpreter(bound, steps.Label, historyActions: false) { RequireHistory = isRequired }.Evaluate);
        yield return ("steps", steps.CreateEvaluator(options).Evaluate);
        yield return ("steps without index", steps.CreateEvaluator(options with { UsesIndex = false }).Evaluate);
    }

    private static Claim ClaimOf(bool isSupplied) => new()
    {
        Id = "1",
        Type = ClaimType.Professional,
        Lines = [new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99212"), Units = 1, From = new DateOnly(2025, 3, 4) }],
        History = isSupplied ? [] : default,
    };
}
