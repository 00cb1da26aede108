using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Texts.</summary>
internal sealed class TextLinker(StepLinker steps) : KeyLinker<TextValue>(steps)
{
    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowText(Of(value));

    /// <inheritdoc/>
    protected override TextValue Known(ConstantValue constant) => TextValue.Of(constant.Value);

    /// <inheritdoc/>
    protected override Step<TextValue>? Own(Expression value) => value switch
    {
        FieldValue field => new TextFact(Steps.Slots.Checked(field.Field)),
        PayerValue payer => new PayerFact<TextValue>(payer.Name, payer.Member, static fact => TextValue.Of(fact.Text)),
        ColumnValue column => new TextColumn(Steps.Things.Of(column.Row), Steps.Slots.Checked(column, ColumnType.Text)),
        _ => null,
    };
}
