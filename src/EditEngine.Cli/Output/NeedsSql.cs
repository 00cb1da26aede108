using System.Globalization;
using System.Text;
using EditEngine.Codes;
using EditEngine.Evaluation;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Cli.Output;

/// <summary>What history a pack reads, as one query of PostgreSQL.</summary>
/// <remarks>
/// Tables: <c>history</c>, with a column a field (dots are underscores) and <c>member</c>; <c>claim</c>, the claim in question, one row; <c>claim_line</c>, its lines.
/// It may fetch a little more than the needs ask (codes between two of a run, whole benefit years), never less.
/// </remarks>
internal static class NeedsSql
{
    public static string Of(PackNeeds needs)
    {
        if (needs.Needs.IsEmpty)
        {
            return "-- no edit reads history";
        }

        StringBuilder sql = new("SELECT ");
        sql.AppendJoin(", ", needs.Columns.Select(field => $"h1.{Column(field)}")).Append("\nFROM history h1, claim c\nWHERE h1.member = c.member AND (\n");
        sql.AppendJoin("\n  OR\n", needs.Needs.Select(need => $"  -- {string.Join(", ", need.Edits)}\n  {Need(need, 1)}"));
        return sql.Append("\n);").ToString();
    }

    // Each part holds too where the line lacks the field.
    private static string Need(HistoryNeed need, int depth)
    {
        string[] parts =
        [
            .. need.Words.Select(words => Part(words.Field, depth, $"{Own(words.Field, depth)} IN ({string.Join(", ", words.Words.Select(Text))})")),
            .. need.Codes.Select(codes => Part(codes.Field, depth, string.Join(" OR ", [Codes(codes, depth), .. Unless(codes.Unless, depth)]))),
            .. need.Keys.Select(key => Part(key.Field, depth, string.Join(" OR ", key.OneOf.Select(value => Holds(value, depth, other => $"{other} IS NULL OR {Own(key.Field, depth)} = {other}")).Concat(Unless(key.Unless, depth))))),
            .. need.Days.Select(day => Part(day.Field, depth, string.Join(" OR ", day.OneOf.Select(one => Day(one, day, depth)).Concat(Unless(day.Unless, depth))))),
        ];
        return parts.Length == 0 ? "(TRUE)" : $"({string.Join("\n   AND ", parts)})";
    }

    private static IEnumerable<string> Unless(IEnumerable<NeedValue> values, int depth) => values.Select(value => Holds(value, depth, other => $"{other} IS NULL"));

    private static string Part(string field, int depth, string condition) => $"({Own(field, depth)} IS NULL OR {condition})";

    private static string Codes(NeededCodes codes, int depth)
    {
        string own = Own(codes.Field, depth);
        CodeInterval[] ranges = [.. CodeRange.Joined(codes.Codes.Intervals)];
        string[] single = [.. ranges.Where(range => range.First == range.Last).Select(range => Text(Code.FromPacked(range.First).ToPlainText()))];
        IEnumerable<string> between = ranges.Where(range => range.First != range.Last)
            .Select(range => $"{own} BETWEEN {Text(Code.FromPacked(range.First).ToPlainText())} AND {Text(Code.FromPacked(range.Last).ToPlainText())}");
        string[] all = [.. single.Length == 0 ? Array.Empty<string>() : [$"{own} IN ({string.Join(", ", single)})"], .. between];
        return all.Length == 0 ? "FALSE" : string.Join(" OR ", all);
    }

    private static string Day(NeedDay day, NeededDay asked, int depth)
    {
        string relation = asked.IsUpper ? "<=" : ">=";
        return Shown(day) is (NeedValue value, Func<string, string> shift)
            ? Holds(value, depth, other => $"{other} IS NULL OR {Own(asked.Field, depth)} {relation} {shift(other)}")
            : $"{Own(asked.Field, depth)} {relation} {Fixed(day)}";
    }

    private static (NeedValue Value, Func<string, string> Shift)? Shown(NeedDay day) => day.From switch
    {
        NeedDate date => (date.Value, other => Shifted(other, day)),
        NeedPeriodEdge edge when Shown(edge.Of) is (NeedValue value, Func<string, string> inner) => (value, other => Shifted(Edge(edge, inner(other)), day)),
        _ => null,
    };

    private static string Fixed(NeedDay day) => day.From switch
    {
        NeedFixedDay one => Shifted($"DATE {Text(one.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}", day),
        NeedPeriodEdge edge => Shifted(Edge(edge, Fixed(edge.Of)), day),
        _ => "NULL",
    };

    // A benefit year that holds a day begins at most a year before it, and ends at most a year after.
    private static string Edge(NeedPeriodEdge edge, string day) => edge.Period == CalendarPeriod.BenefitYear
        ? $"({day} {(edge.IsLast ? '+' : '-')} INTERVAL '1 year')"
        : edge.IsLast ? $"(date_trunc('{Unit(edge.Period)}', {day}) + INTERVAL '{(edge.Period == CalendarPeriod.Quarter ? "3 months" : $"1 {Unit(edge.Period)}")}' - INTERVAL '1 day')"
        : $"date_trunc('{Unit(edge.Period)}', {day})";

    private static string Unit(CalendarPeriod period) => period switch
    {
        CalendarPeriod.Month => "month",
        CalendarPeriod.Quarter => "quarter",
        _ => "year",
    };

    private static string Shifted(string day, NeedDay by) =>
        day + (by.Months == 0 ? "" : Number($" + INTERVAL '{by.Months} months'")) + (by.Days == 0 ? "" : Number($" + INTERVAL '{by.Days} days'"));

    private static string Holds(NeedValue value, int depth, Func<string, string> condition) => value.Owner switch
    {
        NeedOwner.Constant => $"({condition(Text(value.Field))})",
        NeedOwner.Claim => $"({condition($"c.{Column(value.Field)}")})",
        NeedOwner.Line => $"EXISTS (SELECT 1 FROM claim_line l WHERE {condition($"l.{Column(value.Field)}")})",
        _ => Number($"EXISTS (SELECT 1 FROM history h{depth + 1} WHERE h{depth + 1}.member = c.member AND ({string.Join(" OR ", value.Of.Select(need => Need(need, depth + 1)))}) AND ({condition(Own(value.Field, depth + 1))}))"),
    };

    private static string Own(string field, int depth) => Number($"h{depth}.{Column(field)}");

    private static string Column(string field) => $"\"{field.Replace('.', '_')}\"";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
