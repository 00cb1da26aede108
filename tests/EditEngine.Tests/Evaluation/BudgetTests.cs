using System.Buffers;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>What an edit may look at on one claim: beyond, it is not evaluated there.</summary>
public sealed class BudgetTests
{
    private const string Pairs = """
        pack pairs version "1"
        dates by date of service

        reasons
          R = CO 97

        edit PAIR "Pairs"
          for each  line v, other line w
          when      v.units + w.units > 0
          then      deny v  reason R
        end

        edit ONE "Lines"
          for each  line v
          when      v.units > 0
          then      review v
        end

        """;

    private static readonly DateOnly AsOf = new(2025, 4, 1);

    [Theory]
    [InlineData(3, true, true)] // Four lines, and four more beside each.
    [InlineData(4, true, false)]
    [InlineData(19, true, false)]
    [InlineData(20, false, false)]
    public void A_step_is_a_tuple_or_member_looked_at(long budget, bool isPairOver, bool isOneOver)
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Pairs));
        Result result = pack.CreateEvaluator().Evaluate(ClaimOf(4), AsOf, budget, TestContext.Current.CancellationToken);
        string[] over = [.. result.NotEvaluated.Where(one => one is { Because: NotEvaluatedCause.OverBudget, Line: null, Missing: [] }).Select(one => one.Edit)];
        Assert.Equal(result.NotEvaluated.Length, over.Length);
        Assert.Equal(isPairOver, over.Contains("PAIR"));
        Assert.Equal(isOneOver, over.Contains("ONE"));
        Assert.Equal((isPairOver ? 0 : 4) + (isOneOver ? 0 : 4), result.Findings.Length);
    }

    [Fact]
    public void An_edit_over_its_budget_changes_nothing_of_others()
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Pairs));
        Evaluator evaluator = pack.CreateEvaluator();
        Result whole = evaluator.Evaluate(ClaimOf(4), AsOf);
        Result cut = evaluator.Evaluate(ClaimOf(4), AsOf, 10, TestContext.Current.CancellationToken);
        Assert.Equal(
            whole.Findings.Where(one => one.Edit == "ONE").Select(one => (one.Line, one.Action)), cut.Findings.Select(one => (one.Line, one.Action)));
        Assert.Equal(1, evaluator.Find(ClaimOf(4), AsOf, 10, TestContext.Current.CancellationToken).NotEvaluatedCount);
    }

    [Fact]
    public void The_default_budget_lets_a_thousand_lines_be_paired()
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Pairs));
        Result result = pack.Evaluate(ClaimOf(1_000), AsOf);
        Assert.Empty(result.NotEvaluated);
        Assert.Equal(2_000, result.Findings.Length);
    }

    [Fact]
    public void Targets_beyond_the_first_thousand_count_for_the_memory_they_take()
    {
        BoundPack bound = TestPacks.Bind("""
            pack added version "1"
            dates by date of service

            edit ADD "A line for each pair"
              for each  line v, other line w
              when      v.units + w.units > 0
              then      add line 36415
            end

            """);
        RulePack pack = PackLowering.Lower(bound);
        Assert.Empty(pack.Evaluate(ClaimOf(30), AsOf, 1_000, TestContext.Current.CancellationToken).NotEvaluated);
        Assert.Single(pack.Evaluate(ClaimOf(60), AsOf, 10_000, TestContext.Current.CancellationToken).NotEvaluated);
    }

    [Fact]
    public void A_number_beyond_what_is_kept_is_an_overflow_in_every_execution()
    {
        BoundPack bound = TestPacks.Bind("""
            pack large version "1"
            dates by date of service

            edit LARGE "A product beyond all bounds"
              for each  line v
              when      v.units * v.units * v.units > 5
              then      review v
            end

            """);
        RulePack steps = PackLowering.Lower(bound);
        Claim claim = ClaimOf(1) with { Lines = [ClaimOf(1).Lines[0] with { Units = 9_999_999_999_999_999_999_999_999m }] };
        Func<Claim, DateOnly, Result>[] executions =
        [
            new Interpreter(bound, steps.Label, historyActions: false).Evaluate, steps.CreateEvaluator().Evaluate,
        ];
        foreach (Func<Claim, DateOnly, Result> evaluate in executions)
        {
            NotEvaluated open = Assert.Single(evaluate(claim, AsOf).NotEvaluated);
            Assert.Equal(("LARGE", 1, 0, NotEvaluatedCause.Overflow), (open.Edit, open.Line, open.Missing.Length, open.Because));
        }
    }

    [Fact]
    public async Task A_cancelled_evaluation_ends_and_leaves_the_evaluator_as_good_as_before()
    {
        BoundPack bound = TestPacks.Bind("""
            pack wide version "1"
            dates by date of service

            edit WIDE "Four lines at once"
              for each  line v, other line x, other line y, other line z
              when      v.units + x.units + y.units > z.units + 1000
              then      review v
            end

            edit ONE "Lines"
              for each  line v
              when      v.units > 0
              then      review v
            end

            """);
        RulePack steps = PackLowering.Lower(bound);
        Evaluator evaluator = steps.CreateEvaluator();
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        TaskCompletionSource begun = new();
        Task running = Task.Run(
            () =>
            {
                begun.SetResult();
                evaluator.Evaluate(ClaimOf(600), AsOf, EvaluatorOptions.NoBudget, source.Token); // Hours, without the token.
            },
            TestContext.Current.CancellationToken);
        await begun.Task;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(BytesOf(steps.Evaluate(ClaimOf(3), AsOf)), BytesOf(evaluator.Evaluate(ClaimOf(3), AsOf)));
        Assert.ThrowsAny<OperationCanceledException>(() => evaluator.Evaluate(ClaimOf(1), AsOf, 1, source.Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => evaluator.Evaluate(ClaimOf(1), AsOf, -1, CancellationToken.None));
    }

    private static byte[] BytesOf(Result result)
    {
        ArrayBufferWriter<byte> bytes = new();
        using ResultWriter writer = new();
        writer.Write(result, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private static Claim ClaimOf(int lines) => new()
    {
        Id = "1",
        Type = ClaimType.Professional,
        Lines =
        [
            .. Enumerable.Range(1, lines).Select(number => new ServiceLine
            {
                Number = number, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = 1, From = new DateOnly(2025, 3, 4),
            }),
        ],
    };
}
