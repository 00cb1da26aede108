using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Edits whose facts the claims lack: code is not tried for each of them, and is tried again.</summary>
public sealed class LeavingEditsTests
{
    private const int Claims = 2_000;

    private const string Rules = """
        pack tested version "1"
        dates by date of service
        reasons
          ONE = CO 97
        edit PLACE "Asks for the place"
          for each  line v
          when      v.place = 11 and v.units > 1
          then      deny v  reason ONE
        end
        """;

    private static readonly Claim Whole = CompiledClaimTests.Of([CompiledClaimTests.Line(1, "99213") with { Units = 2, PlaceOfService = EditEngine.Codes.Code.From(EditEngine.Codes.CodeSystem.PlaceOfService, "11") }]);
    private static readonly Claim Lacking = CompiledClaimTests.Of([CompiledClaimTests.Line(1, "99213") with { Units = 2, PlaceOfService = default }]);

    [Theory]
    [InlineData(0, 2_000, 2_000)]
    [InlineData(2, 2_000, 2_000)] // Every second one lacks it: code is worth trying.
    [InlineData(1, 20, 60)] // Each does.
    public void Code_is_tried_where_claims_have_the_facts(int everyLacks, int least, int most)
    {
        Evaluator evaluator = Compiled();
        for (int i = 0; i < Claims; i++)
        {
            bool lacks = everyLacks > 0 && i % everyLacks == 0;
            Assert.Equal(lacks ? 0 : 1, evaluator.Evaluate(lacks ? Lacking : Whole, new DateOnly(2024, 6, 1)).Findings.Length);
        }

        Assert.InRange(evaluator.EditsCompiled, least, most);
    }

    [Fact]
    public void When_claims_have_the_facts_again_code_decides_again()
    {
        Evaluator evaluator = Compiled();
        for (int i = 0; i < Claims; i++)
        {
            evaluator.Evaluate(Lacking, new DateOnly(2024, 6, 1));
        }

        for (int i = 0; i < 300; i++)
        {
            evaluator.Evaluate(Whole, new DateOnly(2024, 6, 1));
        }

        (long compiled, long left) = (evaluator.EditsCompiled, evaluator.EditsLeft);
        evaluator.Evaluate(Whole, new DateOnly(2024, 6, 1));
        Assert.Equal((compiled + 1, left), (evaluator.EditsCompiled, evaluator.EditsLeft));
    }

    private static Evaluator Compiled()
    {
        RulePack pack = PackLowering.Lower(new TestedPack("leaving", [Rules], new NoReferenceFiles()).Bind());
        PackCompiler.Compile(pack);
        return pack.CreateEvaluator();
    }
}
