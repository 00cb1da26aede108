using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>One key of an order.</summary>
internal abstract class OrderKey(Step value)
{
    /// <summary>The value.</summary>
    public Step Value { get; } = value;

    /// <summary>Whether the thing in the slot's first state comes before that of the second: negative, zero, positive; null where a key is missing.</summary>
    public abstract int? Compare(EvaluationContext context, int slot, in BoundThing left, in BoundThing right, bool isReversed);
}

/// <summary>A key of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class OrderKey<T>(Step<T> value, bool isDescending) : OrderKey(value)
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override int? Compare(EvaluationContext context, int slot, in BoundThing left, in BoundThing right, bool isReversed)
    {
        context.Slots[slot] = left;
        T a = value.Run(context);
        context.Slots[slot] = right;
        T b = value.Run(context);
        int? order = OrderOf(a, b);
        return isDescending != isReversed ? -order : order;
    }

    // None comes last; ranges have no order among themselves.
    private static int? OrderOf(in T left, in T right) => (left.Presence, right.Presence) switch
    {
        (Presence.Missing, _) or (_, Presence.Missing) => null,
        (Presence.Known, Presence.Known) => T.Order(left, right),
        (Presence a, Presence b) => (a == Presence.None).CompareTo(b == Presence.None),
    };
}

/// <summary>The first or last thing of a source; missing where another could come first.</summary>
internal sealed class FirstStep(SourceSteps source, bool isLast, ImmutableArray<OrderKey> keys) : ValueStep<BoundThing>, IOverSource
{
    /// <inheritdoc/>
    public override BoundThing Run(EvaluationContext context) => Find(context, null);

    /// <inheritdoc/>
    public void Collect(EvaluationContext context, MissingFields missing) => Find(context, missing);

    private BoundThing Find(EvaluationContext context, MissingFields? missing)
    {
        BoundThing best = default;
        int bestPosition = -1;
        int position = 0;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            BoundThing thing = context.Slots[source.Slot];
            bool better = bestPosition < 0 || (keys.IsEmpty ? isLast : Before(context, thing, best) == Truth.True);
            if (cursor.Belongs == Truth.True && better)
            {
                best = thing;
                bestPosition = position;
            }

            position++;
        }

        if (cursor.IsMissing)
        {
            if (missing is not null)
            {
                SourceProvenance.CollectLists(context, source, missing);
            }

            return BoundThing.Missing;
        }

        return CouldOtherBeFirst(context, best, bestPosition, missing) ? BoundThing.Missing : best;
    }

    private bool CouldOtherBeFirst(EvaluationContext context, in BoundThing best, int bestPosition, MissingFields? missing)
    {
        int count = 0;
        SourceCursor counting = default;
        while (keys.IsEmpty && isLast && counting.Next(context, source))
        {
            count++;
        }

        int position = 0;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            BoundThing thing = context.Slots[source.Slot];
            int at = position++;
            if (at == bestPosition)
            {
                continue;
            }

            bool precedes = isLast ? at > bestPosition : at < bestPosition;
            Truth before = bestPosition < 0 ? Truth.True : keys.IsEmpty ? precedes ? Truth.True : Truth.False : Before(context, thing, best);
            if (before.And(cursor.Belongs) == Truth.False)
            {
                continue;
            }

            if (missing is not null)
            {
                CollectOne(context, thing, best, before, cursor, missing);
            }

            return true;
        }

        return false;
    }

    private void CollectOne(EvaluationContext context, in BoundThing thing, in BoundThing best, Truth before, in SourceCursor cursor, MissingFields missing)
    {
        context.Slots[source.Slot] = thing;
        if (cursor.Belongs == Truth.Unknown)
        {
            SourceProvenance.CollectBelonging(context, source, cursor.ListAlternative, missing);
        }

        if (before != Truth.Unknown)
        {
            return;
        }

        foreach (OrderKey key in keys)
        {
            if (key.Compare(context, source.Slot, thing, best, isLast) is not null)
            {
                continue;
            }

            context.Slots[source.Slot] = thing;
            MissingProvenance.Collect(context, key.Value, missing);
            context.Slots[source.Slot] = best;
            MissingProvenance.Collect(context, key.Value, missing);
            return;
        }
    }

    private Truth Before(EvaluationContext context, in BoundThing left, in BoundThing right)
    {
        foreach (OrderKey key in keys)
        {
            int? order = key.Compare(context, source.Slot, left, right, isLast);
            if (order is null)
            {
                return Truth.Unknown;
            }

            if (order != 0)
            {
                return order < 0 ? Truth.True : Truth.False;
            }
        }

        return Truth.False;
    }
}

/// <summary>The last run of a source in the order of a key, as a list: cut before each member for which a condition holds.</summary>
internal sealed class RunList(SourceSteps source, OrderKey by, int previous, Step<Truth> broken) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        cursor = context.Runs.Make(context, source, by, previous, broken, out bool isMissing);
        return isMissing ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        if (cursor.At >= cursor.End)
        {
            thing = default;
            belongs = Truth.False;
            return false;
        }

        (thing, belongs) = context.Runs.At(cursor.At++);
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing)
    {
        if (Begin(context, out _) == Presence.Missing)
        {
            SourceProvenance.CollectLists(context, source, missing);
        }
    }

    /// <inheritdoc/>
    public override void CollectBelonging(EvaluationContext context, in BoundThing thing, MissingFields missing) =>
        context.Runs.CollectOpen(context, source, by, previous, broken, missing);
}
