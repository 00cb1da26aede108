using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Numbers.</summary>
internal sealed class NumberLinker(StepLinker steps) : KeyLinker<Number>(steps)
{
    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowNumber(Of(value), style);

    /// <inheritdoc/>
    protected override Number Known(ConstantValue constant) =>
        Rational.TryParse(constant.Value, out Rational number) ? Number.Of(number) : throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<Number>? Own(Expression value) => value switch
    {
        FieldValue { Form: ValueForm.YesNo } field => new YesNoNumberFact(Steps.Slots.Checked(field.Field)),
        FieldValue field => new NumberFact(Steps.Slots.Checked(field.Field)),
        PayerValue payer => new PayerFact<Number>(payer.Name, payer.Member, payer.Form == ValueForm.YesNo ? YesNo : payer.IsMoney ? Cents : Plain),
        ColumnValue { Form: ValueForm.YesNo } column => new YesNoNumberColumn(Steps.Things.Of(column.Row), Steps.Slots.Checked(column, ColumnType.YesNo)),
        ColumnValue column => new NumberColumn(Steps.Things.Of(column.Row), Steps.Slots.Checked(column, ColumnType.Number)),
        ConditionAsNumber condition => new TruthNumber(Steps.Conditions.Of(condition.Condition)),
        SumOf sum => new SumStep(Steps.Sources.Of(sum.Source), Of(sum.Value), sum.IsNeverNegative),
        ExtremeOf extreme => new ExtremeStep(Steps.Sources.Of(extreme.Source), Of(extreme.Value), extreme.IsGreatest, extreme.IsNeverNegative),
        CountOf count => new CountStep(Steps.Sources.Of(count.Source)),
        _ => null,
    };

    private static Number Plain(FactValue fact) => fact.Number is decimal number ? Number.Of(Rational.From(number)) : Number.Missing;

    private static Number Cents(FactValue fact) => fact.Number is decimal dollars ? Number.Of(Rational.From(dollars) * Rational.From(100)) : Number.Missing;

    private static Number YesNo(FactValue fact) => fact.YesNo is bool yes ? Number.OfYesNo(yes) : Number.Missing;
}
