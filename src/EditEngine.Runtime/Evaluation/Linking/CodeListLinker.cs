using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Lists of codes.</summary>
internal sealed class CodeListLinker(StepLinker steps) : ValueLinker<CodeList>(steps)
{
    /// <inheritdoc/>
    protected override CodeList Known(ConstantValue constant) => throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<CodeList>? Own(Expression value) => value switch
    {
        FieldValue field => new ListFact(field.Field),
        ClaimCodes codes => new ClaimCodesStep(codes.System),
        _ => null,
    };

    /// <inheritdoc/>
    protected override ShowStep Shown(Step<CodeList> value, ValueStyle style) => new ShowCodes(value);
}
