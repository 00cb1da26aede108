using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Linking;

/// <summary>Codes.</summary>
internal sealed class CodeLinker(StepLinker steps) : ValueLinker<ulong>(steps)
{
    /// <inheritdoc/>
    protected override ulong Known(ConstantValue constant) => CodeName.TryParse(constant.Value, out Code code) ? CodeKey.Of(code) : throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<ulong>? Own(Expression value) => value switch
    {
        FieldValue field => new CodeFact(field.Field),
        PayerValue payer => new PayerFact<ulong>(payer.Name, payer.Member, CodeOf(payer.System)),
        ColumnValue column => new CodeColumn(Steps.Things.Of(column.Row), column.Column),
        _ => null,
    };

    private static Func<FactValue, ulong> CodeOf(CodeSystem system) => fact => fact.Text is string text ? CodeKey.Of(Code.From(system, text)) : CodeKey.Missing;
}
