using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>Every field of the language. The reference page and the schema test are made from this table.</summary>
public static partial class Fields
{
    private static readonly LanguageType ProviderType = LanguageType.ThingOf(ThingKinds.Provider);

    private static readonly LanguageType CountOfPayers = LanguageType.Number with { IsNeverNegative = true };

    private static readonly LanguageType AnyMoney = LanguageType.Money with { IsNeverNegative = false };

    private static readonly LanguageType ClaimTypeWord = LanguageType.WordOf("claim type", "professional", "institutional", "dental");

    private static readonly ImmutableArray<FieldSymbol> Table = [.. ClaimFields(), .. LineFields(), .. OtherFields()];

    /// <summary>All fields in the order of the reference.</summary>
    public static ImmutableArray<FieldSymbol> All => Table;

    /// <summary>The field of a thing by name: one for each of the kinds, all of the same type; null where a kind has none.</summary>
    public static FieldSymbol? Find(ThingKinds kinds, string name)
    {
        foreach (FieldSymbol field in Table)
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
        [.. Table.Where(field => field.Name == name && (field.Owners & kinds) != 0)];

    /// <summary>Names of the fields that every one of the kinds has, ordinal order.</summary>
    public static IEnumerable<string> NamesOf(ThingKinds kinds) =>
        Table.Where(field => (field.Owners & kinds) == kinds).Select(field => field.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static object? Given<T>(ImmutableArray<T> list) => list.IsDefault ? null : list;

    private static object? Given(Code code) => code.IsMissing ? null : code;

    private static FieldSymbol Claim(string name, LanguageType type, Absence absence, string member, string description, Func<Claim, object?> read) =>
        new(ThingKinds.Claim, name, type, absence, member, description, source => read(source.Claim));
}
