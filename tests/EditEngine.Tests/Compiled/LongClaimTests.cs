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
    [InlineData(64, 7)]
    [InlineData(65, 1)]
    [InlineData(200, 7)]
    [InlineData(450, 60)]
    public void Every_execution_says_the_same(int lines, int days)
    {
        BoundPack pack = new TestedPack("long", [Rules], new NoReferenceFiles()).Bind();
        Assert.All(PackCompiler.EditsOf(PackLowering.Lower(pack)), Assert.NotNull);
        Executions executions = new(pack, historyActions: false);
        Random random = new(lines);
        Claim claim = CompiledClaimTests.Of([.. Enumerable.Range(1, lines).Select(i => Line(random, i, days))]) with
        {
            History = [.. Enumerable.Range(0, 70).Select(i => new HistoryLine { ClaimId = string.Create(CultureInfo.InvariantCulture, $"H{i / 9}"), Status = (LineStatus)random.Next(1, 4), Line = Line(random, (i % 9) + 1, days) })],
        };
        (Result? result, string? difference) = executions.Run(claim, new DateOnly(2024, 5, 10).AddDays(days));
        Assert.Null(difference);
        Assert.NotEmpty(result!.Findings); // It was evaluated.
    }

    private static ServiceLine Line(Random random, int number, int days) => CompiledClaimTests.Line(number, random.GetItems(["99213", "99214", "20610", "11720", "97110"], 1)[0]) with
    {
        Units = random.Next(1, 5),
        From = new DateOnly(2024, 5, 2).AddDays(random.Next(days)),
        Modifiers = random.Next(4) switch { 0 => [Code.From(CodeSystem.Modifier, "25")], 1 => [Code.From(CodeSystem.Modifier, "59")], _ => [] },
        PlaceOfService = Code.From(CodeSystem.PlaceOfService, random.Next(2) == 0 ? "11" : "21"),
    };
}
