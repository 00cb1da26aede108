using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>Numbers beyond what is kept exactly, together with facts that are missing: a target is not evaluated for the fields that mattered, and for the overflow where there are none.</summary>
public sealed class OverflowTests(ITestOutputHelper output)
{
    private const decimal Large = decimal.MaxValue;

    private const decimal Fine = 1.0000000000000000000000000001m;

    private static readonly DateOnly AsOf = new(2024, 3, 4);

    private static readonly string[] Numbers =
    [
        "v.units", "2", "w.units", "v.units * w.units", "v.units * v.units * v.units", "v.units + w.units", "v.units - w.units", "v.units / w.units", "2 / (w.units - w.units)",
        "(sum of x.units over line x)", "(sum of x.units over line x where (x.place = 11))", "(sum of x.units * x.units * x.units over line x)",
        "least of (v.units, w.units)", "least of (v.units * w.units, 5, w.units)", "greatest of (w.units, v.units * v.units * v.units, 2)", "least of ((sum of x.units over line x), 5, w.units)",
        "step of w", "least of (taken of w, v.units)", "taken of v", "cube of w", "(count of line x where (x.place = 11))",
    ];

    private static readonly ImmutableArray<ServiceLine> Lines =
    [
        .. from units in new decimal?[] { null, 0, 3, Fine, Large }
           from place in new[] { null, "11", "12" }
           select Line(units, place),
    ];

    // What is expected follows from the language: an overflow names no field, and what is missing beside it is named.
    [Theory]
    [InlineData("v.units * v.units * v.units > 5", "units 99", "79228162514264337593543950335", "11", "79228162514264337593543950335", "11", "overflow")]
    [InlineData("v.units * v.units * v.units > 5 or w.place = 11", "units 99", "79228162514264337593543950335", "11", "79228162514264337593543950335", null, "line 2 place")]
    [InlineData("v.units * v.units * v.units > 5 or w.place = 11", "units 99", "79228162514264337593543950335", "11", "79228162514264337593543950335", "12", "overflow")]
    [InlineData("v.units * v.units * v.units > 5 or w.place = 11", "units 99", "79228162514264337593543950335", "11", "79228162514264337593543950335", "11", "")]
    [InlineData("v.units > 0", "percent v.units * v.units * v.units", "79228162514264337593543950335", "11", "79228162514264337593543950335", "11", "overflow")]
    [InlineData("v.units > 0", "percent v.units * v.units * v.units + step of w", "79228162514264337593543950335", "11", "79228162514264337593543950335", "11", "overflow")]
    [InlineData("v.units > 0", "percent v.units * v.units * v.units + step of w", "79228162514264337593543950335", "11", "79228162514264337593543950335", null, "line 2 place")]
    [InlineData("v.units > 0", "percent w.units + step of w", "3", "11", null, null, "line 2 place,line 2 units")]
    public void An_overflow_leaves_a_target_not_evaluated(string condition, string amount, string units, string place, string? otherUnits, string? otherPlace, string missing)
    {
        Claim claim = Of(Line(decimal.Parse(units, CultureInfo.InvariantCulture), place), Line(otherUnits is null ? null : decimal.Parse(otherUnits, CultureInfo.InvariantCulture), otherPlace));

        (Result? result, string? difference) = new Executions(Bind(condition, amount), historyActions: false).Run(claim, AsOf);

        Assert.True(difference is null, difference);
        string said = string.Join(';', result!.NotEvaluated.Where(one => one is { Edit: "EACH", Line: 1 }).Select(one => one.Because is NotEvaluatedCause.Overflow ? "overflow" : string.Join(',', one.Missing)));
        Assert.Equal(missing, said);
    }

    [Theory]
    [InlineData("{0} > {1}", "units 1")]
    [InlineData("{0} in {1} .. 5", "units 1")]
    [InlineData("not (w.place = 11 and {0} <> {1})", "units 1")]
    [InlineData("any line y has (y.units > {0} and y.place = 11) or {1} > 3", "units 1")]
    [InlineData("v.number = 1", "percent ({0}) * 2 + ({1})")]
    [InlineData("v.number = 1", "percent least of ({0}, {1}, 7)")]
    public void Executions_agree(string condition, string amount)
    {
        int tuples = 0;
        for (int first = 0; first < Numbers.Length; first++)
        {
            for (int second = (first + condition.Length) % 3; second < Numbers.Length; second += 3)
            {
                (string number, string other) = (Numbers[first], Numbers[second]);
                string Written(string text) => string.Format(CultureInfo.InvariantCulture, text, number, other);
                ImmutableArray<Func<Claim, DateOnly, byte[]>> executions = Executions.WithoutCode(Bind(Written(condition), Written(amount)));
                for (int i = 0; i < Lines.Length; i++)
                {
                    Claim claim = Of(Lines[i], Lines[((i * 7) + tuples) % Lines.Length]);
                    string expected = Encoding.UTF8.GetString(executions[0](claim, AsOf)), found = Encoding.UTF8.GetString(executions[1](claim, AsOf));
                    Assert.True(found == expected, $"{Written(condition)}, {Written(amount)}\ninterpreter: {expected}\nsteps: {found}\n{DifferentialRun.JsonOf(claim)}");
                    tuples++;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tuples} tuples"));
    }

    private static BoundPack Bind(string condition, string amount)
    {
        string outcome = amount.StartsWith("percent ", StringComparison.Ordinal) ? $"({amount[8..]}) rounded half up to 0.01%" : $"({amount[6..]}) * 1 unit";
        string rules = $"""
            pack tested version "1"
            reasons
              ONE = CO 97
            define step of x  : 1 if x.place = 11, otherwise 2
            define taken of x : x.units if x.place = 11, otherwise x.units * 2
            define cube of x  : x.units * x.units * x.units if x.place = 11, otherwise x.units
            edit EACH "Each line beside each other"
              for each  line v, other line w
              when      {condition}
              then      reduce v to {outcome}  reason ONE
            end
            edit GROUP "Each line of a place"
              for each  v of group g of line by place
              let       w = last of g by (number)
              when      every z of g has (z.number > 0) and ({condition})
              then      reduce v to {outcome}  reason ONE
            end
            """;
        return TestPacks.Bind(rules);
    }

    private static ServiceLine Line(decimal? units, string? place) => new()
    {
        Number = 0,
        Procedure = Code.From(CodeSystem.Procedure, "99213"),
        Units = units,
        PlaceOfService = place is null ? default : Code.From(CodeSystem.PlaceOfService, place),
        From = AsOf,
    };

    private static Claim Of(params ServiceLine[] lines) => new() { Id = "C", Type = ClaimType.Professional, History = [], Lines = [.. lines.Select((line, at) => line with { Number = at + 1 })] };
}
