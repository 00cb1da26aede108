using System.Buffers;
using System.Text;
using EditEngine.Claims;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Outcomes;

/// <summary>Decisions on lines that nothing touched are made when somebody asks; nobody can tell.</summary>
public sealed class LineDecisionsTests
{
    private static readonly DateOnly AsOf = new(2025, 1, 1);
    private static readonly Decider Decider = new("p@1#0", new ReasonMap([]));

    [Fact]
    public void A_line_that_nothing_touched_is_paid_as_billed()
    {
        Result result = Decide([Line(2, 1.5m, 1050), Line(1, null, null)], []);
        Assert.Equal([1, 2], result.Lines.Select(line => line.Number));
        Assert.Equal(new LineResult { Number = 2, Status = LineDecision.Pay, BilledUnits = 1.5m, AllowedUnits = 1.5m, DeniedUnits = 0, DeniedChargeCents = 0, PayPercent = 100 }, result.Lines[1]);
        Assert.Equal(new LineResult { Number = 1, Status = LineDecision.Pay, PayPercent = 100 }, result.Lines[0]);
        Assert.Equal(Disposition.Clean, result.Disposition);
    }

    [Fact]
    public void Lines_are_made_once_and_a_copy_has_them()
    {
        Result result = Decide([Line(1, 1, 100), Line(2, 1, 100)], [Draft(2)]);
        Result copy = result with { HistorySupplied = false };
        Assert.Equal(result, copy with { HistorySupplied = true });
        Assert.Same(copy.Lines[0], result.Lines[0]);
        Assert.Equal(LineDecision.Deny, copy.Lines[1].Status);
        Assert.True((result with { Lines = [] }).Lines.IsEmpty);
        Assert.True((result with { Lines = default }).Lines.IsDefault);
    }

    [Fact]
    public void What_is_written_is_the_same_whether_lines_were_made_or_not()
    {
        const int Seed = 271828;
        Random random = new(Seed);
        for (int round = 0; round < 500; round++)
        {
            ServiceLine[] lines = [.. Enumerable.Range(1, random.Next(1, 7)).Select(number => Line(
                number,
                random.Next(5) switch { 0 => null, 1 => 0m, 2 => 2.50m, 3 => -1m, _ => random.Next(100_000) },
                random.Next(4) switch { 0 => null, 1 => 0, 2 => -500, _ => random.Next(1_000_000) }))];
            FindingDraft[] drafts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Draft(random.Next(1, lines.Length + 1)) with
            {
                Action = (EditAction)random.Next(0, 11),
                Level = random.Next(6) == 0 ? FindingLevel.Claim : FindingLevel.Line,
                State = random.Next(4) == 0 ? FindingState.Monitor : FindingState.Active,
            })];
            Result result = Decide(lines, drafts);
            string written = TextOf(result);
            Result made = result with { Lines = result.Lines };
            Assert.True(written == TextOf(made), $"seed {Seed}, round {round}: {written}");
            Assert.True(written == TextOf(result), $"seed {Seed}, round {round}");
        }
    }

    [Fact]
    public void Deciding_a_claim_of_which_nothing_was_found_makes_nothing_of_its_lines()
    {
        Claim claim = ClaimOf([.. Enumerable.Range(1, 450).Select(number => Line(number, 1, 100))]);
        Decider.Decide(claim, AsOf, [], [], historyActions: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Result result = Decider.Decide(claim, AsOf, [], [], historyActions: false);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(taken, 1, 300);
        Assert.Equal(450, result.Lines.Length);
    }

    private static Result Decide(ServiceLine[] lines, FindingDraft[] drafts) => Decider.Decide(ClaimOf(lines), AsOf, [.. drafts], [], historyActions: true);

    private static Claim ClaimOf(ServiceLine[] lines) => new() { Id = "C", Type = ClaimType.Professional, Lines = [.. lines] };

    private static ServiceLine Line(int number, decimal? units, long? cents) => new() { Number = number, Units = units, ChargeCents = cents };

    private static FindingDraft Draft(int line) => new()
    {
        Edit = new EditHeader("E", "1", "main", 0, 1000, 0, []),
        Action = EditAction.Deny,
        State = FindingState.Active,
        Level = FindingLevel.Line,
        Line = line,
    };

    private static string TextOf(Result result)
    {
        ArrayBufferWriter<byte> output = new();
        using ResultWriter writer = new();
        writer.Write(result, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
