using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Points in time: facts alone, rules have no constants of them.</summary>
internal sealed class InstantLinker(StepLinker steps) : KeyLinker<Instant>(steps)
{
    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowInstant(Of(value));

    /// <inheritdoc/>
    protected override Instant Known(ConstantValue constant) => throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<Instant>? Own(Expression value) => value is FieldValue field ? new InstantFact(Steps.Slots.Checked(field.Field)) : null;
}
