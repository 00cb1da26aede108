using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Lowering;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>Access paths pass over history that nothing can come of, and over nothing else.</summary>
public sealed class AccessTests
{
    private static readonly Code Procedure = Code.From(CodeSystem.Procedure, "99213");

    private static readonly DateOnly Service = new(2025, 6, 15);

    private static readonly DateOnly?[] Dates =
    [
        null, DateOnly.MinValue, new(2024, 12, 31), new(2025, 5, 15), new(2025, 5, 16), new(2025, 5, 17), new(2025, 6, 14), Service, Service, new(2025, 6, 16), DateOnly.MaxValue.AddDays(-10),
    ];

    // A line without a date leaves it open; so does one at the calendar's end whose date is shifted past it. What is looked at beside them are the calendar's ends.
    [Theory]
    [InlineData("h.date = v.date", "2025-06-15 2025-06-15", "undated", 5)]
    [InlineData("h.date in v.date - 30 days .. v.date", "2025-05-16 2025-05-17 2025-06-14 2025-06-15 2025-06-15", "undated", 8)]
    [InlineData("h.date < v.date - 30 days", "0001-01-01 2024-12-31 2025-05-15", "undated", 5)]
    [InlineData("h.date + 30 days < v.date", "0001-01-01 2024-12-31 2025-05-15", "undated 9999-12-21", 5)]
    [InlineData("h.date - 30 days > v.date", "9999-12-21", "undated 0001-01-01", 3)]
    [InlineData("h.date >= claim.admission", "", "undated 0001-01-01 2024-12-31 2025-05-15 2025-05-16 2025-05-17 2025-06-14 2025-06-15 2025-06-15 2025-06-16 9999-12-21", 11)]
    [InlineData("h.date = v.date and h.date >= claim.admission", "", "undated 2025-06-15 2025-06-15", 5)]
    [InlineData("h.date in v.date - 30 days .. claim.admission", "", "undated 2025-05-16 2025-05-17 2025-06-14 2025-06-15 2025-06-15 2025-06-16 9999-12-21", 9)]
    [InlineData("h.date > v.date and h.date < v.date", "", "undated", 3)]
    [InlineData("h.date in v.date - 30 days .. v.date and h.date in 2025-05-17 .. 2025-06-14", "2025-05-17 2025-06-14", "undated", 5)]
    public void A_window_passes_over_what_its_ends_decide(string condition, string certain, string open, int looked)
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind($"""
            pack p version "1"
            dates by date of service
            edit X "x"
              for each  line v, history line h
              when      {condition}
              then      warn v
            end
            """));
        Evaluator plain = pack.CreateEvaluator(EvaluatorOptions.Default with { UsesAccess = false });
        Result[] results = [.. Dates.Select(date => pack.Evaluate(Of(date), Service))];

        Assert.Equal(certain, string.Join(' ', Dates.Where((_, i) => results[i].Findings.Length == 1).Select(Text)));
        Assert.Equal(open, string.Join(' ', Dates.Where((_, i) => results[i].NotEvaluated.Length == 1).Select(Text)));
        Assert.All(Dates.Zip(results), one => Assert.Equal((one.Second.Findings.Length, one.Second.NotEvaluated.Length), Counts(plain.Evaluate(Of(one.First), Service))));

        // One step more is that of the line.
        Assert.Empty(Within(looked + 1));
        Assert.Single(Within(looked));

        ImmutableArray<NotEvaluated> Within(long budget) =>
            [.. pack.CreateEvaluator().Evaluate(Of(Dates), Service, budget, TestContext.Current.CancellationToken).NotEvaluated.Where(one => one.Because == NotEvaluatedCause.OverBudget)];
    }

    private static (int Findings, int Open) Counts(Result result) => (result.Findings.Length, result.NotEvaluated.Length);

    private static string Text(DateOnly? date) => date is DateOnly known ? known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "undated";

    private static Claim Of(params DateOnly?[] dates) => new()
    {
        Id = "C1",
        Type = ClaimType.Professional,
        Lines = [new ServiceLine { Number = 1, Procedure = Procedure, From = Service }],
        History = [.. dates.Select((date, i) => new HistoryLine { ClaimId = "H1", Status = LineStatus.Paid, Line = new ServiceLine { Number = i + 1, Procedure = Procedure, From = date } })],
    };
}
