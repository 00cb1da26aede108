using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Evaluation.Provenance;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>How many codes a list has, one written twice counted once; from none upward where it was not given.</summary>
internal sealed class CountCodesStep(Step<CodeList> list) : ValueStep<Number>, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [list];

    /// <inheritdoc/>
    public override Number Run(EvaluationContext context)
    {
        CodeList codes = list.Run(context);
        if (codes.Presence != Presence.Known)
        {
            return codes.Presence == Presence.Missing ? Number.Between(Rational.Zero, null) : Number.None;
        }

        int count = 0;
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code one))
        {
            context.Count(cursor.Count);
            count += codes.HasBefore(cursor, one) ? 0 : 1;
        }

        return Number.Of(count);
    }
}
