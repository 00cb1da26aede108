using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Notation;

/// <summary>A field's path and the value it is given.</summary>
/// <param name="Path">As <c>rendering.npi</c>.</param>
/// <param name="Value">Of the field's type; null takes the value away.</param>
internal readonly record struct WrittenValue(string Path, object? Value);

/// <summary>Reads <c>FIELD VALUE</c>, the value by the field's type.</summary>
internal static class FieldReading
{
    /// <summary>A field of a thing and its value; the reader has failed where there is none.</summary>
    /// <param name="reader">At the field.</param>
    /// <param name="owner">What kind of thing.</param>
    /// <param name="thing">What it is called, as <c>A claim</c>.</param>
    /// <param name="others">Words beside fields that fit there.</param>
    public static WrittenValue Read(WordReader reader, ThingKinds owner, string thing, params IEnumerable<string> others)
    {
        if (reader.Peek() is not { Kind: WordKind.Plain } word)
        {
            reader.FailWord("a field and its value", []);
            return default;
        }

        if (FieldWriters.TypeOf(owner, word.Value) is not LanguageType type)
        {
            string[] known = [.. others.Concat(FieldWriters.PathsOf(owner)).Distinct(StringComparer.Ordinal)];
            reader.Offer(null, known);
            reader.Fail(TestDiagnostics.UnknownField(reader.PlaceOf(word), thing, word.Value, known));
            return default;
        }

        reader.TryTake(word.Value);
        return new WrittenValue(word.Value, ReadValue(reader, type, word.Value));
    }

    /// <summary>A value of a type.</summary>
    public static object? ReadValue(WordReader reader, LanguageType type, string field)
    {
        switch (type.Kind)
        {
            case TypeKind.Text when type.Words is { Words.IsEmpty: false } list:
                return reader.ReadOneOf($"a {list.Name}", list.Words);
            case TypeKind.Text:
                return reader.ReadText($"the value of {field}");
            case TypeKind.Code:
                return reader.ReadCode(type.System);
            case TypeKind.CodeList:
                return reader.ReadList(() => reader.ReadCode(type.System));
            case TypeKind.TextList:
                return reader.ReadList(() => reader.ReadText($"a text of {field}"));
            case TypeKind.Date:
                return reader.ReadDate();
            case TypeKind.Instant:
                return reader.ReadInstant();
            case TypeKind.Money:
                return reader.ReadMoney();
            case TypeKind.Percent:
                return reader.ReadPercent();
            case TypeKind.Number or TypeKind.Units:
                return reader.ReadNumber();
            case TypeKind.YesNo:
                // A flag by itself says yes.
                return reader.TryTakeOneOf(["yes", "no"]) != "no";
            default:
                reader.Fail(TestDiagnostics.NotAValue(reader.LastPlace, field, "a field with a value of its own", FormOf(type, field)));
                return null;
        }
    }

    private static string? FormOf(LanguageType type, string field) => type.Things switch
    {
        ThingKinds.Provider or ThingKinds.Patient or ThingKinds.Drug => $"one of its members, as {field}.{FieldWriters.PathsOf(type.Things).First()}",
        _ => null,
    };
}
