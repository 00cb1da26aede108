using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Lists of codes.</summary>
internal sealed class CodeListLinker(StepLinker steps) : ValueLinker<CodeList>(steps)
{
    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowCodes(Of(value));

    /// <inheritdoc/>
    protected override CodeList Known(ConstantValue constant) => throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<CodeList>? Own(Expression value) => value switch
    {
        FieldValue field => new ListFact(Steps.Slots.Checked(field.Field)),
        ClaimCodes codes => new ClaimCodesStep(codes.System),
        _ => null,
    };
}
