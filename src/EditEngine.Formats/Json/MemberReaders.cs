using System.Collections.Immutable;
using System.Diagnostics;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;

namespace EditEngine.Formats.Json;

/// <summary>What reads the member of a row: by the type of its values, straight into the record.</summary>
internal static class MemberReaders
{
    public static ReadMember Of(ClaimField row) => row switch
    {
        ClaimField<Code> code => OfCode(code),
        ClaimField<string?> text => OfText(text),
        ClaimField<DateOnly?> date => (ref JsonParser json, object record) => Kept(date, record, json.ReadDate()),
        ClaimField<TimeOnly?> time => (ref JsonParser json, object record) => Kept(time, record, json.ReadTime()),
        ClaimField<DateTimeOffset?> instant => (ref JsonParser json, object record) => Kept(instant, record, json.ReadInstant()),
        ClaimField<decimal?> number => (ref JsonParser json, object record) => Kept(number, record, json.ReadNumber()),
        ClaimField<long?> cents => (ref JsonParser json, object record) => Kept(cents, record, json.ReadCents()),
        ClaimField<bool?> yesNo => (ref JsonParser json, object record) => Kept(yesNo, record, json.ReadYesNo()),
        ClaimField<ImmutableArray<string>> texts => (ref JsonParser json, object record) => KeptList(texts, record, json.ReadTexts()),
        ClaimField<ImmutableArray<int>> positions => (ref JsonParser json, object record) => KeptList(positions, record, json.ReadPointers()),
        ClaimField<ImmutableArray<Code>> codes => (ref JsonParser json, object record) => KeptList(codes, record, json.ReadSentCodes(codes.Type.System, codes.Type.MostItems)),
        ClaimField<Provider?> provider => (ref JsonParser json, object record) => KeptPart(provider, record, json.ReadObject(ClaimShapes.Provider)),
        ClaimField<Patient?> patient => (ref JsonParser json, object record) => KeptPart(patient, record, json.ReadObject(ClaimShapes.Patient)),
        ClaimField<DrugIdentification?> drug => (ref JsonParser json, object record) => KeptPart(drug, record, json.ReadObject(ClaimShapes.Drug)),
        ClaimField<CodingRecord?> coding => (ref JsonParser json, object record) => KeptPart(coding, record, json.ReadObject(ClaimShapes.CodingRecord)),
        ClaimField<ImmutableSortedDictionary<string, FactValue>> facts => (ref JsonParser json, object record) => KeptPart(facts, record, json.ReadFacts()),
        ClaimField<FactSpans> spans => (ref JsonParser json, object record) => KeptPart(spans, record, json.ReadSpans()),
        _ => OfList(row),
    };

    private static ReadMember OfList(ClaimField row) => row switch
    {
        ClaimField<ImmutableArray<ServiceLine>> lines => (ref JsonParser json, object record) => KeptList(lines, record, json.ReadLines(lines.Type.MostItems)),
        ClaimField<ImmutableArray<HistoryLine>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.HistoryLine)!),
        ClaimField<ImmutableArray<Diagnosis>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Diagnosis)!),
        ClaimField<ImmutableArray<InpatientProcedure>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Procedure)!),
        ClaimField<ImmutableArray<OccurrenceCode>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Occurrence)!),
        ClaimField<ImmutableArray<ValueCode>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Value)!),
        ClaimField<ImmutableArray<Authorization>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Authorization)!),
        ClaimField<ImmutableArray<Certificate>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Certificate)!),
        ClaimField<ImmutableArray<TreatedTooth>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Tooth)!),
        ClaimField<ImmutableArray<OtherPayer>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.OtherPayer)!),
        ClaimField<ImmutableArray<Adjustment>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Adjustment)!),
        ClaimField<ImmutableArray<Suggestion>> list => OfObjects(list, static (ref JsonParser json) => json.ReadSuggestion()!),
        ClaimField<ImmutableArray<Evidence>> list => OfObjects(list, static (ref JsonParser json) => json.ReadObject(ClaimShapes.Evidence)!),
        _ => throw new UnreachableException($"No JSON is read into {row}."),
    };

    // Null items are left out by the list.
    private static ReadMember OfObjects<T>(ClaimField<ImmutableArray<T>> row, JsonParser.ReadItem<T> read) =>
        (ref JsonParser json, object record) => KeptList(row, record, json.ReadList(read, row.Type.MostItems));

    private static ReadMember OfText(ClaimField<string?> row)
    {
        if (row.Type is { IsOpen: false, Words.Words: { IsEmpty: false } words })
        {
            string[] closed = [.. words];
            return (ref JsonParser json, object record) => KeptPart(row, record, json.ReadWord(closed));
        }

        return (ref JsonParser json, object record) => KeptPart(row, record, json.ReadText());
    }

    private static ReadMember OfCode(ClaimField<Code> row)
    {
        CodeSystem system = row.Type.System;
        if (row.Type.Words is WordList list)
        {
            string[] closed = [.. list.Words];
            return (ref JsonParser json, object record) => KeptCode(row, record, Code.From(system, json.ReadWord(closed)));
        }

        return (ref JsonParser json, object record) => KeptCode(row, record, json.ReadSentCode(system));
    }

    private static bool KeptCode(ClaimField<Code> row, object record, in Code value)
    {
        row.Set(record, value);
        return !value.IsMissing;
    }

    private static bool Kept<T>(ClaimField<T?> row, object record, T? value)
        where T : struct
    {
        row.Set(record, value);
        return value is not null;
    }

    private static bool KeptPart<T>(ClaimField<T> row, object record, T value)
        where T : class?
    {
        row.Set(record, value);
        return value is not null;
    }

    private static bool KeptList<T>(ClaimField<ImmutableArray<T>> row, object record, ImmutableArray<T> value)
    {
        row.Set(record, value);
        return !value.IsDefault;
    }
}
