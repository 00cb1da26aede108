using System.Globalization;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Tables;
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
        FieldValue field => new DayFact(Steps.Slots.Checked(field.Field)),
        PayerValue payer => new PayerFact<Day>(payer.Name, payer.Member, static fact => DayOf(fact.Text)),
        ColumnValue column => new DayColumn(Steps.Things.Of(column.Row), Steps.Slots.Checked(column, ColumnType.Date)),
        ThingDate date => new DateOfStep(Steps.Slots.Checked(date.Slot)),
        _ => null,
    };

    private static Day DayOf(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? Day.Of(date) : Day.Missing;
}
