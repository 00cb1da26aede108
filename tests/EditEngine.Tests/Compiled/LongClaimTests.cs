using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Outcomes;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Claims of more lines than a word has bits.</summary>
public sealed class LongClaimTests
{
    private const string Rules = """
        pack tested version "1"
        dates by date of service
        phases early, late
        reasons
          ONE = CO 97
        codes @few : procedure = { 99213, 99214, 20610 }
        define counted h : history line  where h.status in { paid, adjusted }
        table @pairs
          key one : procedure, two : procedure
          strength : number
          | one   | two   | strength |
          | 20610 | 99213 | 1        |
          | 20610 | 99214 | 2        |
          | 99214 | 97110 | 1        |
          | 97110 | 97110 | 2        |
          | 90000 | 99213 | 1        |
        edit CASES "Cases with exceptions"
          phase early
          on fire skip phases late
          for each  line v
          when      v.procedure = 99213 and v.units > 2
          unless    v has modifier 25 because "25"
          then      deny v  reason ONE
          otherwise
          when      v.procedure in @few and v.units > 1
          unless    v has modifier 59 because "59" until 2024-05-15
          unless    v.place = 21 because "place"
          then      deny v  reason ONE
          otherwise
          when      v.units = 4
          then      deny v  reason ONE
        end
        edit PAIR "Pairs of a day"
          phase early
          monitor from 2024-05-20
          for each  line v, other line or counted x  with same date
          when      v.procedure = 99214 and x.procedure = 20610
          unless    x has modifier 25 because "25"
          then      deny v  reason ONE
        end
        edit SECOND "The second code of a pair of the table"
          phase early
          for each  line v, other line or counted x  with same date
          when      row r in @pairs for (x.procedure, v.procedure)
          and       (r.strength = 2 or x.units = 4)
          unless    v has modifier 25 because "25"
          then      deny v  reason ONE
        end
        edit FIRST "The first code of a pair of the table"
          phase early
          for each  line x, other line v
          when      row r in @pairs for (x.procedure, v.procedure)
          and       v.units > x.units
          then      warn x
        end
        edit FEW "The same table, of few codes"
          phase early
          for each  line x, other line v
          when      v.procedure = 97110 and row r in @pairs for (x.procedure, v.procedure)
          then      warn v
        end
        edit BEFORE "History before the line"
          phase early
          for each  counted h, line v  with same date
          when      v.procedure = 20610 and h.units > v.units
          then      deny v  reason ONE
        end
        edit WINDOW "History before the line, in a window"
          phase early
          for each  counted h, line v
          when      v.procedure = 99213 and h.date > v.date - 3 days and h.date <= v.date and h.procedure = v.procedure
          then      warn v
        end
        edit GROUP "Groups of a day"
          phase late
          for each  group g of line or counted  by procedure, date
          when      (sum of units of g) > 5
          unless    any m of g has (m has modifier 59) because "59"
          then      deny every line of g  reason ONE
        end
        edit PAYABLE "What is left"
          phase late
          for each  line v, other line x  with same date
          when      v is payable and x.procedure = 20610 and x is not payable and v.units <> x.units
          then      warn v
        end
        """;

    [Theory]
    [InlineData(47, 2, "97110")]
    [InlineData(48, 2, "97110")]
    [InlineData(64, 7, "97110")]
    [InlineData(64, 7, "what does not pack")]
    [InlineData(64, 7, null)]
    [InlineData(65, 1, "97110")]
    [InlineData(200, 7, "97110")]
    [InlineData(450, 60, "97110")]
    public void Every_execution_says_the_same(int lines, int days, string? last)
    {
        BoundPack pack = new TestedPack("long", [Rules], new NoReferenceFiles()).Bind();
        Assert.All(PackCompiler.EditsOf(PackLowering.Lower(pack)), Assert.NotNull);
        Executions executions = new(pack, historyActions: false);
        Random random = new(lines);
        Claim claim = CompiledClaimTests.Of([.. Enumerable.Range(1, lines).Select(i => Line(random, i, days))]) with
        {
            History = [.. Enumerable.Range(0, 70).Select(i => new HistoryLine { ClaimId = string.Create(CultureInfo.InvariantCulture, $"H{i / 9}"), Status = (LineStatus)random.Next(1, 4), Line = Line(random, (i % 9) + 1, days) })],
        };
        claim = claim with { Lines = claim.Lines.SetItem(lines - 1, claim.Lines[^1] with { Procedure = Code.From(CodeSystem.Procedure, last) }) };
        (Result? result, string? difference) = executions.Run(claim, new DateOnly(2024, 5, 10).AddDays(days));
        Assert.Null(difference);
        Assert.NotEmpty(result!.Findings); // It was evaluated.
    }

    [Fact]
    public void Code_decides_large_claims_within_the_budget_whatever_the_edit()
    {
        RulePack pack = PackLowering.Lower(new TestedPack("long", [Rules], new NoReferenceFiles()).Bind());
        PackCompiler.Compile(pack);
        Evaluator evaluator = pack.CreateEvaluator();
        Random random = new(1);
        evaluator.Evaluate(CompiledClaimTests.Of([.. Enumerable.Range(1, 450).Select(i => Line(random, i, 9))]), new DateOnly(2024, 6, 1));
        Assert.Equal((pack.Edits.Length, 0), (evaluator.EditsCompiled, evaluator.EditsLeft));
    }

    private static ServiceLine Line(Random random, int number, int days) => CompiledClaimTests.Line(number, random.GetItems(["99213", "99214", "20610", "11720", "97110"], 1)[0]) with
    {
        Units = random.Next(1, 5),
        From = new DateOnly(2024, 5, 2).AddDays(random.Next(days)),
        Modifiers = random.Next(4) switch { 0 => [Code.From(CodeSystem.Modifier, "25")], 1 => [Code.From(CodeSystem.Modifier, "59")], _ => [] },
        PlaceOfService = Code.From(CodeSystem.PlaceOfService, random.Next(2) == 0 ? "11" : "21"),
    };
}
