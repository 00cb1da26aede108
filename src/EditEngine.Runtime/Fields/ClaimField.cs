using EditEngine.Claims;

namespace EditEngine.Fields;

/// <summary>
/// One row of the table of fields: a member of the claim schema, a field that the language reads, or both. What reads, writes or tells of a field reads
/// its row; nothing else lists fields. Immutable.
/// </summary>
internal abstract class ClaimField
{
    private protected ClaimField(ThingKinds owners, string name, FieldType type, Absence absence, string member, string source, string description)
    {
        Owners = owners;
        Name = name;
        ReportedAs = name;
        Type = type;
        Absence = absence;
        Member = member;
        Source = source;
        Description = description;
    }

    /// <summary>The kinds of things that have it; none for things that the language does not speak of.</summary>
    public ThingKinds Owners { get; }

    /// <summary>Its name in rule text and in tests; empty for a member that neither speaks of.</summary>
    public string Name { get; }

    /// <summary>What a saved plan calls it, also in later versions: the first kind that has it and its name, as <c>line.units</c>.</summary>
    public string Key => $"{WordOf(Owners)}.{Name}";

    /// <summary>Whether rules can read it.</summary>
    public bool IsInLanguage { get; private protected init; } = true;

    /// <summary>Its type.</summary>
    public FieldType Type { get; }

    /// <summary>What its absence means.</summary>
    public Absence Absence { get; }

    /// <summary>The member of the claim schema that it comes from, <c>otherPayers.paidAmount</c> for one inside.</summary>
    public string Member { get; }

    /// <summary>Loop, segment and element of X12 that it comes from; empty where X12 does not carry it.</summary>
    public string Source { get; }

    /// <summary>One sentence for the reference.</summary>
    public string Description { get; }

    /// <summary>The field that is reported where it is absent: for days and through, the date.</summary>
    public string ReportedAs { get; init; }

    /// <summary>A claim without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The lines of a test have a word or a place of their own for it, as for the number of a line.</summary>
    public bool HasOwnWords { get; init; }

    /// <summary>Its member is kept in a property of its own: it was submitted, and does not follow from other facts.</summary>
    public abstract bool IsSubmitted { get; }

    /// <summary>What its absence means while a rule is evaluated: true for none, false for missing.</summary>
    public bool IsNoneWhenAbsent => Absence == Absence.None;

    /// <summary>Whether a line of a test can give it a value by its name.</summary>
    /// <param name="owner">The kind of thing.</param>
    public bool CanBeWritten(ThingKinds owner) => Name.Length > 0 && !HasOwnWords && (Holders & owner) != 0 && IsWritable;

    /// <summary>The kinds of things in whose record it is kept.</summary>
    internal abstract ThingKinds Holders { get; }

    private protected abstract bool IsWritable { get; }

    /// <summary>Its value as an object: null where it is absent, codes as a list, money as a number of cents.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="thing">The record of the thing: one of <see cref="Owners"/>.</param>
    public abstract object? ValueOf(Claim claim, object thing);

    /// <summary>The record of a part of a thing; null where there is no such part.</summary>
    internal abstract object? PartOf(Claim claim, object thing);

    /// <summary>Puts a value into a record that nobody else has yet, as a line of a test gives it; null takes the value away.</summary>
    internal abstract void Write(object record, object? value);

    /// <summary>Its key, or its member where rules do not speak of it.</summary>
    public override string ToString() => Name.Length > 0 ? Key : $"{WordOf(Owners)} {Member}";

    private static string WordOf(ThingKinds kinds) => (ThingKinds)((int)kinds & -(int)kinds) switch
    {
        ThingKinds.Claim => "claim",
        ThingKinds.Line => "line",
        ThingKinds.History => "history",
        ThingKinds.Diagnosis => "diagnosis",
        ThingKinds.Procedure => "procedure",
        ThingKinds.Suggestion => "suggestion",
        ThingKinds.Evidence => "evidence",
        ThingKinds.Certificate => "certificate",
        ThingKinds.Authorization => "authorization",
        ThingKinds.Provider => "provider",
        ThingKinds.Patient => "patient",
        ThingKinds.Drug => "drug",
        ThingKinds.Occurrence => "occurrence",
        ThingKinds.ValueCode => "value",
        ThingKinds.Span => "span",
        _ => "thing",
    };
}

/// <summary>A field with values of one type.</summary>
/// <typeparam name="TValue">A claim's own type; a null or a <c>default</c> is absent.</typeparam>
internal abstract class ClaimField<TValue> : ClaimField
{
    private protected ClaimField(ThingKinds owners, string name, FieldType type, Absence absence, string member, string source, string description)
        : base(owners, name, type, absence, member, source, description)
    {
    }

    /// <summary>Its value.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="thing">The record of the thing: one of <see cref="ClaimField.Owners"/>.</param>
    public abstract TValue Read(Claim claim, object thing);

    /// <summary>What the claim says in its member, before the language makes anything of it.</summary>
    internal abstract TValue Get(object record);

    /// <summary>Puts what a claim says into a record that nobody else has yet.</summary>
    internal abstract void Set(object record, TValue value);
}
