using System.Globalization;
using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Days.</summary>
internal sealed class DayLinker(StepLinker steps) : KeyLinker<Day>(steps)
{
    private const string Form = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowDay(Of(value));

    /// <inheritdoc/>
    protected override Day Known(ConstantValue constant) => DayOf(constant.Value) is { IsKnown: true } day ? day : throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<Day>? Own(Expression value) => value switch
    {
        FieldValue field => new DayFact(field.Field),
        PayerValue payer => new PayerFact<Day>(payer.Name, payer.Member, static fact => DayOf(fact.Text)),
        ColumnValue column => new DayColumn(Steps.Things.Of(column.Row), column.Column),
        ThingDate date => new DateOfStep(date.Slot),
        Operation operation => OperationOf(operation),
        _ => null,
    };

    private static Day DayOf(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? Day.Of(date) : Day.Missing;

    private Step<Day>? OperationOf(Operation operation) => (operation.Operator, operation.Operands) switch
    {
        ("add", [var date, var period]) => new ShiftStep(Of(date), Steps.Periods.Of(period), 1),
        ("subtract", [var date, var period]) => new ShiftStep(Of(date), Steps.Periods.Of(period), -1),
        ("first day of month", [var date]) => new PeriodEdgeStep(CalendarPeriod.Month, isLast: false, Of(date), null),
        ("last day of month", [var date]) => new PeriodEdgeStep(CalendarPeriod.Month, isLast: true, Of(date), null),
        ("first day of quarter", [var date]) => new PeriodEdgeStep(CalendarPeriod.Quarter, isLast: false, Of(date), null),
        ("last day of quarter", [var date]) => new PeriodEdgeStep(CalendarPeriod.Quarter, isLast: true, Of(date), null),
        ("first day of year", [var date]) => new PeriodEdgeStep(CalendarPeriod.Year, isLast: false, Of(date), null),
        ("last day of year", [var date]) => new PeriodEdgeStep(CalendarPeriod.Year, isLast: true, Of(date), null),
        ("first day of benefit year", [var date, var start]) => new PeriodEdgeStep(CalendarPeriod.BenefitYear, isLast: false, Of(date), Of(start)),
        ("last day of benefit year", [var date, var start]) => new PeriodEdgeStep(CalendarPeriod.BenefitYear, isLast: true, Of(date), Of(start)),
        ("least", [_, ..] many) => new ExtremeDayStep(isGreatest: false, [.. many.Select(Of)]),
        ("greatest", [_, ..] many) => new ExtremeDayStep(isGreatest: true, [.. many.Select(Of)]),
        _ => null,
    };
}
