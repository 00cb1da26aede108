using System.Text.Json;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Cli.Output;

/// <summary>What history a pack reads, for a program that fetches it.</summary>
internal static class NeedsJson
{
    public static string Of(PackNeeds needs)
    {
        return PrintedJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteList("needs", needs.Needs, item => Need(json, item));
            json.WriteTexts("fields", needs.Columns);
            json.WriteEndObject();
        });
    }

    private static void Need(Utf8JsonWriter json, HistoryNeed need)
    {
        json.WriteStartObject();
        json.WriteTexts("edits", need.Edits);
        Parts(json, need);
        json.WriteEndObject();
    }

    private static void Parts(Utf8JsonWriter json, HistoryNeed need)
    {
        json.WriteList("codes", need.Codes, codes =>
        {
            json.WriteStartObject();
            json.WriteString("field", codes.Field);
            json.WriteTexts("ranges", codes.Codes.ToRanges());
            json.WriteList("unlessMissing", codes.Unless, item => Value(json, item));
            json.WriteEndObject();
        });
        json.WriteList("words", need.Words, words =>
        {
            json.WriteStartObject();
            json.WriteString("field", words.Field);
            json.WriteTexts("words", words.Words);
            json.WriteEndObject();
        });
        json.WriteList("equal", need.Keys, key =>
        {
            json.WriteStartObject();
            json.WriteString("field", key.Field);
            json.WriteList("oneOf", key.OneOf, item => Value(json, item));
            json.WriteList("unlessMissing", key.Unless, item => Value(json, item));
            json.WriteEndObject();
        });
        json.WriteList("days", need.Days, day =>
        {
            json.WriteStartObject();
            json.WriteString("field", day.Field);
            json.WriteString("on", day.IsUpper ? "or before" : "or after");
            json.WriteList("oneOf", day.OneOf, item => Day(json, item));
            json.WriteList("unlessMissing", day.Unless, item => Value(json, item));
            json.WriteEndObject();
        });
    }

    private static void Value(Utf8JsonWriter json, NeedValue value)
    {
        json.WriteStartObject();
        json.WriteString("of", Owner(value.Owner));
        json.WriteString(value.Owner == NeedOwner.Constant ? "text" : "field", value.Field);
        if (value.Owner == NeedOwner.History)
        {
            json.WriteList("where", value.Of, need =>
            {
                json.WriteStartObject();
                Parts(json, need);
                json.WriteEndObject();
            });
        }

        json.WriteEndObject();
    }

    private static string Owner(NeedOwner owner) => owner switch
    {
        NeedOwner.Claim => "claim",
        NeedOwner.Line => "line",
        NeedOwner.History => "history",
        _ => "constant",
    };

    private static void Day(Utf8JsonWriter json, NeedDay day)
    {
        json.WriteStartObject();
        switch (day.From)
        {
            case NeedDate date:
                json.WritePropertyName("date");
                Value(json, date.Value);
                break;
            case NeedFixedDay fixedDay:
                json.WriteString("day", fixedDay.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case NeedPeriodEdge edge:
                json.WriteString(edge.IsLast ? "lastDayOf" : "firstDayOf", edge.Period switch
                {
                    CalendarPeriod.Month => "month",
                    CalendarPeriod.Quarter => "quarter",
                    CalendarPeriod.Year => "year",
                    _ => "benefit year",
                });
                json.WritePropertyName("of");
                Day(json, edge.Of);
                if (edge.Start is not null)
                {
                    json.WritePropertyName("from");
                    Day(json, edge.Start);
                }

                break;
        }

        json.WriteNumber("months", day.Months);
        json.WriteNumber("days", day.Days);
        json.WriteEndObject();
    }
}
