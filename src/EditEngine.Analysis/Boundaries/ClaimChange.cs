using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Analysis.Boundaries;

/// <summary>A claim that differs from another in one thing.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Change">What is another.</param>
internal readonly record struct ClaimNeighbour(DatedClaim Claim, ClaimChange Change);

/// <summary>One change of a claim.</summary>
/// <param name="Part">The thing that is changed, as tests name it; empty for the claim.</param>
internal abstract record ClaimChange(string Part)
{
    /// <summary>What the claim has then, in words: <c>modifier 25 on line 2</c>.</summary>
    public abstract string Words { get; }
}

/// <summary>A thing is not there.</summary>
/// <param name="Thing">The thing.</param>
internal sealed record PartLeft(ClaimPart Thing) : ClaimChange(Thing.Name)
{
    /// <inheritdoc/>
    public override string Words => "without " + Part;
}

/// <summary>There is a thing more.</summary>
/// <param name="Kind">Of which kind: line, history.</param>
/// <param name="Text">The thing in words.</param>
/// <param name="Part">The thing that it is like; empty: none.</param>
internal sealed record PartAdded(string Kind, string Text, string Part) : ClaimChange(Part)
{
    /// <inheritdoc/>
    public override string Words => Text;
}

/// <summary>A field has another value.</summary>
/// <param name="Part">Its thing.</param>
/// <param name="Path">The field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Before">What it was; null: absent.</param>
/// <param name="After">What it is; null: absent.</param>
internal sealed record ValueChanged(string Part, string Path, LanguageType Type, object? Before, object? After) : ClaimChange(Part)
{
    /// <summary>The claim with a value of another position in its place; null where values of the field have no order.</summary>
    public Func<decimal, ClaimNeighbour>? At { get; init; }

    /// <summary>Values have an order: dates, numbers, money.</summary>
    public bool IsOrdered => At is not null && Type.Kind is TypeKind.Date or TypeKind.Number or TypeKind.Units or TypeKind.Money;

    /// <summary>What the list has beside what it had.</summary>
    public ImmutableArray<string> Added => [.. TextsOf(After).Except(TextsOf(Before), StringComparer.Ordinal)];

    /// <summary>What the list has no more.</summary>
    public ImmutableArray<string> Removed => [.. TextsOf(Before).Except(TextsOf(After), StringComparer.Ordinal)];

    /// <summary>The field is a list, and is there before and after.</summary>
    public bool IsList => After is not null && Type.Kind is TypeKind.CodeList or TypeKind.TextList;

    /// <summary>The field with its thing: <c>units of line 1</c>.</summary>
    public string Name => Part.Length == 0 ? Path : $"{Path} of {Part}";

    /// <inheritdoc/>
    public override string Words => After is null ? $"{Name} not known" : IsList ? ListWords(string.Join(" and ", Added)) : $"{Name} {ValueText(Type, After)}";

    /// <summary>The change of a list, with some of what joins it.</summary>
    public string ListWords(string added)
    {
        string place = Part.Length == 0 ? "the claim" : Part;
        string gone = string.Join(" and ", Removed);
        return added.Length == 0 ? $"{place} without {Member} {gone}" : gone.Length == 0 ? $"{Member} {added} on {place}" : $"{Member} {added} in place of {gone} on {place}";
    }

    /// <summary>Where a value stands in the order of its type; null where it has none.</summary>
    public static decimal? PositionOf(object? value) => value switch
    {
        DateOnly day => day.DayNumber,
        long cents => cents,
        decimal number => number,
        _ => null,
    };

    /// <summary>The value at a position.</summary>
    public static object ValueAt(LanguageType type, decimal position) => type.Kind switch
    {
        TypeKind.Date => DateOnly.FromDayNumber((int)position),
        TypeKind.Money => (long)position,
        _ => position,
    };

    /// <summary>A value in words.</summary>
    public static string ValueText(LanguageType type, object value) => value switch
    {
        long or decimal when type.Kind == TypeKind.Money => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${(value is long cents ? cents : (decimal)value) / 100m:0.00}"),
        decimal number => FieldText.Of(number),
        DateOnly day => FieldText.Of(day),
        bool yes => yes ? "yes" : "no",
        Code code => FieldText.Of(code) ?? code.ToPlainText(),
        string text => text,
        IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => string.Join(", ", TextsOf(value)),
    };

    // A list of modifiers has a modifier.
    private string Member => Path switch
    {
        "diagnoses" => "diagnosis",
        _ when Path.EndsWith('s') => Path[..^1],
        _ => Path,
    };

    private static IEnumerable<string> TextsOf(object? list) => list switch
    {
        ImmutableArray<Code> { IsDefault: false } codes => codes.Select(code => FieldText.Of(code) ?? code.ToPlainText()),
        ImmutableArray<string> { IsDefault: false } texts => texts,
        _ => [],
    };
}
