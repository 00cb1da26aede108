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
    public abstract int? Compare(Frame frame, int slot, in Slot left, in Slot right, bool isReversed);
}

/// <summary>A key of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class OrderKey<T>(Step<T> value, bool isDescending) : OrderKey(value)
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override int? Compare(Frame frame, int slot, in Slot left, in Slot right, bool isReversed)
    {
        frame.Slots[slot] = left;
        T a = value.Run(frame);
        frame.Slots[slot] = right;
        T b = value.Run(frame);
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
internal sealed class FirstStep(SourceSteps source, bool isLast, ImmutableArray<OrderKey> keys) : ValueStep<Slot>, IOverSource
{
    /// <inheritdoc/>
    public override Slot Run(Frame frame) => Find(frame, null);

    /// <inheritdoc/>
    public void Collect(Frame frame, MissingFields missing) => Find(frame, missing);

    private Slot Find(Frame frame, MissingFields? missing)
    {
        Slot best = default;
        int bestPosition = -1;
        int position = 0;
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            Slot thing = frame.Slots[source.Slot];
            bool better = bestPosition < 0 || (keys.IsEmpty ? isLast : Before(frame, thing, best) == Truth.True);
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
                SourceProvenance.CollectLists(frame, source, missing);
            }

            return Slot.Missing;
        }

        return CouldOtherBeFirst(frame, best, bestPosition, missing) ? Slot.Missing : best;
    }

    private bool CouldOtherBeFirst(Frame frame, in Slot best, int bestPosition, MissingFields? missing)
    {
        int count = 0;
        SourceCursor counting = default;
        while (keys.IsEmpty && isLast && counting.Next(frame, source))
        {
            count++;
        }

        int position = 0;
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            Slot thing = frame.Slots[source.Slot];
            int at = position++;
            if (at == bestPosition)
            {
                continue;
            }

            bool precedes = isLast ? at > bestPosition : at < bestPosition;
            Truth before = bestPosition < 0 ? Truth.True : keys.IsEmpty ? precedes ? Truth.True : Truth.False : Before(frame, thing, best);
            if (before.And(cursor.Belongs) == Truth.False)
            {
                continue;
            }

            if (missing is not null)
            {
                CollectOne(frame, thing, best, before, cursor, missing);
            }

            return true;
        }

        return false;
    }

    private void CollectOne(Frame frame, in Slot thing, in Slot best, Truth before, in SourceCursor cursor, MissingFields missing)
    {
        frame.Slots[source.Slot] = thing;
        if (cursor.Belongs == Truth.Unknown)
        {
            SourceProvenance.CollectBelonging(frame, source, cursor.ListAlternative, missing);
        }

        if (before != Truth.Unknown)
        {
            return;
        }

        foreach (OrderKey key in keys)
        {
            if (key.Compare(frame, source.Slot, thing, best, isLast) is not null)
            {
                continue;
            }

            frame.Slots[source.Slot] = thing;
            MissingProvenance.Collect(frame, key.Value, missing);
            frame.Slots[source.Slot] = best;
            MissingProvenance.Collect(frame, key.Value, missing);
            return;
        }
    }

    private Truth Before(Frame frame, in Slot left, in Slot right)
    {
        foreach (OrderKey key in keys)
        {
            int? order = key.Compare(frame, source.Slot, left, right, isLast);
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
    public override Presence Begin(Frame frame, out ListCursor cursor)
    {
        cursor = frame.Runs.Make(frame, source, by, previous, broken, out bool isMissing);
        return isMissing ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs)
    {
        if (cursor.At >= cursor.End)
        {
            thing = default;
            belongs = Truth.False;
            return false;
        }

        (thing, belongs) = frame.Runs.At(cursor.At++);
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Begin(frame, out _) == Presence.Missing)
        {
            SourceProvenance.CollectLists(frame, source, missing);
        }
    }

    /// <inheritdoc/>
    public override void CollectBelonging(Frame frame, in Slot thing, MissingFields missing) =>
        frame.Runs.CollectOpen(frame, source, by, previous, broken, missing);
}
