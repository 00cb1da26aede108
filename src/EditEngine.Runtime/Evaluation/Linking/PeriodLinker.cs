using System.Globalization;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Periods of days or months.</summary>
internal sealed class PeriodLinker(StepLinker steps) : ValueLinker<Period>(steps)
{
    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowPeriod(Of(value));

    /// <inheritdoc/>
    protected override Period Known(ConstantValue constant)
    {
        string[] parts = constant.Value!.Split(' '); // Asked of what is not none.
        return parts is [string number, "days" or "months"] && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count)
            ? parts[1] == "days" ? Period.OfDays(count) : Period.OfMonths(count)
            : throw MalformedPlanException.Of(constant);
    }

    /// <inheritdoc/>
    protected override Step<Period>? Own(Expression value) => value switch
    {
        ColumnValue column => new PeriodColumn(Steps.Things.Of(column.Row), Steps.Slots.Checked(column, ColumnType.Number), column.Form == ValueForm.Months),
        _ => null,
    };
}
