using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;

namespace EditEngine.Formats.Json;

/// <summary>What writes the members of a record, by the rows of the table of fields, in their order.</summary>
internal static class MemberWriters
{
    /// <summary>Writes the members of an object.</summary>
    /// <param name="rows">Rows of the record; those that follow from others are left out.</param>
    public static Action<Utf8JsonWriter, object> Of(IEnumerable<ClaimField> rows)
    {
        Action<Utf8JsonWriter, object>[] members = [.. rows.Where(row => row.IsSubmitted).Select(Of)];
        return (json, record) =>
        {
            foreach (Action<Utf8JsonWriter, object> write in members)
            {
                write(json, record);
            }
        };
    }

    private static Action<Utf8JsonWriter, object> Of(ClaimField row)
    {
        string name = row.Member;
        return row switch
        {
            ClaimField<Code> code => (json, record) => json.Code(name, code.Get(record)),
            ClaimField<string?> text => (json, record) => json.Text(name, text.Get(record)),
            ClaimField<DateOnly?> date => (json, record) => json.Date(name, date.Get(record)),
            ClaimField<TimeOnly?> time => (json, record) => json.Text(name, time.Get(record)?.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
            ClaimField<DateTimeOffset?> instant => (json, record) => Instant(json, name, instant.Get(record)),
            ClaimField<decimal?> number => (json, record) => json.Number(name, number.Get(record)),
            ClaimField<long?> { Type.Kind: FieldKind.Money } cents => (json, record) => json.Dollars(name, cents.Get(record)),
            ClaimField<long?> whole => (json, record) => json.WriteNumber(name, whole.Get(record) ?? 0),
            ClaimField<bool?> yesNo => (json, record) => json.YesNo(name, yesNo.Get(record)),
            ClaimField<ImmutableArray<Code>> codes => (json, record) => json.Codes(name, Given(codes, record)),
            ClaimField<ImmutableArray<string>> texts => (json, record) => json.Texts(name, Given(texts, record)),
            ClaimField<ImmutableArray<int>> positions => (json, record) => Positions(json, name, positions.Get(record)),
            ClaimField<ImmutableSortedDictionary<string, FactValue>> facts => (json, record) => Facts(json, name, facts.Get(record)),
            ClaimField<FactSpans> spans => Spans(spans),
            _ => OfObject(row),
        };
    }

    private static Action<Utf8JsonWriter, object> OfObject(ClaimField row) => row switch
    {
        ClaimField<Provider?> part => OfPart(part, FieldTable.Provider),
        ClaimField<Patient?> part => OfPart(part, FieldTable.Patient),
        ClaimField<DrugIdentification?> part => OfPart(part, FieldTable.Drug),
        ClaimField<CodingRecord?> part => OfPart(part, FieldTable.CodingRecord),
        ClaimField<ImmutableArray<ServiceLine>> list => OfList(list, FieldTable.Line),
        ClaimField<ImmutableArray<HistoryLine>> list => OfList(list, [.. FieldTable.History, .. FieldTable.Line]),
        ClaimField<ImmutableArray<Diagnosis>> list => OfList(list, FieldTable.Diagnosis),
        ClaimField<ImmutableArray<InpatientProcedure>> list => OfList(list, FieldTable.Procedure),
        ClaimField<ImmutableArray<OccurrenceCode>> list => OfList(list, FieldTable.Occurrence),
        ClaimField<ImmutableArray<ValueCode>> list => OfList(list, FieldTable.Value),
        ClaimField<ImmutableArray<Authorization>> list => OfList(list, FieldTable.Authorization),
        ClaimField<ImmutableArray<Certificate>> list => OfList(list, FieldTable.Certificate),
        ClaimField<ImmutableArray<TreatedTooth>> list => OfList(list, FieldTable.Tooth),
        ClaimField<ImmutableArray<OtherPayer>> list => OfList(list, FieldTable.OtherPayer),
        ClaimField<ImmutableArray<Adjustment>> list => OfList(list, FieldTable.Adjustment),
        ClaimField<ImmutableArray<Suggestion>> list => OfList(list, FieldTable.Suggestion),
        ClaimField<ImmutableArray<Evidence>> list => OfList(list, FieldTable.Evidence),
        _ => throw new UnreachableException($"No JSON is written of {row}."),
    };

    private static Action<Utf8JsonWriter, object> OfPart<T>(ClaimField<T?> row, ImmutableArray<ClaimField> rows)
        where T : class
    {
        Action<Utf8JsonWriter, object> write = Of(rows);
        return (json, record) => json.Object(row.Member, row.Get(record), write);
    }

    private static Action<Utf8JsonWriter, object> OfList<T>(ClaimField<ImmutableArray<T>> row, ImmutableArray<ClaimField> rows)
        where T : class
    {
        Action<Utf8JsonWriter, object> write = Of(rows);
        return (json, record) => json.Objects(row.Member, Given(row, record), write);
    }

    // An empty list is written where its absence would say something else.
    private static ImmutableArray<T> Given<T>(ClaimField<ImmutableArray<T>> row, object record) =>
        row.Absence == Absence.Empty ? row.Get(record).OrAbsent() : row.Get(record);

    private static void Instant(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is DateTimeOffset instant)
        {
            json.WriteString(name, instant);
        }
    }

    private static void Positions(Utf8JsonWriter json, string name, ImmutableArray<int> positions)
    {
        if (positions.IsDefault)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (int position in positions)
        {
            json.WriteNumberValue(position);
        }

        json.WriteEndArray();
    }

    private static void Facts(Utf8JsonWriter json, string member, ImmutableSortedDictionary<string, FactValue> facts)
    {
        if (facts.All(static fact => !fact.Value.Spans.IsDefault))
        {
            return;
        }

        json.WriteStartObject(member);
        foreach ((string name, FactValue fact) in facts)
        {
            string written = Surrogates.Replaced(name);
            json.Text(written, fact.Text);
            json.Number(written, fact.Number);
            json.YesNo(written, fact.YesNo);
        }

        json.WriteEndObject();
    }

    // An empty list says that there are none.
    private static Action<Utf8JsonWriter, object> Spans(ClaimField<FactSpans> row)
    {
        Action<Utf8JsonWriter, object> write = Of(FieldTable.Span);
        return (json, record) =>
        {
            if (row.Get(record).Facts is { IsEmpty: false } facts)
            {
                json.WriteStartObject(row.Member);
                foreach ((string name, FactValue fact) in facts)
                {
                    json.Objects(Surrogates.Replaced(name), fact.Spans, write);
                }

                json.WriteEndObject();
            }
        };
    }
}
