using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>What a record of a plan is bound to: it gives a value over a context.</summary>
internal abstract class Step
{
    /// <summary>What is known of its value: an unknown condition is missing.</summary>
    public abstract Presence PresenceIn(EvaluationContext context);
}

/// <summary>A step of one type.</summary>
/// <typeparam name="T">A <see cref="Truth"/>, or a value that has its absence (<see cref="IAbsence{T}"/>).</typeparam>
internal abstract class Step<T> : Step
{
    /// <summary>The value over a context. Never throws on content; allocates nothing.</summary>
    public abstract T Run(EvaluationContext context);
}

/// <summary>A step that gives a value.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal abstract class ValueStep<T> : Step<T>
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public sealed override Presence PresenceIn(EvaluationContext context) => Run(context).Presence;
}

/// <summary>A step that gives a condition.</summary>
internal abstract class ConditionStep : Step<Truth>
{
    /// <inheritdoc/>
    public sealed override Presence PresenceIn(EvaluationContext context) => Run(context) == Truth.Unknown ? Presence.Missing : Presence.Known;
}
