using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Chooses what decides claims. The one place that knows there is a choice.</summary>
internal static class EvaluatorFactory
{
    /// <summary>Decides a claim at a date, actions on history included. Safe from any thread.</summary>
    /// <param name="pack">A pack without errors.</param>
    public static Func<Claim, DateOnly, Result> Of(BoundPack pack) =>
        new Interpreter(pack, $"{pack.Name}@{pack.Version}", historyActions: true).Evaluate;

    /// <summary>A maker of evaluators, one for each thread.</summary>
    /// <param name="pack">A pack without errors.</param>
    /// <param name="asOf">The date of the run; null: each claim's own.</param>
    public static Func<Func<Claim, Result>> Of(BoundPack pack, DateOnly? asOf)
    {
        Func<Claim, DateOnly, Result> evaluate = Of(pack);

        // INVARIANT: DatedClaims lets no claim through that has no date of its own, unless the run has one.
        return () => claim => evaluate(claim, asOf ?? AsOfDate.Of(claim)!.Value);
    }
}
