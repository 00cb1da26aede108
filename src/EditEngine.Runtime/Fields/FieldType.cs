using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>What a field holds.</summary>
internal enum FieldKind
{
    /// <summary>A text, or a word of a list.</summary>
    Text,

    /// <summary>A code of one system.</summary>
    Code,

    /// <summary>Codes of one system, in order.</summary>
    Codes,

    /// <summary>Texts in order.</summary>
    Texts,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>An instant with offset.</summary>
    Instant,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>Service units.</summary>
    Units,

    /// <summary>Money, in cents inside.</summary>
    Money,

    /// <summary>Positions in another list, from 1.</summary>
    Positions,

    /// <summary>A part of a thing, as its rendering provider.</summary>
    Thing,

    /// <summary>Things in order.</summary>
    Things,

    /// <summary>Values by names that the payer chooses.</summary>
    Facts,
}

/// <summary>The type of a field, with what narrows it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="System">System of its codes.</param>
/// <param name="Things">Kind of its things; none for things that the language does not speak of.</param>
/// <param name="Words">The words that it may be; null for free text.</param>
/// <param name="IsOpen">Other words than those listed are taken from a claim too.</param>
/// <param name="IsNeverNegative">Units, counts and charges.</param>
/// <param name="Taint">What makes it depend on a score, a statistic or a suggestion; null for none.</param>
/// <param name="MostItems">How many items its list may have.</param>
internal sealed record FieldType(
    FieldKind Kind,
    CodeSystem System = CodeSystem.None,
    ThingKinds Things = ThingKinds.None,
    WordList? Words = null,
    bool IsOpen = false,
    bool IsNeverNegative = false,
    string? Taint = null,
    int MostItems = int.MaxValue)
{
    internal static readonly FieldType Text = new(FieldKind.Text);

    internal static readonly FieldType Texts = new(FieldKind.Texts);

    internal static readonly FieldType Date = new(FieldKind.Date);

    internal static readonly FieldType Time = new(FieldKind.Time);

    internal static readonly FieldType Instant = new(FieldKind.Instant);

    internal static readonly FieldType YesNo = new(FieldKind.YesNo);

    internal static readonly FieldType Number = new(FieldKind.Number);

    internal static readonly FieldType Count = new(FieldKind.Number, IsNeverNegative: true);

    internal static readonly FieldType Units = new(FieldKind.Units, IsNeverNegative: true);

    internal static readonly FieldType Money = new(FieldKind.Money, IsNeverNegative: true);

    internal static readonly FieldType AnyMoney = new(FieldKind.Money);

    internal static readonly FieldType Positions = new(FieldKind.Positions);

    internal static readonly FieldType Provider = Part(ThingKinds.Provider);

    internal static FieldType Code(CodeSystem system) => new(FieldKind.Code, system);

    internal static FieldType Codes(CodeSystem system) => new(FieldKind.Codes, system);

    internal static FieldType Part(ThingKinds things) => new(FieldKind.Thing, Things: things);

    internal static FieldType ListOf(ThingKinds things) => new(FieldKind.Things, Things: things);

    internal static FieldType Word(string name, params ImmutableArray<string> words) => new(FieldKind.Text, Words: new WordList(name, words));
}

/// <summary>A closed list of words: paid, denied, adjusted and so on.</summary>
/// <param name="Name">What one of them is called.</param>
/// <param name="Words">The words in the order of the reference; empty for a text of a kind, as a state.</param>
internal sealed record WordList(string Name, ImmutableArray<string> Words);
