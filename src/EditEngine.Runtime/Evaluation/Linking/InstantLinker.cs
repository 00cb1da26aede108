using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Points in time: facts alone, rules have no constants of them.</summary>
internal sealed class InstantLinker(StepLinker steps) : ValueLinker<Instant>(steps)
{
    /// <inheritdoc/>
    protected override Instant Known(ConstantValue constant) => throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<Instant>? Own(Expression value) => value switch
    {
        FieldValue field => new InstantFact(field.Field),
        GroupKeyValue key => new KeyOfGroup<Instant>(key.Group, key.Key),
        _ => null,
    };

    /// <inheritdoc/>
    protected override ShowStep Shown(Step<Instant> value, ValueStyle style) => new ShowInstant(value);

    /// <inheritdoc/>
    protected override GroupKeyStep? Key(Step<Instant> value) => new GroupKeyStep<Instant>(value);
}
