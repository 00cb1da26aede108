namespace EditEngine.Evaluation.Steps;

/// <summary>A key of a group as a value that can be kept: a code, a day, a text, a number or an instant.</summary>
/// <param name="Presence">Known, missing or none.</param>
/// <param name="Bits">A code, a day or an instant.</param>
/// <param name="Text">A text.</param>
/// <param name="Number">A number.</param>
public readonly record struct KeptKey(Presence Presence, long Bits, string? Text, Num Number)
{
    /// <summary>What is known of it: the value may be of a person.</summary>
    public override string ToString() => Presence.ToString();

    /// <summary>Whether two keys are equal.</summary>
    public static Truth Same(in KeptKey left, in KeptKey right)
    {
        if (left.Presence is Presence.Missing || right.Presence is Presence.Missing)
        {
            return Truth.Unknown;
        }

        if (left.Presence == Presence.None || right.Presence == Presence.None)
        {
            return left.Presence == right.Presence ? Truth.True : Truth.False;
        }

        if (left.Number.Presence is Presence.Known or Presence.Range)
        {
            return NumMath.Compare(Relation.Equal, left.Number, right.Number);
        }

        return left.Bits == right.Bits && string.Equals(left.Text, right.Text, StringComparison.Ordinal) ? Truth.True : Truth.False;
    }
}

/// <summary>A key of a group.</summary>
public abstract class GroupKeyStep
{
    /// <summary>The key of the member in the members' slot.</summary>
    public abstract KeptKey Run(Frame frame);

    /// <summary>Adds the fields that it lacks.</summary>
    public abstract void Collect(Frame frame, MissingFields missing);
}

/// <summary>A key of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
public sealed class GroupKeyStep<T>(Step<T> value) : GroupKeyStep
{
    /// <summary>The value.</summary>
    public Step<T> Value { get; } = value;

    /// <inheritdoc/>
    public override KeptKey Run(Frame frame)
    {
        T key = Value.Run(frame);
        return key switch
        {
            Num number => new KeptKey(number.Presence, 0, null, number),
            ulong code => new KeptKey(Values.PresenceOf(code), (long)code, null, default),
            int day => new KeptKey(Values.PresenceOf(day), day, null, default),
            long instant => new KeptKey(Values.PresenceOf(instant), instant, null, default),
            string text => new KeptKey(Values.PresenceOf(text), 0, text, default),
            _ => default,
        };
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Value.Collect(frame, missing);
}

/// <summary>Reads a key of a group.</summary>
/// <typeparam name="T">Its type.</typeparam>
public sealed class KeyOfGroup<T>(int group, int key) : Step<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame)
    {
        KeptKey kept = frame.Groups.KeyOf(frame.Slots[group].Index, key);
        if (kept.Presence is Presence.Missing or Presence.None)
        {
            return kept.Presence == Presence.None ? Values.None<T>() : Values.Missing<T>();
        }

        if (typeof(T) == typeof(ulong))
        {
            return (T)(object)(ulong)kept.Bits;
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)(int)kept.Bits;
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)kept.Bits;
        }

        return typeof(T) == typeof(Num) ? (T)(object)kept.Number : (T)(object)kept.Text!; // A known text.
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Values.PresenceOf(Run(frame)) == Presence.Missing)
        {
            frame.Groups.CollectKey(frame, frame.Slots[group].Index, key, missing);
        }
    }
}
