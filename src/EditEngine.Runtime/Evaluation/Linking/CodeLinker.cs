using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Codes.</summary>
internal sealed class CodeLinker(StepLinker steps) : KeyLinker<CodeKey>(steps)
{
    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowCode(Of(value));

    /// <inheritdoc/>
    protected override CodeKey Known(ConstantValue constant) => CodeName.TryParse(constant.Value, out Code code) ? CodeKey.Of(code) : throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<CodeKey>? Own(Expression value) => value switch
    {
        FieldValue field => new CodeFact(Steps.Slots.Checked(field.Field)),
        PayerValue payer => new PayerFact<CodeKey>(payer.Name, payer.Member, CodeOf(payer.System)),
        ColumnValue column => new CodeColumn(Steps.Things.Of(column.Row), Steps.Slots.Checked(column, ColumnType.Code)),
        _ => null,
    };

    private static Func<FactValue, CodeKey> CodeOf(CodeSystem system) => fact => CodeKey.Of(Code.From(system, fact.Text));
}
