using System.Collections.Concurrent;
using EditEngine.Bench.Made;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>What the bench measures, held without a clock: how many edits the index leaves of a claim, and that finding takes no memory.</summary>
public sealed class WorkTests
{
    private static readonly DateOnly AsOf = new(2026, 1, 1);
    private static readonly World World = new(seed: 7, pairs: 20_000);
    private static readonly Claim[] Claims = new ClaimMaker(World, ClaimMix.Professional, seed: 13).Make(400);

    private static readonly ConcurrentDictionary<string, RulePack> Known = new();

    /// <summary>Edits; the most candidates a claim may have.</summary>
    public static TheoryData<string, string, double> Packs => new()
    {
        { "acceptance", new BenchPack(World).AcceptanceText, 3.6 },
        { "200 made edits", MadeEdit.TextOf(MadeEdit.Make(World, 200, seed: 5)), 0.25 },
        { "2,000 made edits", MadeEdit.TextOf(MadeEdit.Make(World, 2_000, seed: 5)), 2.2 },
    };

    [Theory]
    [MemberData(nameof(Packs))]
    public void Few_edits_are_candidates_of_a_claim(string name, string rules, double most)
    {
        Evaluator evaluator = Compiled(rules).CreateEvaluator();
        FindAll(evaluator);
        Assert.True(evaluator.EditsRun <= most * Claims.Length, $"{name}: {evaluator.EditsRun / (double)Claims.Length} candidates a claim");
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Finding_in_made_claims_takes_no_memory(string name, string rules, double most)
    {
        _ = most;
        RulePack compiled = Compiled(rules);
        Evaluator[] evaluators = [compiled.CreateEvaluator(EvaluatorOptions.Default with { UsesCode = false }), compiled.CreateEvaluator()];
        foreach (Evaluator evaluator in evaluators)
        {
            FindAll(evaluator);
            long least = long.MaxValue;
            for (int round = 0; round < 5 && least > 0; round++)
            {
                // The runtime itself may take memory now and then: of some rounds the least.
                long before = GC.GetAllocatedBytesForCurrentThread();
                FindAll(evaluator);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal((name, 0), (name, least));
        }
    }

    private static RulePack Compiled(string rules) => Known.GetOrAdd(rules, static rules =>
    {
        RulePack pack = PackLowering.Lower(new BenchPack(World).Bind(rules));
        PackCompiler.Compile(pack);
        return pack;
    });

    private static void FindAll(Evaluator evaluator)
    {
        foreach (Claim claim in Claims)
        {
            evaluator.Find(claim, AsOf);
        }
    }
}
