using EditEngine.Evaluation.Provenance;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A key of a group.</summary>
internal abstract class GroupKeyStep(Step value)
{
    /// <summary>The value.</summary>
    public Step Value { get; } = value;

    /// <summary>The key of the member in the members' slot.</summary>
    public abstract KeptKey Run(Frame frame);
}

/// <summary>A key of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class GroupKeyStep<T>(Step<T> value) : GroupKeyStep(value)
    where T : struct, IKey<T>
{
    /// <inheritdoc/>
    public override KeptKey Run(Frame frame) => value.Run(frame).Kept;
}

/// <summary>Reads a key of a group.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class KeyOfGroup<T>(int group, int key) : ValueStep<T>, INamesField
    where T : struct, IKey<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame) => T.From(frame.Groups.KeyOf(frame.Slots[group].Index, key));

    /// <inheritdoc/>
    public void Name(Frame frame, MissingFields missing) => frame.Groups.CollectKey(frame, frame.Slots[group].Index, key, missing);
}
