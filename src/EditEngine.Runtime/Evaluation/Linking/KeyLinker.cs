using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Links expressions of a type whose values can be keys of groups.</summary>
/// <typeparam name="T">The type while steps run.</typeparam>
internal abstract class KeyLinker<T>(StepLinker steps) : ValueLinker<T>(steps)
    where T : struct, IKey<T>
{
    /// <inheritdoc/>
    public sealed override GroupKeyStep GroupKey(Expression value) => new GroupKeyStep<T>(Of(value));

    /// <inheritdoc/>
    protected sealed override Step<T>? KeyOf(Expression value) => value is GroupKeyValue key ? new KeyOfGroup<T>(key.Group, Steps.Slots.CheckedKey(key)) : null;
}
