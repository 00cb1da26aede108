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

/// <summary>Two groups at once, of more and of fewer keys: each keeps the keys of its own.</summary>
public sealed class TwoGroupsTests
{
    private const string Rules = """
        pack tested version "1"
        dates by date of service
        reasons
          ONE = CO 97
        define inplace g : group of line by procedure, date, place
        define together h : group of line by procedure, date
        edit TWO "A code billed in one place, and another in any"
          for each  inplace g, together h
          when      g.procedure = 99213 and g.place = 11 and count of g > 1 and h.procedure <> g.procedure
          then      deny every line of g  reason ONE
        end
        """;

    [Theory]
    [InlineData("99213 99213 99214", "11 11 11", 2)]
    [InlineData("99213 99214 99213", "11 11 11", 2)]
    [InlineData("99214 99213 99214 99213 20610", "11 11 12 11 12", 2)]
    [InlineData("99213 99214 99213", "11 11 12", 0)]
    public void Every_execution_says_the_same(string codes, string places, int denied)
    {
        BoundPack pack = new TestedPack("two groups", [Rules], new NoReferenceFiles()).Bind();
        Assert.All(PackCompiler.EditsOf(PackLowering.Lower(pack)), Assert.NotNull);
        string[] at = places.Split(' ');
        Claim claim = CompiledClaimTests.Of(
        [
            .. codes.Split(' ').Select((code, i) => CompiledClaimTests.Line(i + 1, code) with { PlaceOfService = Code.From(CodeSystem.PlaceOfService, at[i]) }),
        ]);
        (Result? result, string? difference) = new Executions(pack, historyActions: false).Run(claim, new DateOnly(2024, 6, 1));
        Assert.Null(difference);
        Assert.Equal(denied, result!.Findings.Length); // Without a difference there is one.
    }
}
