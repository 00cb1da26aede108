using System.Globalization;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of days: <c>int</c> as <see cref="Day.Packed"/>, 1 is none.</summary>
internal sealed class DayEmitter(Emission emission)
{
    /// <summary>A day; null where it has no text of its own.</summary>
    public EmittedValue? Of(Expression day) => day switch
    {
        ConstantValue { Value: null } => new("1", true),
        ConstantValue constant when DateOnly.TryParseExact(constant.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) =>
            new($"(int){emission.Row.Number(Day.Of(date).Packed)}", false),
        FieldValue field => emission.Fields.Day(field.Field),
        PayerValue payer => new(emission.Text.Local("int", $"KnownFacts.PayerDay({emission.Row.Object(payer.Member)}, claim)", $"if ({{0}} == 0) {Emission.Undecided}"), false),
        ThingDate date => DateOf(date.Slot),
        ColumnValue column when emission.Rows.Of(column.Row, ColumnType.Date, column.Column) is { } row => new(
            emission.Text.Local("int", $"KnownFacts.CellDay({row.Record}, {row.Index}, {Emission.Number(column.Column)})"), true),
        GroupKeyValue key => emission.Groups.KeyOf(key),
        UniqueValue unique => Of(unique.Value),
        Choice choice => emission.Choices.Of(choice, "int", "1", Of),
        DatedValue dated => emission.Choices.Of(dated, "int", "1", Of),
        OrElse orElse => emission.Choices.Of(orElse, "int", "{0} <= 1", "1", Of),
        OfThing of => emission.Rows.With(of, () => Of(of.Value)),
        Operation operation => OfOperation(operation),
        _ => null,
    };

    private EmittedValue? DateOf(int slot) => emission.Thing(slot) switch
    {
        { Kind: ThingKind.Line or ThingKind.History } line => emission.Fields.DateOf(line),
        { Kind: ThingKind.Group } => emission.Groups.DateOf(slot),
        null => null,
        { Kind: ThingKind.Row } row => new(emission.Text.Local("int", $"{row.Index} < 0 ? 1 : run.ClaimDay", $"if ({{0}} == 0) {Emission.Undecided}"), true),
        _ => new(emission.Text.Local("int", "run.ClaimDay", $"if ({{0}} == 0) {Emission.Undecided}"), false),
    };

    private EmittedValue? OfOperation(Operation operation)
    {
        Operator? row = OperatorTable.Find(operation.Operator, operation.Type);
        if (ReferenceEquals(row, DateOperators.Later) || ReferenceEquals(row, DateOperators.Earlier))
        {
            return Shifted(operation, ReferenceEquals(row, DateOperators.Later) ? 1 : -1);
        }

        if (ReferenceEquals(row, DateOperators.Least) || ReferenceEquals(row, DateOperators.Greatest))
        {
            return Extreme(operation, ReferenceEquals(row, DateOperators.Least) ? "Min" : "Max");
        }

        foreach (CalendarPeriod period in Enum.GetValues<CalendarPeriod>())
        {
            foreach (bool isLast in (bool[])[false, true])
            {
                if (row?.Name == DateOperators.EdgeOf(period, isLast))
                {
                    return Edge(operation, period, isLast);
                }
            }
        }

        return null;
    }

    private EmittedValue? Shifted(Operation operation, int sign) =>
        PeriodEmitter.DaysOf(operation.Operands[1]) is int days ? Of(operation.Operands[0]) is { } from
            ? new(emission.Text.Local("int", $"KnownValues.DaysLater({from.Text}, (int){emission.Row.Number(sign * days)})", $"if ({{0}} == 0) {Emission.Undecided}"), from.MayBeNone)
            : null
        : Of(operation.Operands[0]) is { } day && emission.Periods.Of(operation.Operands[1]) is { } period
            ? new(emission.Text.Local("int", $"KnownValues.Shift({day.Text}, {period.Text}, {Emission.Number(sign)})", $"if ({{0}} == 0) {Emission.Undecided}"), day.MayBeNone || period.MayBeNone)
            : null;

    private EmittedValue? Extreme(Operation operation, string which)
    {
        string? all = null;
        foreach (Expression operand in operation.Operands)
        {
            if (Of(operand) is not { MayBeNone: false } day)
            {
                return null;
            }

            all = all is null ? day.Text : $"Math.{which}({all}, {day.Text})";
        }

        return all is null ? null : new(emission.Text.Local("int", all), false);
    }

    private EmittedValue? Edge(Operation operation, CalendarPeriod period, bool isLast)
    {
        if (Of(operation.Operands[0]) is not { MayBeNone: false } day)
        {
            return null;
        }

        EmittedValue? start = operation.Operands.Length > 1 ? Of(operation.Operands[1]) : day;
        return start is not { MayBeNone: false } from ? null : new(
            emission.Text.Local(
                "int", $"KnownValues.Edge({Emission.Number((int)period)}, {(isLast ? "true" : "false")}, {day.Text}, {from.Text})", $"if ({{0}} == 0) {Emission.Undecided}"), false);
    }
}
