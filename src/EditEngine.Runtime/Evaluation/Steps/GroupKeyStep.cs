using EditEngine.Evaluation.Provenance;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A key of a group.</summary>
internal abstract class GroupKeyStep(Step value)
{
    /// <summary>The value.</summary>
    public Step Value { get; } = value;

    /// <summary>The key of the member in the members' slot.</summary>
    public abstract KeptKey Run(EvaluationContext context);
}

/// <summary>A key of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class GroupKeyStep<T>(Step<T> value) : GroupKeyStep(value)
    where T : struct, IKey<T>
{
    /// <inheritdoc/>
    public override KeptKey Run(EvaluationContext context) => value.Run(context).Kept;
}

/// <summary>Reads a key of a group.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class KeyOfGroup<T>(int group, int key) : ValueStep<T>, INamesField
    where T : struct, IKey<T>
{
    /// <inheritdoc/>
    public override T Run(EvaluationContext context) => T.From(context.Groups.KeyOf(context.Slots[group].Index, key));

    /// <inheritdoc/>
    public void Name(EvaluationContext context, MissingFields missing) => GroupProvenance.CollectKey(context, context.Slots[group].Index, key, missing);
}
