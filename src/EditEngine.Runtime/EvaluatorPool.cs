using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine;

/// <summary>Evaluators of a pack that wait for a claim. One is in use by one call at a time; those beyond the places are let go.</summary>
internal sealed class EvaluatorPool(RulePack pack)
{
    // More threads than this still decide: each with an evaluator of its own, made for the call.
    private const int Places = 64;

    private readonly Evaluator?[] _waiting = new Evaluator?[Places];

    public Result Evaluate(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation)
    {
        Evaluator evaluator = Take();
        try
        {
            return evaluator.Evaluate(claim, asOf, budget, cancellation);
        }
        finally
        {
            evaluator.Forget();
            Give(evaluator);
        }
    }

    private Evaluator Take()
    {
        for (int i = 0; i < Places; i++)
        {
            if (Volatile.Read(ref _waiting[i]) is not null && Interlocked.Exchange(ref _waiting[i], null) is Evaluator waiting)
            {
                return waiting;
            }
        }

        return pack.CreateEvaluator();
    }

    private void Give(Evaluator evaluator)
    {
        for (int i = 0; i < Places; i++)
        {
            if (Volatile.Read(ref _waiting[i]) is null && Interlocked.CompareExchange(ref _waiting[i], evaluator, null) is null)
            {
                return;
            }
        }
    }
}
