using System.Collections.Immutable;
using EditEngine.Numbers;

namespace EditEngine.Evaluation.Steps;

/// <summary>Which things of a source must meet a condition.</summary>
public enum Quantified : byte
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>All.</summary>
    Every,

    /// <summary>None.</summary>
    No,
}

/// <summary>any, every or no thing of a source.</summary>
public sealed class QuantifyStep(Quantified quantified, SourcePlan source, Step<Truth>? body) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Truth any = Truth.False;
        SourceCursor cursor = default;
        while (any != Truth.True && cursor.Next(frame, source))
        {
            Truth one = body is null ? Truth.True : body.Run(frame);
            any = SourceCursor.Or(any, SourceCursor.And(cursor.Belongs, quantified == Quantified.Every ? NotStep.Not(one) : one));
        }

        any = any == Truth.False && cursor.IsMissing ? Truth.Unknown : any;
        return quantified == Quantified.Any ? any : NotStep.Not(any);
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) != Truth.Unknown)
        {
            return;
        }

        SourceFields.CollectLists(frame, source, missing);
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            Truth one = body is null ? Truth.True : body.Run(frame);
            one = quantified == Quantified.Every ? NotStep.Not(one) : one;
            if (SourceCursor.And(cursor.Belongs, one) != Truth.Unknown)
            {
                continue;
            }

            if (cursor.Belongs == Truth.Unknown)
            {
                SourceFields.CollectBelonging(frame, source, cursor.ListAlternative, missing);
            }

            if (one == Truth.Unknown)
            {
                body!.Collect(frame, missing); // Unknown has a body.
            }
        }
    }
}

/// <summary>How many things a source has; a range where some may belong.</summary>
public sealed class CountStep(SourcePlan source) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame)
    {
        int certain = 0;
        int possible = 0;
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            certain += cursor.Belongs == Truth.True ? 1 : 0;
            possible++;
        }

        return certain == possible && !cursor.IsMissing
            ? Num.Of(certain)
            : Num.Between(Rational.From(certain), cursor.IsMissing ? null : Rational.From(possible));
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence != Presence.Range)
        {
            return;
        }

        SourceFields.CollectLists(frame, source, missing);
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            if (cursor.Belongs == Truth.Unknown)
            {
                SourceFields.CollectBelonging(frame, source, cursor.ListAlternative, missing);
            }
        }
    }
}

/// <summary>A sum over a source; a range where a part is missing or may not belong.</summary>
public sealed class SumStep(SourcePlan source, Step<Num> value, bool isNeverNegative) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame)
    {
        Rational low = Rational.Zero;
        Rational high = Rational.Zero;
        bool hasLow = true;
        bool hasHigh = true;
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            Num part = value.Run(frame);
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
            return Num.Missing;
        }

        return hasLow && hasHigh && low == high ? Num.Of(low) : Num.Between(hasLow ? low : null, hasHigh ? high : null);
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Known)
        {
            return;
        }

        SourceFields.CollectLists(frame, source, missing);
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            if (cursor.Belongs == Truth.Unknown)
            {
                SourceFields.CollectBelonging(frame, source, cursor.ListAlternative, missing);
            }

            if (value.Run(frame).Presence is Presence.Missing or Presence.Range)
            {
                value.Collect(frame, missing);
            }
        }
    }
}

/// <summary>One key of an order.</summary>
public abstract class OrderKey
{
    /// <summary>Whether the thing in the slot's first state comes before that of the second: negative, zero, positive; null where a key is missing.</summary>
    public abstract int? Compare(Frame frame, int slot, in Slot left, in Slot right, bool isReversed);

    /// <summary>Adds what the key of the thing in the slot lacks.</summary>
    public abstract void Collect(Frame frame, MissingFields missing);
}

/// <summary>A key of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
public sealed class OrderKey<T>(Step<T> value, bool isDescending) : OrderKey
{
    /// <inheritdoc/>
    public override int? Compare(Frame frame, int slot, in Slot left, in Slot right, bool isReversed)
    {
        frame.Slots[slot] = left;
        T a = value.Run(frame);
        frame.Slots[slot] = right;
        T b = value.Run(frame);
        Presence x = Values.PresenceOf(a);
        Presence y = Values.PresenceOf(b);
        if (x is Presence.Missing || y is Presence.Missing)
        {
            return null;
        }

        int order = x == Presence.None ? y == Presence.None ? 0 : 1 : y == Presence.None ? -1 : x == Presence.Range || y == Presence.Range ? 0 : Values.OrderOf(a, b);
        return isDescending != isReversed ? -order : order;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => value.Collect(frame, missing);
}

/// <summary>The first or last thing of a source; missing where another could come first.</summary>
public sealed class FirstStep(SourcePlan source, bool isLast, ImmutableArray<OrderKey> keys) : Step<Slot>
{
    /// <inheritdoc/>
    public override Slot Run(Frame frame) => Find(frame, null);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Store == Store.Missing)
        {
            Find(frame, missing);
        }
    }

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
                SourceFields.CollectLists(frame, source, missing);
            }

            return new Slot(Store.Missing, -1, null);
        }

        return CouldOtherBeFirst(frame, best, bestPosition, missing) ? new Slot(Store.Missing, -1, null) : best;
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
            if (SourceCursor.And(before, cursor.Belongs) == Truth.False)
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
            SourceFields.CollectBelonging(frame, source, cursor.ListAlternative, missing);
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
            key.Collect(frame, missing);
            frame.Slots[source.Slot] = best;
            key.Collect(frame, missing);
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
public sealed class RunList(SourcePlan source, OrderKey by, int previous, Step<Truth> broken) : ListStep
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
            SourceFields.CollectLists(frame, source, missing);
        }
    }

    /// <inheritdoc/>
    public override void CollectBelonging(Frame frame, in Slot thing, MissingFields missing) =>
        frame.Runs.CollectOpen(frame, source, by, previous, broken, missing);
}
