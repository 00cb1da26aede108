using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Tests.Differential;

/// <summary>The ways to run one pack, and what each says of a claim in bytes.</summary>
internal sealed class Executions
{
    // The interpreter has no budget: what is held together here is what is found, and budgets have tests of their own.
    private const long Budget = EvaluatorOptions.DefaultBudget * 10_000;

    private readonly ImmutableArray<(string Name, Func<Claim, DateOnly, Result> Evaluate)> _all;
    private readonly ImmutableArray<(string Name, Evaluator Evaluator)> _finding;

    public Executions(BoundPack pack, bool historyActions)
    {
        RulePack steps = PackLowering.Lower(pack);
        RulePack code = PackLowering.Lower(pack);
        PackCompiler.Compile(code);
        Interpreter interpreter = new(pack, steps.Label, historyActions);
        EvaluatorOptions options = new() { HistoryActions = historyActions, Budget = Budget };
        Evaluator indexed = steps.CreateEvaluator(options), plain = steps.CreateEvaluator(options with { UsesIndex = false, UsesAccess = false }), loaded = Reloaded.Of(steps).CreateEvaluator(options);
        Evaluator compiled = code.CreateEvaluator(options), compiledPlain = code.CreateEvaluator(options with { UsesIndex = false });
        _all =
        [
            ("interpreter", interpreter.Evaluate), ("steps with index", indexed.Evaluate), ("steps without index and access paths", plain.Evaluate), ("pack file", loaded.Evaluate),
            ("compiled code", compiled.Evaluate), ("compiled code without index", compiledPlain.Evaluate),
        ];
        _finding = [("steps", indexed), ("steps without index and access paths", plain), ("compiled code", compiled), ("compiled code without index", compiledPlain)];
    }

    /// <summary>The interpreter's result, and what another execution says where it differs.</summary>
    public (Result? Result, string? Difference) Run(Claim claim, DateOnly asOf)
    {
        (Result? meaning, byte[] expected) = Evaluate(_all[0].Evaluate, claim, asOf);
        string? difference = meaning is null ? "interpreter: " + Encoding.UTF8.GetString(expected) : null;
        foreach ((string name, Func<Claim, DateOnly, Result> evaluate) in _all.AsSpan()[1..])
        {
            byte[] found = Evaluate(evaluate, claim, asOf).Bytes;
            if (!found.AsSpan().SequenceEqual(expected))
            {
                difference ??= $"interpreter: {Encoding.UTF8.GetString(expected)}\n{name}: {Encoding.UTF8.GetString(found)}";
            }
        }

        return (meaning, difference ?? FindingDifference(claim, asOf));
    }

    /// <summary>What the interpreter says, in bytes.</summary>
    public byte[] Interpret(Claim claim, DateOnly asOf) => Evaluate(_all[0].Evaluate, claim, asOf).Bytes;

    /// <summary>The interpreter and the steps of a pack: what each says in bytes.</summary>
    public static ImmutableArray<Func<Claim, DateOnly, byte[]>> WithoutCode(BoundPack pack)
    {
        RulePack steps = PackLowering.Lower(pack);
        Interpreter interpreter = new(pack, steps.Label, historyActions: true);
        Evaluator evaluator = steps.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = Budget });
        return [(claim, asOf) => Evaluate(interpreter.Evaluate, claim, asOf).Bytes, (claim, asOf) => Evaluate(evaluator.Evaluate, claim, asOf).Bytes];
    }

    // What is found where nothing is rendered: compiled code takes another way then.
    private string? FindingDifference(Claim claim, DateOnly asOf)
    {
        string expected = Found(_finding[0].Evaluator, claim, asOf);
        foreach ((string name, Evaluator evaluator) in _finding.AsSpan()[1..])
        {
            string found = Found(evaluator, claim, asOf);
            if (!string.Equals(found, expected, StringComparison.Ordinal))
            {
                return $"{_finding[0].Name} find: {expected}\n{name} find: {found}";
            }
        }

        return null;
    }

    private static string Found(Evaluator evaluator, Claim claim, DateOnly asOf)
    {
        try
        {
            return FoundText.Of(evaluator.Find(claim, asOf));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "threw " + exception;
        }
    }

    private static (Result? Result, byte[] Bytes) Evaluate(Func<Claim, DateOnly, Result> evaluate, Claim claim, DateOnly asOf)
    {
        try
        {
            Result result = evaluate(claim, asOf);
            ArrayBufferWriter<byte> output = new();
            using ResultWriter writer = new();
            writer.Write(result, output);
            return (result, output.WrittenSpan.ToArray());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return (null, Encoding.UTF8.GetBytes("threw " + exception));
        }
    }
}
