using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Evaluation;
using EditEngine.Values;

namespace EditEngine.Compiler.Restrictions;

/// <summary>A date of the thing in question, shifted or taken to an end of its period: one side of a comparison.</summary>
/// <param name="Path">The date.</param>
/// <param name="Months">Months later.</param>
/// <param name="Days">Days later, after the months.</param>
/// <param name="Edge">The end of the period that holds the shifted date; null for the date itself.</param>
internal sealed record OwnDate(string Path, int Months, int Days, BoundPeriodEdge? Edge);

/// <summary>Solves comparisons of dates for the date of the thing in question: <c>v.date &lt; h.date + 30 days</c> is <c>h.date &gt; v.date - 30 days</c>.</summary>
internal sealed class OwnDates(int slot, TermReader terms)
{
    /// <summary>What a comparison asks of the thing's dates.</summary>
    /// <param name="left">A date.</param>
    /// <param name="relation">Less, LessOrEqual, Greater, GreaterOrEqual, Equal.</param>
    /// <param name="right">Another.</param>
    /// <param name="names">What names stand for on both sides.</param>
    public Restriction Compare(BoundExpression left, BinaryOperator relation, BoundExpression right, Definitions names) =>
        relation == BinaryOperator.Equal
            ? Compare(left, BinaryOperator.LessOrEqual, right, names).And(Compare(left, BinaryOperator.GreaterOrEqual, right, names))
            : Solved(Own(left, names), relation is BinaryOperator.Less or BinaryOperator.LessOrEqual, relation is BinaryOperator.Less or BinaryOperator.Greater, right, names)
                .And(Solved(Own(right, names), relation is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual, relation is BinaryOperator.Less or BinaryOperator.Greater, left, names));

    /// <summary>The date that an expression is, where it is one of the thing's.</summary>
    public ImmutableArray<OwnDate> Own(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        switch (expression)
        {
            case BoundArithmetic { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum when TermReader.Periods(sum.Right, inner) is ImmutableArray<(int Months, int Days)> periods:
                int sign = sum.Operator == BinaryOperator.Add ? 1 : -1;
                return
                [
                    .. from own in Own(sum.Left, inner)
                       from period in periods
                       where own is { Edge: null, Months: 0, Days: 0 } || IsMonthsOfFirst(own, period)
                       let shifted = own with { Months = own.Months + (sign * period.Months), Days = own.Days + (sign * period.Days) }
                       where IsWithinCentury(shifted)
                       select shifted,
                ];
            case BoundPeriodEdge { Start: null } edge:
                return [.. Own(edge.Date, inner).Where(own => own.Edge is null).Select(own => own with { Edge = edge })];
            case BoundPeriodEdge { Start: BoundExpression start } edge when terms.Days(start, inner) is { Length: 1 }:
                return [.. Own(edge.Date, inner).Where(own => own.Edge is null).Select(own => own with { Edge = edge })];
            default:
                return terms.Field(expression, inner) is ThingTerm { Path: "date" or "through" } thing && thing.Slot == slot ? [new OwnDate(thing.Path, 0, 0, null)] : [];
        }
    }

    // The first of a month, some months later, is the first of the month that the date is in then.
    private static bool IsMonthsOfFirst(OwnDate own, (int Months, int Days) period) =>
        own is { Days: 0, Edge: { Period: CalendarPeriod.Month, IsLast: false } } && period.Days == 0;

    // Whatever is shifted by more may fall off the calendar, and is unknown then.
    private static bool IsWithinCentury(OwnDate own) =>
        Math.Abs(own.Months) <= EndsOfCalendar.MostMonths && Math.Abs(own.Days) <= EndsOfCalendar.MostMonths * 30;

    private Restriction Solved(ImmutableArray<OwnDate> own, bool isUpper, bool isStrict, BoundExpression other, Definitions names)
    {
        if (own.IsEmpty || !Own(other, names).IsEmpty || terms.Days(other, names) is not ImmutableArray<DayTerm> days || days.Any(IsOwn))
        {
            return Restriction.None;
        }

        // The date may be shifted by any of some periods: it is in one of the windows.
        return own.Select(one => new Restriction
        {
            Days = [new DayRestriction(one.Path, isUpper, DayWindows.Weakest([.. days.Select(day => Solved(one, isUpper, isStrict, day, names))], isUpper), [])],
        }).Aggregate((first, second) => first.Or(second));
    }

    private DayTerm Solved(OwnDate own, bool isUpper, bool isStrict, DayTerm day, Definitions names)
    {
        // A day more or less is not taken off a date whose months are counted, where it may be cut to another month's end.
        int strict = isStrict && own.Months == 0 ? (isUpper ? -1 : 1) : 0;
        DayTerm bound = day.Plus(0, strict);
        if (own.Edge is BoundPeriodEdge edge)
        {
            // The first day of a period is on or before D where the period is D's or an earlier one; its last day, where it is itself.
            DayTerm? start = edge.Start is null ? null : terms.Days(edge.Start, names)?[0];
            bound = edge.IsLast == isUpper ? bound : new DayTerm(new EdgeAnchor(edge.Period, isUpper, bound, start), 0, 0);
        }

        return DayWindows.Unshifted(bound, own.Months, own.Days, isUpper);
    }

    private bool IsOwn(DayTerm day) => day.Anchor switch
    {
        DateAnchor { Date: ThingTerm thing } => thing.Slot == slot,
        EdgeAnchor edge => IsOwn(edge.Of) || (edge.Start is not null && IsOwn(edge.Start)),
        _ => false,
    };
}
