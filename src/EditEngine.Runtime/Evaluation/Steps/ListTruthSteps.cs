using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Evaluation.Provenance;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Whether two lists have a code in common.</summary>
internal sealed class SharesStep(Step<CodeList> left, Step<CodeList> right) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [left, right];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        CodeList a = left.Run(context);
        CodeList b = right.Run(context);
        if (IsEmpty(a) || IsEmpty(b))
        {
            return Truth.False;
        }

        if (a.Presence == Presence.Missing || b.Presence == Presence.Missing)
        {
            return Truth.Unknown;
        }

        CodeCursor cursor = default;
        while (a.Next(ref cursor, out Code code))
        {
            context.Count(b.Length);
            if (b.Contains(code))
            {
                return Truth.True;
            }
        }

        return Truth.False;

        static bool IsEmpty(in CodeList list) => list.Presence == Presence.None || (list.Presence == Presence.Known && list.IsEmpty());
    }
}

/// <summary>Whether two lists have the same codes, in whatever order.</summary>
internal sealed class SameCodesStep(Step<CodeList> left, Step<CodeList> right) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [left, right];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        CodeList a = left.Run(context);
        CodeList b = right.Run(context);
        return a.Presence == Presence.Missing || b.Presence == Presence.Missing ? Truth.Unknown
            : a.Presence != b.Presence ? Truth.False
            : Truth.Of(AreAllIn(context, a, b) && AreAllIn(context, b, a));
    }

    private static bool AreAllIn(EvaluationContext context, in CodeList codes, in CodeList others)
    {
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code code))
        {
            context.Count(others.Length);
            if (!others.Contains(code))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>How many codes of a list pass a filter, against a number.</summary>
internal sealed class HasStep(Step<CodeList> list, Quantity quantity, int number, CodeSet? set, Step<CodeKey>? code, bool isOutside, Step<Day>? on) : ConditionStep, IDependsOnFirstMissing
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [list, .. code is null ? ImmutableArray<Step>.Empty : [code], .. on is null ? ImmutableArray<Step>.Empty : [on]];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        CodeList codes = list.Run(context);
        if (codes.Presence != Presence.Known)
        {
            return codes.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
        }

        CodeKey wanted = code is null ? CodeKey.Missing : code.Run(context);
        Day day = on is null ? Day.None : on.Run(context);
        int certain = 0;
        int possible = 0;
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code one))
        {
            context.Count(cursor.Count);
            if (codes.HasBefore(cursor, one))
            {
                continue;
            }

            Truth matches = Matches(one, wanted, day);
            certain += matches == Truth.True ? 1 : 0;
            possible += matches != Truth.False ? 1 : 0;
        }

        (bool holds, bool fails) = quantity switch
        {
            Quantity.Any => (certain >= 1, possible < 1),
            Quantity.No => (possible < 1, certain >= 1),
            Quantity.Exactly => (certain == number && possible == number, certain > number || possible < number),
            Quantity.MoreThan => (certain > number, possible <= number),
            _ => (certain >= number, possible < number),
        };
        return holds ? Truth.True : fails ? Truth.False : Truth.Unknown;
    }

    private Truth Matches(in Code one, in CodeKey wanted, Day day)
    {
        Truth matches = Truth.True;
        if (set is not null)
        {
            matches = on is null ? CodeKey.IsIn(set, CodeKey.Of(one)) : CodeKey.IsIn(set, CodeKey.Of(one), day);
        }
        else if (code is not null)
        {
            matches = wanted.IsMissing ? Truth.Unknown : Truth.Of(wanted == CodeKey.Of(one));
        }

        return isOutside ? matches.Not() : matches;
    }
}
