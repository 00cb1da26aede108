using EditEngine.Evaluation.Steps;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Linking;

/// <summary>Points in time: facts alone, rules have no constants of them.</summary>
internal sealed class InstantLinker(StepLinker steps) : ValueLinker<long>(steps)
{
    /// <inheritdoc/>
    protected override long Known(ConstantValue constant) => throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<long>? Own(Expression value) => value is FieldValue field ? new InstantFact(field.Field) : null;
}
