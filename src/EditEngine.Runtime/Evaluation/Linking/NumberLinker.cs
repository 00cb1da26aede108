using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Numbers.</summary>
internal sealed class NumberLinker(StepLinker steps) : KeyLinker<Number>(steps)
{
    private static readonly Rational Hundred = Rational.From(100);

    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowNumber(Of(value), style);

    /// <inheritdoc/>
    protected override Number Known(ConstantValue constant) =>
        Rational.TryParse(constant.Value, out Rational number) ? Number.Of(number) : throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<Number>? Own(Expression value) => value switch
    {
        FieldValue { Form: ValueForm.YesNo } field => new YesNoNumberFact(field.Field),
        FieldValue field => new NumberFact(field.Field),
        PayerValue payer => new PayerFact<Number>(payer.Name, payer.Member, payer.Form == ValueForm.YesNo ? YesNo : payer.IsMoney ? Cents : Plain),
        ColumnValue { Form: ValueForm.YesNo } column => new YesNoNumberColumn(Steps.Things.Of(column.Row), column.Column),
        ColumnValue column => new NumberColumn(Steps.Things.Of(column.Row), column.Column),
        ConditionAsNumber condition => new TruthNumber(Steps.Conditions.Of(condition.Condition)),
        SumOf sum => new SumStep(Steps.Sources.Of(sum.Source), Of(sum.Value), sum.IsNeverNegative),
        CountOf count => new CountStep(Steps.Sources.Of(count.Source)),
        Operation operation => OperationOf(operation),
        _ => null,
    };

    private static Number Plain(FactValue fact) => fact.Number is decimal number ? Number.Of(Rational.From(number)) : Number.Missing;

    private static Number Cents(FactValue fact) => fact.Number is decimal dollars ? Number.Of(Rational.From(dollars * 100m)) : Number.Missing;

    private static Number YesNo(FactValue fact) => fact.YesNo is bool yes ? Number.OfYesNo(yes) : Number.Missing;

    private Step<Number>? OperationOf(Operation operation) => (operation.Operator, operation.Operands) switch
    {
        ("add", [var left, var right]) => new ArithmeticStep(NumberOperator.Add, Of(left), Of(right), Rational.One),
        ("subtract", [var left, var right]) => new ArithmeticStep(NumberOperator.Subtract, Of(left), Of(right), Rational.One),
        ("multiply", [var left, var right]) => new ArithmeticStep(NumberOperator.Multiply, Of(left), Of(right), Rational.One),
        ("multiply by a percent", [var left, var right]) => new ArithmeticStep(NumberOperator.Multiply, Of(left), Of(right), Rational.One / Hundred),
        ("divide", [var left, var right]) => new ArithmeticStep(NumberOperator.Divide, Of(left), Of(right), Rational.One),
        ("divide by a percent", [var left, var right]) => new ArithmeticStep(NumberOperator.Divide, Of(left), Of(right), Hundred),
        ("negate", [var operand]) => new NegateStep(Of(operand)),
        ("round half up", [var operand, ConstantValue unit]) => new RoundStep(Of(operand), Rounding.HalfUp, Known(unit).Low),
        ("round up", [var operand, ConstantValue unit]) => new RoundStep(Of(operand), Rounding.Up, Known(unit).Low),
        ("round down", [var operand, ConstantValue unit]) => new RoundStep(Of(operand), Rounding.Down, Known(unit).Low),
        ("least", [_, ..] many) => new ExtremeStep(isGreatest: false, [.. many.Select(Of)]),
        ("greatest", [_, ..] many) => new ExtremeStep(isGreatest: true, [.. many.Select(Of)]),
        ("days between", [var from, var to]) => new BetweenStep(Between.Days, Steps.Days.Of(from), Steps.Days.Of(to)),
        ("full months between", [var from, var to]) => new BetweenStep(Between.FullMonths, Steps.Days.Of(from), Steps.Days.Of(to)),
        ("age", [var birth, var on]) => new BetweenStep(Between.Age, Steps.Days.Of(birth), Steps.Days.Of(on)),
        ("count of codes", [var list]) => new CountCodesStep(Steps.CodeLists.Of(list)),
        _ => null,
    };
}
