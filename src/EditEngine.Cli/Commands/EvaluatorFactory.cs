using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Chooses what decides claims. The one place that knows there is a choice.</summary>
internal static class EvaluatorFactory
{
    /// <summary>A maker of evaluators, one for each thread.</summary>
    /// <param name="pack">A pack without errors.</param>
    /// <param name="asOf">The date of the run; null: each claim's own.</param>
    public static Func<Func<Claim, Result>> Of(BoundPack pack, DateOnly? asOf)
    {
        Interpreter interpreter = new(pack, $"{pack.Name}@{pack.Version}", historyActions: true);

        // INVARIANT: DatedClaims lets no claim through that has no date of its own, unless the run has one.
        return () => claim => interpreter.Evaluate(claim, asOf ?? AsOfDate.Of(claim)!.Value);
    }
}
