using EditEngine.Claims;

namespace EditEngine.Compiler.Symbols;

/// <summary>A field of a thing, as the language names it: a row of the table of fields, with its type.</summary>
/// <param name="Row">The row.</param>
/// <param name="Type">The language's type of it.</param>
internal sealed record FieldSymbol(ClaimField Row, LanguageType Type)
{
    /// <summary>The kinds of things that have it.</summary>
    public ThingKinds Owners => Row.Owners;

    /// <summary>Name in rule text.</summary>
    public string Name => Row.Name;

    /// <summary>What its absence means.</summary>
    public Absence Absence => Row.Absence;

    /// <summary>Member of the claim schema that it comes from.</summary>
    public string Member => Row.Member;

    /// <summary>One sentence.</summary>
    public string Description => Row.Description;

    /// <summary>Its value: null is absent, lists are <c>ImmutableArray</c> as object, money is cents.</summary>
    public object? Read(FieldSource source) => Row.ValueOf(source.Claim, source.Facts);
}

/// <summary>What a field is read from.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Facts">The thing's own facts: a record of the claim model.</param>
internal readonly record struct FieldSource(Claim Claim, object Facts);
