using System.Collections.Concurrent;
using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;

namespace EditEngine.Conformance;

/// <summary>A source without a mistake, made once for all tests that run it: its pack with compiled code, and the claims of its own tests.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Pack">Lowered, and compiled too.</param>
/// <param name="Claims">Each with its as-of date.</param>
internal sealed record GoodPack(string Name, RulePack Pack, ImmutableArray<(Claim Claim, DateOnly AsOf)> Claims)
{
    private static readonly ConcurrentDictionary<string, Lazy<GoodPack>> Made = new(StringComparer.Ordinal);

    /// <summary>The pack of a source.</summary>
    public static GoodPack Of(string name) => Made.GetOrAdd(name, static name => new Lazy<GoodPack>(() => Make(name))).Value;

    /// <summary>An evaluator of its steps, or of its compiled code.</summary>
    public Evaluator Evaluator(bool usesCode, bool usesIndex = true) => Pack.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, UsesCode = usesCode, UsesIndex = usesIndex });

    private static GoodPack Make(string name)
    {
        CompileResult result = CasePack.Compile(name, Corpus.Read(name));
        RulePack pack = PackLowering.Lower(result.Pack!); // It has no mistake.
        Evaluator steps = pack.CreateEvaluator();
        List<(Claim Claim, DateOnly AsOf)> claims = [];
        PackTests.Run(result, (claim, asOf) => Keep(claim, asOf), TestFilter.All);
        PackCompiler.Compile(pack);
        return new GoodPack(name, pack, [.. claims]);

        Outcomes.Result Keep(Claim claim, DateOnly asOf)
        {
            claims.Add((claim, asOf));
            return steps.Evaluate(claim, asOf);
        }
    }
}
