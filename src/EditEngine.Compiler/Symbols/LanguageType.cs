using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>The types of the language.</summary>
internal enum TypeKind
{
    /// <summary>A mistake, already reported; fits everywhere.</summary>
    Error,

    /// <summary>A condition: true, false or unknown.</summary>
    Condition,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Service units.</summary>
    Units,

    /// <summary>Money, in cents inside.</summary>
    Money,

    /// <summary>A percent: 50% is 50 inside.</summary>
    Percent,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>An instant with offset.</summary>
    Instant,

    /// <summary>Days or months.</summary>
    Period,

    /// <summary>A code of one system.</summary>
    Code,

    /// <summary>A text, or a word of a closed list.</summary>
    Text,

    /// <summary>A fact that is yes or no.</summary>
    YesNo,

    /// <summary>A list of codes of one system.</summary>
    CodeList,

    /// <summary>A list of texts.</summary>
    TextList,

    /// <summary>A constant set: codes, texts or numbers.</summary>
    Set,

    /// <summary>A closed range of dates, numbers and so on.</summary>
    Range,

    /// <summary>A thing: claim, line, diagnosis and so on, or a table row.</summary>
    Thing,

    /// <summary>A list of things.</summary>
    ThingList,

    /// <summary>Several values in order.</summary>
    Tuple,

    /// <summary>A code that stands for all that lies under it.</summary>
    Category,
}

/// <summary>A type, with what narrows it.</summary>
/// <param name="Kind">The type.</param>
/// <param name="System">System of a code or list of codes.</param>
/// <param name="Things">Kinds of a thing or list of things.</param>
/// <param name="Words">Closed list of words a text may be; null for free text.</param>
/// <param name="Table">Table of a row.</param>
/// <param name="IsNeverNegative">Units, counts and charges.</param>
/// <param name="Taint">What makes a value depend on a score, a statistic or a suggestion; null for none.</param>
internal sealed record LanguageType(
    TypeKind Kind,
    CodeSystem System = CodeSystem.None,
    ThingKinds Things = ThingKinds.None,
    WordList? Words = null,
    TableSymbol? Table = null,
    bool IsNeverNegative = false,
    string? Taint = null)
{
    /// <summary>A mistake.</summary>
    public static readonly LanguageType Error = new(TypeKind.Error);

    /// <summary>A condition.</summary>
    public static readonly LanguageType Condition = new(TypeKind.Condition);

    /// <summary>A number.</summary>
    public static readonly LanguageType Number = new(TypeKind.Number);

    /// <summary>Units.</summary>
    public static readonly LanguageType Units = new(TypeKind.Units, IsNeverNegative: true);

    /// <summary>Money.</summary>
    public static readonly LanguageType Money = new(TypeKind.Money, IsNeverNegative: true);

    /// <summary>A percent.</summary>
    public static readonly LanguageType Percent = new(TypeKind.Percent);

    /// <summary>A day.</summary>
    public static readonly LanguageType Date = new(TypeKind.Date);

    /// <summary>An instant.</summary>
    public static readonly LanguageType Instant = new(TypeKind.Instant);

    /// <summary>A period.</summary>
    public static readonly LanguageType Period = new(TypeKind.Period);

    /// <summary>A text.</summary>
    public static readonly LanguageType Text = new(TypeKind.Text);

    /// <summary>Yes or no.</summary>
    public static readonly LanguageType YesNo = new(TypeKind.YesNo);

    /// <summary>A constant set.</summary>
    public static readonly LanguageType Set = new(TypeKind.Set);

    /// <summary>A range.</summary>
    public static readonly LanguageType Range = new(TypeKind.Range);

    /// <summary>A tuple.</summary>
    public static readonly LanguageType Tuple = new(TypeKind.Tuple);

    /// <summary>A category of diagnoses.</summary>
    public static readonly LanguageType Category = new(TypeKind.Category, CodeSystem.Diagnosis);

    /// <summary>True for the kinds that are numbers inside.</summary>
    public bool IsNumeric => Kind is TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent;

    /// <summary>A code of a system.</summary>
    public static LanguageType CodeOf(CodeSystem system) => new(TypeKind.Code, system);

    /// <summary>A list of codes of a system.</summary>
    public static LanguageType ListOf(CodeSystem system) => new(TypeKind.CodeList, system);

    /// <summary>A word of a closed list.</summary>
    public static LanguageType WordOf(string name, params string[] words) => new(TypeKind.Text, Words: new WordList(name, [.. words]));

    /// <summary>A thing.</summary>
    public static LanguageType ThingOf(ThingKinds things, TableSymbol? table = null) => new(TypeKind.Thing, Things: things, Table: table);

    /// <summary>A list of things.</summary>
    public static LanguageType ListOf(ThingKinds things, TableSymbol? table = null) => new(TypeKind.ThingList, Things: things, Table: table);

    /// <summary>The type of a field.</summary>
    public static LanguageType Of(FieldType type) => new(
        type.Kind switch
        {
            FieldKind.Text => TypeKind.Text,
            FieldKind.Code => TypeKind.Code,
            FieldKind.Codes => TypeKind.CodeList,
            FieldKind.Texts => TypeKind.TextList,
            FieldKind.Date => TypeKind.Date,
            FieldKind.Instant => TypeKind.Instant,
            FieldKind.YesNo => TypeKind.YesNo,
            FieldKind.Number => TypeKind.Number,
            FieldKind.Units => TypeKind.Units,
            FieldKind.Money => TypeKind.Money,
            FieldKind.Thing => TypeKind.Thing,
            FieldKind.Things => TypeKind.ThingList,
            _ => throw new System.Diagnostics.UnreachableException($"Rules read no {type.Kind}."),
        },
        type.System,
        type.Things,
        type.Kind == FieldKind.Text ? type.Words : null, // A code's words are those of the claim's form.
        IsNeverNegative: type.IsNeverNegative,
        Taint: type.Taint);

    /// <summary>As an analyst would say it.</summary>
    public override string ToString() => Kind switch
    {
        TypeKind.Condition => "a condition",
        TypeKind.Number => "a number",
        TypeKind.Units => "units",
        TypeKind.Money => "an amount of money",
        TypeKind.Percent => "a percent",
        TypeKind.Date => "a date",
        TypeKind.Instant => "a point in time",
        TypeKind.Period => "a period of days or months",
        TypeKind.Code => $"a {CodeSystemNames.NameOf(System)} code",
        TypeKind.Text => Words is null ? "a text" : $"a {Words.Name}",
        TypeKind.YesNo => "a yes-or-no fact",
        TypeKind.CodeList => $"a list of {CodeSystemNames.NameOf(System)} codes",
        TypeKind.TextList => "a list of texts",
        TypeKind.Set => "a set",
        TypeKind.Range => "a range",
        TypeKind.Thing => $"a {ThingNames.NameOf(Things)}",
        TypeKind.ThingList => $"a list of {ThingNames.NameOf(Things)}s",
        TypeKind.Tuple => "several values",
        TypeKind.Category => "a category of diagnosis codes",
        _ => "something unknown",
    };
}
