using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Outcomes;

namespace EditEngine.Conformance;

/// <summary>A way to run a pack.</summary>
/// <param name="Name">For failures.</param>
/// <param name="Evaluate">Decides a claim, actions on history included.</param>
internal sealed record Execution(string Name, Func<Claim, DateOnly, Result> Evaluate)
{
    /// <summary>The interpreter alone.</summary>
    public static Execution Interpreted(BoundPack pack) => new("interpreter", new Interpreter(pack, "pack", true).Evaluate);

    /// <summary>The interpreter first: it is the meaning.</summary>
    public static ImmutableArray<Execution> Of(BoundPack pack)
    {
        RulePack steps = PackLowering.Lower(pack);
        RulePack code = PackLowering.Lower(pack);
        PackCompiler.Compile(code);
        EvaluatorOptions options = new() { HistoryActions = true };
        return
        [
            new("interpreter", new Interpreter(pack, steps.Label, true).Evaluate),
            new("steps with index", steps.CreateEvaluator(options).Evaluate),
            new("steps without index and access paths", steps.CreateEvaluator(options with { UsesIndex = false, UsesAccess = false }).Evaluate),
            new("compiled code", code.CreateEvaluator(options).Evaluate),
            new("pack file", Reloaded.Of(steps).CreateEvaluator(options).Evaluate),
        ];
    }
}
