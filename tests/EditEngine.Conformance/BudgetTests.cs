using System.Buffers;
using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Evaluation;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using EditEngine.Packs;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Steps and compiled code agree at every budget on when an edit has looked at too much: over the claims of the sources' own tests.</summary>
public sealed class BudgetTests
{
    private static readonly ImmutableArray<long> Budgets = [0, 1, 2, 5, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    public static TheoryData<string> Cases => GoodTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_and_code_agree_at_every_budget(string name)
    {
        CompileResult compiled = CasePack.Compile(name, Corpus.Read(name));
        RulePack steps = PackLowering.Lower(compiled.Pack!); // It has no mistake.
        Evaluator executor = steps.CreateEvaluator(), code = PackCompiler.Compile(steps, isCollectible: true).CreateEvaluator();
        int claims = 0;
        int over = 0;
        PackTests.Run(compiled, Compare, TestFilter.All);
        Assert.True(claims > 0 && over > 0, name);

        Result Compare(Claim claim, DateOnly asOf)
        {
            claims++;
            foreach (long budget in Budgets)
            {
                Result expected = executor.Evaluate(claim, asOf, budget, TestContext.Current.CancellationToken);
                Result found = code.Evaluate(claim, asOf, budget, TestContext.Current.CancellationToken);
                Assert.True(BytesOf(expected).AsSpan().SequenceEqual(BytesOf(found)), $"{name}, budget {budget}");
                over += expected.NotEvaluated.Count(one => one.Because == NotEvaluatedCause.OverBudget);
            }

            return executor.Evaluate(claim, asOf);
        }
    }

    private static byte[] BytesOf(Result result)
    {
        ArrayBufferWriter<byte> bytes = new();
        using ResultWriter writer = new();
        writer.Write(result, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
