namespace EditEngine.Compiler.Symbols;

/// <summary>What the absence of a field means.</summary>
public enum Absence
{
    /// <summary>Cannot be absent.</summary>
    Never,

    /// <summary>A fact that was not given.</summary>
    Missing,

    /// <summary>There is no such thing.</summary>
    None,

    /// <summary>An empty list.</summary>
    Empty,

    /// <summary>Follows from other facts.</summary>
    Derived,
}

/// <summary>A field of a thing, as the language names it.</summary>
/// <param name="Owners">The kinds of things that have it.</param>
/// <param name="Name">Name in rule text.</param>
/// <param name="Type">Its type.</param>
/// <param name="Absence">What its absence means.</param>
/// <param name="Member">Member of the claim schema it comes from.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Read">Reads it from a thing's facts: null is absent. Lists are <c>ImmutableArray</c> as object, <c>default</c> given as null.</param>
public sealed record FieldSymbol(
    ThingKinds Owners, string Name, LanguageType Type, Absence Absence, string Member, string Description, Func<FieldSource, object?> Read);

/// <summary>What a field is read from.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Facts">The thing's own facts: a record of the claim model.</param>
public readonly record struct FieldSource(Claims.Claim Claim, object Facts);
