using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

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
    where T : struct, IKey<T>
{
    /// <summary>The value.</summary>
    public Step<T> Value { get; } = value;

    /// <inheritdoc/>
    public override KeptKey Run(Frame frame) => Value.Run(frame).Kept;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Value.Collect(frame, missing);
}

/// <summary>Reads a key of a group.</summary>
/// <typeparam name="T">Its type.</typeparam>
public sealed class KeyOfGroup<T>(int group, int key) : Step<T>
    where T : struct, IKey<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame) => T.From(frame.Groups.KeyOf(frame.Slots[group].Index, key));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Missing)
        {
            frame.Groups.CollectKey(frame, frame.Slots[group].Index, key, missing);
        }
    }
}
