using System.Globalization;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Linking;

/// <summary>Periods of days or months.</summary>
internal sealed class PeriodLinker(StepLinker steps) : ValueLinker<Steps.Span>(steps)
{
    /// <inheritdoc/>
    protected override Steps.Span Known(ConstantValue constant)
    {
        string[] parts = constant.Value!.Split(' '); // Asked of what is not none.
        return parts is [string number, "days" or "months"] && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count)
            ? new Steps.Span(Presence.Known, parts[1] == "days" ? count : 0, parts[1] == "days" ? 0 : count)
            : throw MalformedPlanException.Of(constant);
    }

    /// <inheritdoc/>
    protected override Step<Steps.Span>? Own(Expression value) => value switch
    {
        ColumnValue column => new SpanColumn(base.Steps.Things.Of(column.Row), column.Column, column.Form == ValueForm.Months),
        Operation { Operator: "add", Operands: [var left, var right] } => new SpanSumStep(Of(left), Of(right), 1),
        Operation { Operator: "subtract", Operands: [var left, var right] } => new SpanSumStep(Of(left), Of(right), -1),
        _ => null,
    };
}
