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
            Array(json, "needs", needs.Needs, Need);
            Texts(json, "fields", needs.Columns);
            json.WriteEndObject();
        });
    }

    private static void Need(Utf8JsonWriter json, HistoryNeed need)
    {
        json.WriteStartObject();
        Texts(json, "edits", need.Edits);
        Parts(json, need);
        json.WriteEndObject();
    }

    private static void Parts(Utf8JsonWriter json, HistoryNeed need)
    {
        Array(json, "codes", need.Codes, static (json, codes) =>
        {
            json.WriteStartObject();
            json.WriteString("field", codes.Field);
            Texts(json, "ranges", codes.Codes.ToRanges());
            Array(json, "unlessMissing", codes.Unless, Value);
            json.WriteEndObject();
        });
        Array(json, "words", need.Words, static (json, words) =>
        {
            json.WriteStartObject();
            json.WriteString("field", words.Field);
            Texts(json, "words", words.Words);
            json.WriteEndObject();
        });
        Array(json, "equal", need.Keys, static (json, key) =>
        {
            json.WriteStartObject();
            json.WriteString("field", key.Field);
            Array(json, "oneOf", key.OneOf, Value);
            Array(json, "unlessMissing", key.Unless, Value);
            json.WriteEndObject();
        });
        Array(json, "days", need.Days, static (json, day) =>
        {
            json.WriteStartObject();
            json.WriteString("field", day.Field);
            json.WriteString("on", day.IsUpper ? "or before" : "or after");
            Array(json, "oneOf", day.OneOf, Day);
            Array(json, "unlessMissing", day.Unless, Value);
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
            Array(json, "where", value.Of, static (json, need) =>
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

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) => Array(json, name, texts, static (json, text) => json.WriteStringValue(text));

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
