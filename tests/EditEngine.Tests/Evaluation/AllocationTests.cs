using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Lowering;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>A warm evaluator finds without taking memory.</summary>
public sealed class AllocationTests
{
    private const string Rules = """
        pack allocation version "1"
        dates by date of service

        reasons
          UNITS   = CO 151
          BUNDLED = CO 97

        define doctor of x : x.rendering.npi

        define counted h : history line
          where h.status in { paid, adjusted } and h.claim_type = claim.type and h is not replaced

        edit PAIR "A pair of one practitioner and day"
          for each  professional line b, other line or counted a  with same doctor, same date
          when      b.procedure in { 99213 } and a.procedure in { 20610 }
          unless    b has modifier 25
                    because "25 on the visit"
          then      deny b  reason BUNDLED
        end

        edit LINE "Units of a line"
          for each  line v
          when      v.units / v.days > 4
          then      deny v  reason UNITS
        end

        edit DAY "Units of a day"
          for each  group g of line or counted  by procedure, date
          when      sum of units of g > 6
          then      deny every line of g  reason UNITS
        end

        """;

    private static readonly DateOnly AsOf = new(2024, 6, 1);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 3)]
    [InlineData(0, 1)]
    public void Finding_allocates_nothing_on_a_warm_evaluator(int units, int findings)
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Rules));
        Evaluator evaluator = pack.CreateEvaluator();
        Claim claim = ClaimOf(units);
        int found = 0;
        for (int i = 0; i < 100; i++)
        {
            found = evaluator.Find(claim, AsOf).Count;
        }

        // The runtime itself may take memory now and then: of some rounds the least.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                evaluator.Find(claim, AsOf);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.Equal(findings, found);
    }

    [Fact]
    public void Evaluating_a_claim_on_which_nothing_is_found_takes_few_bytes()
    {
        Evaluator evaluator = PackLowering.Lower(TestPacks.Bind(Rules)).CreateEvaluator();
        Claim claim = ClaimOf(1);
        for (int i = 0; i < 100; i++)
        {
            Assert.Empty(evaluator.Evaluate(claim, AsOf).Findings);
        }

        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            evaluator.Evaluate(claim, AsOf);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, 600);
    }

    // None: a pair, and a line without a day that could be of another's. One unit: a clean claim. Five: the visit beside an injection, a line of too many units, and a day of them with history.
    private static Claim ClaimOf(int units)
    {
        Provider practitioner = new() { Npi = "1234567893" };
        DateOnly day = new(2024, 5, 2);
        ServiceLine Line(int number, string code, decimal count) => new()
        {
            Number = number,
            Procedure = Code.From(CodeSystem.Procedure, code),
            Units = count,
            From = units == 0 && number == 3 ? null : day,
            Rendering = practitioner,
        };
        return new Claim
        {
            Id = "1",
            Type = ClaimType.Professional,
            Lines = [Line(1, units == 1 ? "99212" : "99213", 1), Line(2, "20610", units), Line(3, "97110", 1), Line(4, "97110", 1)],
            History =
            [
                new HistoryLine { ClaimId = "0", Line = Line(1, "20610", 2), Status = LineStatus.Paid, ClaimType = ClaimType.Professional },
                new HistoryLine { ClaimId = "0", Line = Line(2, "36415", 1), Status = LineStatus.Denied, ClaimType = ClaimType.Professional },
            ],
        };
    }
}
