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
        Rational low = Rational.Zero;
        Rational high = Rational.Zero;
        bool hasLow = true;
        bool hasHigh = true;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            Number part = value.Run(context);
            bool partLow = part.Presence == Presence.None || (part.Presence == Presence.Missing ? isNeverNegative : part.HasLow);
            bool partHigh = part.Presence == Presence.None || (part.Presence != Presence.Missing && part.HasHigh);
            Rational least = part.Presence is Presence.Known or Presence.Range && part.HasLow ? part.Low : Rational.Zero;
            Rational most = part.Presence is Presence.Known or Presence.Range && part.HasHigh ? part.High : Rational.Zero;
            if (cursor.Belongs == Truth.Unknown)
            {
                // It may add nothing at all.
                least = least.Numerator > 0 ? Rational.Zero : least;
                most = most.Numerator < 0 ? Rational.Zero : most;
            }

            low += least;
            high += most;
            hasLow &= partLow;
            hasHigh &= partHigh;
        }

        hasHigh &= !cursor.IsMissing;
        if ((hasLow && low.IsOverflow) || (hasHigh && high.IsOverflow))
        {
            return Number.Missing;
        }

        return hasLow && hasHigh && low == high ? Number.Of(low) : Number.Between(hasLow ? low : null, hasHigh ? high : null);
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
        // The least is no less than any thing that may belong, and no more than each that does; of the greatest it is the other way.
        Rational? outer = null;
        Rational? inner = null;
        bool isOpen = false;
        bool isCertain = false;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            Number part = value.Run(context);
            if (part.Presence == Presence.None)
            {
                continue;
            }

            Rational? least = part.Presence != Presence.Missing && part.HasLow ? part.Low : part.Presence == Presence.Missing && isNeverNegative ? Rational.Zero : null;
            Rational? most = part.Presence != Presence.Missing && part.HasHigh ? part.High : null;
            (Rational? outerPart, Rational? innerPart) = isGreatest ? (most, least) : (least, most);
            isOpen |= outerPart is null;
            outer = Further(outer, outerPart);

            // A missing value may yet be none.
            if (cursor.Belongs == Truth.True && part.Presence != Presence.Missing)
            {
                isCertain = true;
                inner = Further(inner, innerPart);
            }
        }

        if (cursor.IsMissing)
        {
            isOpen |= isGreatest || !isNeverNegative;
            outer = isGreatest ? outer : Further(outer, Rational.Zero);
        }

        if (!isCertain)
        {
            return outer is null && !isOpen ? Number.None : Number.Missing;
        }

        outer = isOpen ? null : outer;
        (Rational? low, Rational? high) = isGreatest ? (inner, outer) : (outer, inner);
        return (low is { IsOverflow: true }) || (high is { IsOverflow: true }) ? Number.Missing
            : low is Rational known && high is Rational same && Rational.Compare(known, same) == 0 ? Number.Of(known)
            : Number.Between(low, high);
    }

    /// <inheritdoc/>
    public void Collect(EvaluationContext context, MissingFields missing) =>
        SourceProvenance.Collect(context, source, value, decides: Truth.Unknown, missing);

    // Numbers that cannot be compared exactly are neither.
    private Rational? Further(Rational? one, Rational? other) =>
        one is not Rational a ? other : other is not Rational b ? one : Rational.Compare(a, b) is not int order ? Rational.Overflow : order > 0 == isGreatest ? a : b;
}
