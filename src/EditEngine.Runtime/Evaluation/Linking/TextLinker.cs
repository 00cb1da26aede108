using EditEngine.Evaluation.Steps;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Linking;

/// <summary>Texts.</summary>
internal sealed class TextLinker(StepLinker steps) : ValueLinker<string?>(steps)
{
    /// <inheritdoc/>
    protected override string? Known(ConstantValue constant) => constant.Value;

    /// <inheritdoc/>
    protected override Step<string?>? Own(Expression value) => value switch
    {
        FieldValue field => new TextFact(field.Field),
        PayerValue payer => new PayerFact<string?>(payer.Name, payer.Member, static fact => fact.Text),
        ColumnValue column => new TextColumn(Steps.Things.Of(column.Row), column.Column),
        _ => null,
    };
}
