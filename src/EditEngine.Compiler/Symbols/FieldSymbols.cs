using System.Collections.Immutable;

namespace EditEngine.Compiler.Symbols;

/// <summary>The fields of the language, made from the rows of the table of fields.</summary>
internal static class FieldSymbols
{
    /// <summary>All fields in the order of the reference.</summary>
    public static ImmutableArray<FieldSymbol> All { get; } =
        [.. FieldTable.All.Where(row => row.IsInLanguage).Select(row => new FieldSymbol(row, LanguageType.Of(row.Type)))];

    /// <summary>The field of a thing by name: one for each of the kinds, all of the same type; null where a kind has none.</summary>
    public static FieldSymbol? Find(ThingKinds kinds, string name)
    {
        foreach (FieldSymbol field in All)
        {
            if (field.Name == name && (field.Owners & kinds) == kinds)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The fields of that name that any of the kinds has: more than one where kinds have each their own.</summary>
    public static ImmutableArray<FieldSymbol> FindEach(ThingKinds kinds, string name) =>
        [.. All.Where(field => field.Name == name && (field.Owners & kinds) != 0)];

    /// <summary>Names of the fields that every one of the kinds has, ordinal order.</summary>
    public static IEnumerable<string> NamesOf(ThingKinds kinds) =>
        All.Where(field => (field.Owners & kinds) == kinds).Select(field => field.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
