using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EditEngine.Fields;

/// <summary>Every member of a claim and every field of the language, once: parsers, writers, tests, the binder, the evaluator and the reference read them here.</summary>
public static class FieldTable
{
    /// <summary>All rows, in the order of the schema.</summary>
    public static ImmutableArray<ClaimField> All { get; } =
    [
        .. ClaimRows.All, .. PartyRows.Patient, .. PartyRows.Provider, .. PartyRows.Certificate, .. LineRows.All, .. HistoryRows.All, .. ClaimThingRows.Drug,
        .. ClaimThingRows.Diagnosis, .. ClaimThingRows.Procedure, .. ClaimThingRows.Occurrence, .. ClaimThingRows.Value, .. ClaimThingRows.Authorization,
        .. CodingRows.Record, .. CodingRows.Suggestion, .. CodingRows.Evidence, .. OtherPayerRows.Payer, .. OtherPayerRows.Adjustment,
    ];

    // Behind All: it is made of it.
    private static readonly FrozenDictionary<(ThingKinds Owner, string Name), ClaimField> ByName = OfEachKind().ToFrozenDictionary(one => (one.Kind, one.Field.Name), one => one.Field);

    private static readonly FrozenDictionary<string, ClaimField> ByKey = All.Where(field => field.IsInLanguage).ToFrozenDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>The procedure of lines, which evaluation keeps in a column.</summary>
    public static ClaimField LineProcedure => LineRows.Procedure;

    /// <summary>The date of lines, which evaluation keeps in a column.</summary>
    public static ClaimField LineDate => LineRows.Date;

    /// <summary>The field of a key; null where there is none.</summary>
    /// <param name="key">As <see cref="ClaimField.Key"/> says it.</param>
    public static ClaimField? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The field that rules read by a name.</summary>
    /// <param name="owner">One kind of thing.</param>
    /// <param name="name">Its name in rule text.</param>
    /// <returns>Null where there is none.</returns>
    public static ClaimField? Find(ThingKinds owner, string name) => FindWord(owner, name) is { IsInLanguage: true } field ? field : null;

    /// <summary>The field that a test names, of rules or of tests alone; null where there is none.</summary>
    internal static ClaimField? FindWord(ThingKinds owner, string name) => name.Length == 0 ? null : ByName.GetValueOrDefault((owner, name));

    /// <summary>The words that a field of rules may be.</summary>
    internal static ImmutableArray<string> WordsOf(ThingKinds owner, string name) => Find(owner, name)?.Type.Words?.Words ?? [];

    private static IEnumerable<(ThingKinds Kind, ClaimField Field)> OfEachKind() =>
        from field in All
        where field.Name.Length > 0
        from kind in Enum.GetValues<ThingKinds>()
        where kind != ThingKinds.None && (field.Owners & kind) != 0
        select (kind, field);
}
