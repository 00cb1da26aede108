using System.Globalization;
using EditEngine.Evaluation.Compiled;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of periods: a <c>long</c> of months and days; <c>PlainFacts.NoNumber</c> is none.</summary>
internal sealed class PeriodEmitter(Emission emission)
{
    /// <summary>A period; null where it has no text of its own.</summary>
    public EmittedValue? Of(Expression period) => period switch
    {
        ConstantValue { Value: string text } => OfText(text),
        OrElse { First: ColumnValue column } orElse when Cell(column) is string cell => OrElse(cell, orElse.Second),
        ColumnValue column when Cell(column) is string cell => new(cell, true),
        UniqueValue unique => Of(unique.Value),
        Choice choice => emission.Choices.Of(choice, "long", "PlainFacts.NoNumber", Of),
        _ => null,
    };

    /// <summary>How many days a period has that is written in days; null for others.</summary>
    public static int? DaysOf(Expression period) =>
        period is ConstantValue { Value: string text } && text.Split(' ') is [string number, "days"] && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int days) && days > int.MinValue
            ? days
            : null;

    private string? Cell(ColumnValue column) => emission.Rows.Of(column.Row) is { } row
        ? emission.Text.Local("long", $"KnownFacts.CellPeriod({row.Record}, {row.Index}, {Emission.Number(column.Column)}, {(column.Form == ValueForm.Months ? "true" : "false")})")
        : null;

    private EmittedValue? OrElse(string cell, Expression second) =>
        Of(second) is { } other ? new(emission.Text.Local("long", $"{cell} != PlainFacts.NoNumber ? {cell} : {other.Text}"), other.MayBeNone) : null;

    private EmittedValue? OfText(string text)
    {
        string[] parts = text.Split(' ');
        return parts is [string number, "days" or "months"] && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count)
            ? new(emission.Row.Number(KnownValues.PeriodOf(parts[1] == "days" ? Period.OfDays(count) : Period.OfMonths(count))), false)
            : null;
    }
}
