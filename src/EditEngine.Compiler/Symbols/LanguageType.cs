using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>The types of the language.</summary>
public enum TypeKind
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
}

/// <summary>The things the language speaks of. A union of lines and history lines is one kind, so this is a set.</summary>
[Flags]
public enum ThingKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The claim.</summary>
    Claim = 1,

    /// <summary>A service line of the claim.</summary>
    Line = 2,

    /// <summary>A line of history.</summary>
    History = 4,

    /// <summary>A diagnosis of the claim.</summary>
    Diagnosis = 8,

    /// <summary>An inpatient procedure of the claim.</summary>
    Procedure = 16,

    /// <summary>A coding suggestion.</summary>
    Suggestion = 32,

    /// <summary>A span of evidence of a suggestion.</summary>
    Evidence = 64,

    /// <summary>A CLIA certificate of a provider.</summary>
    Certificate = 128,

    /// <summary>An authorization.</summary>
    Authorization = 256,

    /// <summary>A provider in a role.</summary>
    Provider = 512,

    /// <summary>The patient.</summary>
    Patient = 1024,

    /// <summary>The drug of a line.</summary>
    Drug = 2048,

    /// <summary>A row of a table.</summary>
    Row = 4096,

    /// <summary>A group of things with equal keys.</summary>
    Group = 8192,

    /// <summary>An occurrence code of the claim.</summary>
    Occurrence = 16384,

    /// <summary>A value code of the claim.</summary>
    ValueCode = 32768,
}

/// <summary>A type, with what narrows it.</summary>
/// <param name="Kind">The type.</param>
/// <param name="System">System of a code or list of codes.</param>
/// <param name="Things">Kinds of a thing or list of things.</param>
/// <param name="Words">Closed list of words a text may be; null for free text.</param>
/// <param name="Table">Table of a row.</param>
/// <param name="IsNeverNegative">Units, counts and charges.</param>
/// <param name="Taint">What makes a value depend on a score, a statistic or a suggestion; null for none.</param>
public sealed record LanguageType(
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
        _ => "something unknown",
    };
}

/// <summary>A closed list of words: paid, denied, adjusted and so on.</summary>
public sealed record WordList(string Name, System.Collections.Immutable.ImmutableArray<string> Words);
