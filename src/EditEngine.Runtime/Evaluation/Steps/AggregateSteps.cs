using EditEngine.Evaluation.Provenance;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>any, every or no thing of a source.</summary>
internal sealed class QuantifyStep(Quantifier quantifier, SourceSteps source, Step<Truth>? body) : ConditionStep, IOverSource
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        Truth any = Truth.False;
        SourceCursor cursor = default;
        while (any != Truth.True && cursor.Next(context, source))
        {
            Truth one = body is null ? Truth.True : body.Run(context);
            any = any.Or(cursor.Belongs.And(quantifier == Quantifier.Every ? one.Not() : one));
        }

        any = any == Truth.False && cursor.IsMissing ? Truth.Unknown : any;
        return quantifier == Quantifier.Any ? any : any.Not();
    }

    /// <inheritdoc/>
    public void Collect(EvaluationContext context, MissingFields missing) =>
        SourceProvenance.Collect(context, source, body, decides: quantifier == Quantifier.Every ? Truth.True : Truth.False, missing);
}

/// <summary>How many things a source has; a range where some may belong.</summary>
internal sealed class CountStep(SourceSteps source) : ValueStep<Number>, IOverSource
{
    /// <inheritdoc/>
    public override Number Run(EvaluationContext context)
    {
        int certain = 0;
        int possible = 0;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            certain += cursor.Belongs == Truth.True ? 1 : 0;
            possible++;
        }

        return certain == possible && !cursor.IsMissing
            ? Number.Of(certain)
            : Number.Between(Rational.From(certain), cursor.IsMissing ? null : Rational.From(possible));
    }

    /// <inheritdoc/>
    public void Collect(EvaluationContext context, MissingFields missing) =>
        SourceProvenance.Collect(context, source, null, decides: Truth.Unknown, missing);
}

/// <summary>A sum over a source; a range where a part is missing or may not belong.</summary>
internal sealed class SumStep(SourceSteps source, Step<Number> value, bool isNeverNegative) : ValueStep<Number>, IOverSource
{
    /// <inheritdoc/>
    public override Number Run(EvaluationContext context)
    {
        PartialSum sum = new();
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            sum.Add(value.Run(context), cursor.Belongs, isNeverNegative);
        }

        return sum.Total(cursor.IsMissing);
    }

    /// <inheritdoc/>
    public void Collect(EvaluationContext context, MissingFields missing) =>
        SourceProvenance.Collect(context, source, value, decides: Truth.Unknown, missing);
}

/// <summary>The least or greatest of a number over a source.</summary>
internal sealed class ExtremeStep(SourceSteps source, Step<Number> value, bool isGreatest, bool isNeverNegative) : ValueStep<Number>, IOverSource
{
    /// <inheritdoc/>
    public override Number Run(EvaluationContext context)
    {
        PartialExtreme extreme = new(isGreatest, isNeverNegative);
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            extreme.Add(value.Run(context), cursor.Belongs);
        }

        return extreme.Total(cursor.IsMissing);
    }

    /// <inheritdoc/>
    public void Collect(EvaluationContext context, MissingFields missing) =>
        SourceProvenance.Collect(context, source, value, decides: Truth.Unknown, missing);
}
