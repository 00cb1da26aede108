using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Evaluation.Provenance;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Membership of a code in a set, on a day where the set is dated.</summary>
internal sealed class InCodeSetStep(Step<CodeKey> code, CodeSet set, Step<Day>? on) : ConditionStep, IDependsOnFirstMissing
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = on is null ? [code] : [code, on];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => on is null ? CodeKey.IsIn(set, code.Run(context)) : CodeKey.IsIn(set, code.Run(context), on.Run(context));
}

/// <summary>Whether a code lies under a category.</summary>
internal sealed class InCategoryStep(Step<CodeKey> code, Step<CodeKey> category) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [code, category];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        CodeKey one = code.Run(context);
        CodeKey under = category.Run(context);
        return one.Presence == Presence.None || under.Presence == Presence.None ? Truth.False
            : one.IsMissing || under.IsMissing ? Truth.Unknown
            : Truth.Of(CodeKey.IsUnder(one, under));
    }
}

/// <summary>Membership of a text in a set of texts and prefixes.</summary>
internal sealed class InTextSetStep(Step<TextValue> text, ImmutableArray<string> texts, ImmutableArray<string> prefixes) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [text];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        TextValue found = text.Run(context);
        if (found.Text is not string value)
        {
            return found.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
        }

        foreach (string one in texts)
        {
            if (string.Equals(one, value, StringComparison.Ordinal))
            {
                return Truth.True;
            }
        }

        foreach (string prefix in prefixes)
        {
            if (value.StartsWith(prefix, StringComparison.Ordinal))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }
}

/// <summary>Membership of a number in a set of numbers.</summary>
internal sealed class InNumberSetStep(Step<Number> number, ImmutableArray<Rational> numbers) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [number];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        Number value = number.Run(context);
        if (value.Presence.IsAbsent())
        {
            return value.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
        }

        Truth any = Truth.False;
        foreach (Rational one in numbers)
        {
            Truth equal = NumberMath.Compare(Relation.Equal, value, Number.Of(one));
            if (equal == Truth.True)
            {
                return Truth.True;
            }

            // A known number that cannot be compared for its size is in no set.
            any = equal == Truth.Unknown && value.Presence == Presence.Range ? Truth.Unknown : any;
        }

        return any;
    }
}

/// <summary>Membership of a code in a list.</summary>
internal sealed class InListStep(Step<CodeKey> code, Step<CodeList> list) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [code, list];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        CodeList codes = list.Run(context);
        CodeKey value = code.Run(context);
        context.Count(codes.Length);
        if ((codes.Presence == Presence.Known && codes.IsEmpty()) || codes.Presence == Presence.None || value.Presence == Presence.None)
        {
            return Truth.False;
        }

        return codes.Presence == Presence.Missing || value.IsMissing ? Truth.Unknown : Truth.Of(codes.Contains(value.Code));
    }
}
