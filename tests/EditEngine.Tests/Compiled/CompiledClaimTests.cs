using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Outcomes;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Claims at the limits of what compiled code keeps in plain numbers: every execution says the same of them.</summary>
public sealed class CompiledClaimTests
{
    private static readonly DateOnly Day = new(2024, 5, 2);

    /// <summary>What a line is asked, and what fires by the language's rules.</summary>
    public static TheoryData<string, string, int> Conditions => new()
    {
        { "or else in a product", "(v.units or else 1) * (v.units or else 1) > 5", 2 },
        { "or else in a cube", "(v.units or else 0) * (v.units or else 0) * (v.units or else 0) > 1", 2 },
        { "or else below", "(v.units or else 1) * (v.units or else 1) <= 5", 1 },
        { "or else in a sum of products", "(sum of ((m.units or else 1) * (m.units or else 1)) over line m where (m.units > 1)) > 5", 3 },
        { "money times units", "(v.charge or else $1) * (v.units or else 1) > $10", 2 },
        { "a choice in a product", "(large of v) * (large of v) > 5", 2 },
        { "a fraction of units", "v.units * 1000000 / 3 > 1", 3 },
        { "units by days by units", "v.units / v.days * v.units / v.days > 4", 2 },
        { "more than a long holds", "v.units * v.units * v.units * v.units <= 5", 1 },
        { "negated", "-v.units * -v.units * -v.units < -1", 2 },
        { "greatest", "greatest of (v.units, v.days, count of line m) * greatest of (v.units, v.days) > 5", 2 },
        { "in a set of numbers", "v.units in { 1, 68719476735, 2147483648 }", 3 },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Numbers_near_the_limits_are_those_of_every_execution(string name, string condition, int fires)
    {
        ImmutableArray<decimal> units = [1m, (1L << 36) - 1, 2147483648m];
        Claim claim = Of([.. units.Select((count, i) => Line(i + 1, "99213") with { Units = count, ChargeCents = (long)count })]);
        Assert.Equal((name, fires), (name, Fires(condition, claim)));
    }

    internal static ServiceLine Line(int number, string? code) => new()
    {
        Number = number,
        Procedure = code is null ? default : Code.From(CodeSystem.Procedure, code),
        From = Day,
        Units = 1m,
    };

    internal static Claim Of(ImmutableArray<ServiceLine> lines) => new() { Id = "C", Type = ClaimType.Professional, Lines = lines, History = [] };

    private static int Fires(string condition, Claim claim)
    {
        string rules = $"""
            pack tested version "1"
            dates by date of service
            reasons
              ONE = CO 97
            define large of x : x.units if x.units > 1, otherwise 2
            edit E "E"
              for each  line v
              when      {condition}
              then      deny v  reason ONE
            end
            """;
        BoundPack pack = new TestedPack("tested", [rules], new NoReferenceFiles()).Bind();
        (Result? result, string? difference) = new Executions(pack, historyActions: true).Run(claim, new DateOnly(2024, 6, 1));
        Assert.Null(difference);
        return result!.Findings.Length; // It was evaluated.
    }
}
