using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Needs taken as the query that they are: which of a member's history lines a host fetches for a claim.</summary>
internal static class HistoryQuery
{
    /// <summary>The lines that at least one need asks for, in their order.</summary>
    /// <param name="needs">Of a pack.</param>
    /// <param name="claim">The claim; its own history is not read.</param>
    /// <param name="history">All history of the member.</param>
    public static ImmutableArray<HistoryLine> Fetch(ImmutableArray<HistoryNeed> needs, Claim claim, ImmutableArray<HistoryLine> history) =>
        [.. history.Where(line => needs.Any(need => Takes(need, claim, line, history)))];

    private static bool Takes(HistoryNeed need, Claim claim, HistoryLine line, ImmutableArray<HistoryLine> history) =>
        need.Words.All(words => Of(claim, line, words.Field) is not string word || words.Words.Contains(word))
        && need.Codes.All(codes => Of(claim, line, codes.Field) is not Code code || codes.Codes.Contains(code.Packed, 0)
            || IsMissing(codes.Unless, claim, history))
        && need.Keys.All(key => Of(claim, line, key.Field) is not object own || key.OneOf.Any(value => Values(value, claim, history).Any(one => one is null || IsEqual(one, own))) || IsMissing(key.Unless, claim, history))
        && need.Days.All(day => Of(claim, line, day.Field) is not DateOnly own || own <= EndsOfCalendar.First || own >= EndsOfCalendar.Last || day.OneOf.Any(one => Days(one, claim, history).Any(end => end is not int bound
            || (day.IsUpper ? own.DayNumber <= bound : own.DayNumber >= bound))) || IsMissing(day.Unless, claim, history));

    private static bool IsMissing(ImmutableArray<NeedValue> values, Claim claim, ImmutableArray<HistoryLine> history) =>
        values.Any(value => Values(value, claim, history).Any(one => one is null));

    private static bool IsEqual(object value, object own) => value is string text && own is Code code ? code.ToPlainText() == text : value.Equals(own);

    private static IEnumerable<object?> Values(NeedValue value, Claim claim, ImmutableArray<HistoryLine> history) => value.Owner switch
    {
        NeedOwner.Constant => [value.Field],
        NeedOwner.Claim => [Of(claim, claim, value.Field)],
        NeedOwner.Line => claim.Lines.Select(line => Of(claim, line, value.Field)),
        _ => history.Where(line => value.Of.Any(need => Takes(need, claim, line, history))).Select(line => Of(claim, line, value.Field)),
    };

    // Null: not known, or past the calendar's end.
    private static IEnumerable<int?> Days(NeedDay day, Claim claim, ImmutableArray<HistoryLine> history)
    {
        IEnumerable<int?> anchors = day.From switch
        {
            NeedFixedDay fixedDay => [fixedDay.Day.DayNumber],
            NeedDate date => Values(date.Value, claim, history).Select(value => value is DateOnly known ? known.DayNumber : (int?)null),
            NeedPeriodEdge edge => Days(edge.Of, claim, history).SelectMany(of => (edge.Start is null ? [0] : Days(edge.Start, claim, history))
                .Select(start => of is int known && start is int first ? Edge(edge, known, first) : null)),
            _ => [null],
        };
        return anchors.Select(anchor => anchor is int known ? Shifted(known, day.Months, day.Days) : null);
    }

    private static int? Edge(NeedPeriodEdge edge, int day, int start) =>
        edge.IsLast ? CalendarMath.LastDayOf(edge.Period, day, start) : CalendarMath.FirstDayOf(edge.Period, day, start);

    private static int? Shifted(int day, int months, int days)
    {
        int? shifted = months == 0 ? day : CalendarMath.AddMonths(day, months);
        long end = (long)(shifted ?? -1) + days;
        return shifted is null || end < 0 || end > DateOnly.MaxValue.DayNumber ? null : (int)end;
    }

    private static object? Of(Claim claim, object thing, string path)
    {
        object? facts = thing;
        ThingKinds owner = thing switch { Claims.Claim => ThingKinds.Claim, HistoryLine => ThingKinds.History, _ => ThingKinds.Line };
        foreach (string name in path.Split('.'))
        {
            if (facts is null || FieldTable.Find(owner, name) is not ClaimField field)
            {
                return null;
            }

            facts = field.ValueOf(claim, facts);
            owner = field.Type.Things;
        }

        return facts;
    }
}
