using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Texts.</summary>
internal sealed class TextLinker(StepLinker steps) : ValueLinker<TextValue>(steps)
{
    /// <inheritdoc/>
    protected override TextValue Known(ConstantValue constant) => TextValue.Of(constant.Value);

    /// <inheritdoc/>
    protected override Step<TextValue>? Own(Expression value) => value switch
    {
        FieldValue field => new TextFact(field.Field),
        PayerValue payer => new PayerFact<TextValue>(payer.Name, payer.Member, static fact => TextValue.Of(fact.Text)),
        ColumnValue column => new TextColumn(Steps.Things.Of(column.Row), column.Column),
        GroupKeyValue key => new KeyOfGroup<TextValue>(key.Group, key.Key),
        _ => null,
    };

    /// <inheritdoc/>
    protected override ShowStep Shown(Step<TextValue> value, ValueStyle style) => new ShowText(value);

    /// <inheritdoc/>
    protected override GroupKeyStep? Key(Step<TextValue> value) => new GroupKeyStep<TextValue>(value);
}
