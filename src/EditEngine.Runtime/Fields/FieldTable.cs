using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EditEngine.Fields;

/// <summary>Every member of a claim and every field of the language, once: parsers, writers, tests, the binder, the evaluator and the reference read them here.</summary>
internal static class FieldTable
{
    /// <summary>Rows of the claim.</summary>
    internal static ImmutableArray<ClaimField> Claim => ClaimRows.All;

    /// <summary>Rows of service lines, which history lines have too.</summary>
    internal static ImmutableArray<ClaimField> Line => LineRows.All;

    /// <summary>Rows of lines of history beside those of the line.</summary>
    internal static ImmutableArray<ClaimField> History => HistoryRows.All;

    /// <summary>Rows of the patient.</summary>
    internal static ImmutableArray<ClaimField> Patient => PartyRows.Patient;

    /// <summary>Rows of providers.</summary>
    internal static ImmutableArray<ClaimField> Provider => PartyRows.Provider;

    /// <summary>Rows of certificates.</summary>
    internal static ImmutableArray<ClaimField> Certificate => PartyRows.Certificate;

    /// <summary>Rows of the drug of a line.</summary>
    internal static ImmutableArray<ClaimField> Drug => ClaimThingRows.Drug;

    /// <summary>Rows of the teeth of a line.</summary>
    internal static ImmutableArray<ClaimField> Tooth => ClaimThingRows.Tooth;

    /// <summary>Rows of diagnoses.</summary>
    internal static ImmutableArray<ClaimField> Diagnosis => ClaimThingRows.Diagnosis;

    /// <summary>Rows of inpatient procedures.</summary>
    internal static ImmutableArray<ClaimField> Procedure => ClaimThingRows.Procedure;

    /// <summary>Rows of occurrences.</summary>
    internal static ImmutableArray<ClaimField> Occurrence => ClaimThingRows.Occurrence;

    /// <summary>Rows of values.</summary>
    internal static ImmutableArray<ClaimField> Value => ClaimThingRows.Value;

    /// <summary>Rows of authorizations.</summary>
    internal static ImmutableArray<ClaimField> Authorization => ClaimThingRows.Authorization;

    /// <summary>Rows of spans of days that the payer adds.</summary>
    internal static ImmutableArray<ClaimField> Span => ClaimThingRows.Span;

    /// <summary>Rows of the coding record.</summary>
    internal static ImmutableArray<ClaimField> CodingRecord => CodingRows.Record;

    /// <summary>Rows of suggestions.</summary>
    internal static ImmutableArray<ClaimField> Suggestion => CodingRows.Suggestion;

    /// <summary>Rows of evidence.</summary>
    internal static ImmutableArray<ClaimField> Evidence => CodingRows.Evidence;

    /// <summary>Rows of other payers.</summary>
    internal static ImmutableArray<ClaimField> OtherPayer => OtherPayerRows.Payer;

    /// <summary>Rows of adjustments.</summary>
    internal static ImmutableArray<ClaimField> Adjustment => OtherPayerRows.Adjustment;

    /// <summary>All rows, in the order of the schema.</summary>
    public static ImmutableArray<ClaimField> All { get; } =
    [
        .. Claim, .. Patient, .. Provider, .. Certificate, .. Line, .. History, .. Drug, .. Tooth, .. Diagnosis, .. Procedure, .. Occurrence, .. Value, .. Authorization, .. Span,
        .. CodingRecord, .. Suggestion, .. Evidence, .. OtherPayer, .. Adjustment,
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
