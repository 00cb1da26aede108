using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Codes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>A need in words, the same for needs that ask the same.</summary>
internal static class NeedText
{
    /// <summary>All parts, without the edits: <c>status is adjusted or paid; procedure is one of 2 codes or ranges (83036-83037); date is on or after line date - 30 days</c>.</summary>
    public static string Of(HistoryNeed need)
    {
        string[] parts =
        [
            .. need.Words.Select(words => $"{words.Field} is {string.Join(" or ", words.Words)}"),
            .. need.Codes.Select(codes => $"{codes.Field} is {Codes(codes.Codes)}{Unless(codes.Unless)}"),
            .. need.Keys.Select(key => $"{key.Field} = {string.Join(" or ", key.OneOf.Select(Value))}{Unless(key.Unless)}"),
            .. need.Days.Select(day => $"{day.Field} is on or {(day.IsUpper ? "before" : "after")} {string.Join(" or ", day.OneOf.Select(Day))}{Unless(day.Unless)}"),
        ];
        return parts.Length == 0 ? "every line" : string.Join("; ", parts);
    }

    /// <summary>Whose field it is.</summary>
    public static string Value(NeedValue value) => value.Owner switch
    {
        NeedOwner.Claim => $"claim {value.Field}",
        NeedOwner.Line => $"line {value.Field}",
        NeedOwner.History => $"{value.Field} of history where ({string.Join(", or ", value.Of.Select(Of))})",
        _ => $"\"{value.Field}\"",
    };

    private static string Codes(CodeSet codes) => $"one of {string.Join(", ", codes.ToRanges())}";

    private static string Unless(ImmutableArray<NeedValue> values) =>
        values.IsEmpty ? "" : $", unless {string.Join(" or ", values.Select(value => value.Owner == NeedOwner.History ? $"{value.Field} of such a history line" : Value(value)).Distinct())} is missing";

    private static string Day(NeedDay day)
    {
        string anchor = day.From switch
        {
            NeedDate date => Value(date.Value),
            NeedFixedDay fixedDay => fixedDay.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            NeedPeriodEdge edge => $"the {(edge.IsLast ? "last" : "first")} day of the {Period(edge.Period)} of {Day(edge.Of)}{(edge.Start is null ? "" : $" from {Day(edge.Start)}")}",
            _ => "a day",
        };
        return $"{anchor}{Shift(day.Months, "month")}{Shift(day.Days, "day")}";
    }

    private static string Period(CalendarPeriod period) => period switch
    {
        CalendarPeriod.Month => "month",
        CalendarPeriod.Quarter => "quarter",
        CalendarPeriod.Year => "year",
        _ => "benefit year",
    };

    private static string Shift(int count, string unit) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {(count < 0 ? '-' : '+')} {Math.Abs(count)} {unit}{(Math.Abs(count) == 1 ? "" : "s")}");
}
