using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Values;

namespace EditEngine.Compiler.Restrictions;

/// <summary>A value that a condition compares with, told apart by what it is and not by where it was written.</summary>
internal abstract record Term;

/// <summary>A field of a thing that a name runs over: <c>v.rendering.npi</c>.</summary>
/// <param name="Slot">The name's slot.</param>
/// <param name="Things">What it runs over.</param>
/// <param name="Path">The field, with what lies between the thing and it.</param>
internal sealed record ThingTerm(int Slot, ThingKinds Things, string Path) : Term
{
    /// <inheritdoc/>
    public bool Equals(ThingTerm? other) => other is not null && other.Slot == Slot && other.Path == Path;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Slot, Path);
}

/// <summary>A field of the claim: <c>claim.admission</c>.</summary>
internal sealed record ClaimTerm(string Path) : Term;

/// <summary>A value known when the pack is compiled, as the language writes it.</summary>
internal sealed record ConstantTerm(string Text) : Term;

/// <summary>A value that is not looked into: a look-up, a calculation.</summary>
/// <param name="Expression">As bound.</param>
internal sealed record OtherTerm(BoundExpression Expression) : Term
{
    /// <inheritdoc/>
    public bool Equals(OtherTerm? other) => ReferenceEquals(Expression, other?.Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Expression);
}

/// <summary>A day from which windows are counted.</summary>
internal abstract record Anchor;

/// <summary>A date of a thing or of the claim.</summary>
internal sealed record DateAnchor(Term Date) : Anchor;

/// <summary>A fixed day.</summary>
internal sealed record DayAnchor(int DayNumber) : Anchor;

/// <summary>The first or last day of the calendar period that holds another day.</summary>
/// <param name="Period">Which period.</param>
/// <param name="IsLast">Its last day.</param>
/// <param name="Of">The other day.</param>
/// <param name="Start">For benefit years, a day on which they begin.</param>
internal sealed record EdgeAnchor(CalendarPeriod Period, bool IsLast, DayTerm Of, DayTerm? Start) : Anchor;

/// <summary>A day: months, then days, from an anchor.</summary>
/// <param name="Anchor">From where.</param>
/// <param name="Months">Months later; earlier where negative.</param>
/// <param name="Days">Days later, after the months.</param>
internal sealed record DayTerm(Anchor Anchor, int Months, int Days)
{
    /// <summary>The same day shifted, at the least: what is kept in both months and days stays exact.</summary>
    public DayTerm Plus(int months, int days) => this with { Months = Months + months, Days = Days + days };
}

/// <summary>A field of the thing in question is equal to one of some values.</summary>
/// <param name="Path">The field.</param>
/// <param name="OneOf">The values, at least one.</param>
internal sealed record KeyRestriction(string Path, ImmutableArray<Term> OneOf);

/// <summary>A column of the row in question is equal to a value.</summary>
/// <param name="Column">Its position.</param>
/// <param name="Value">As bound.</param>
/// <param name="Slots">The names that the value is made of.</param>
internal sealed record ColumnRestriction(int Column, BoundExpression Value, ImmutableHashSet<int> Slots);

/// <summary>A field of the thing in question is one of some codes.</summary>
/// <param name="Path">The field.</param>
/// <param name="Codes">Whose codes; of any date, as the date may be missing.</param>
/// <param name="Unless">Where one of these is missing, nothing is asked: a look-up with a missing part of its key is missing.</param>
internal sealed record CodeRestriction(string Path, Codes.CodeSet Codes, ImmutableArray<Term> Unless)
{
    /// <summary>The codes with their dates: where it is none of these the condition is not true, though it may be unknown.</summary>
    public Codes.CodeSet Dated { get; init; } = Codes;
}

/// <summary>A field of the thing in question is one of some numbers.</summary>
internal sealed record NumberRestriction(string Path, NumberRange Range);

/// <summary>A field of the thing in question is one of some words.</summary>
internal sealed record WordRestriction(string Path, ImmutableSortedSet<string> Words);

/// <summary>A date of the thing in question is on or after, or on or before, at least one of some days.</summary>
/// <param name="Path">The date.</param>
/// <param name="IsUpper">On or before.</param>
/// <param name="OneOf">The days, at least one.</param>
/// <param name="Unless">Where one of these is missing, nothing is asked: a day counted by a row is missing where its key is.</param>
internal sealed record DayRestriction(string Path, bool IsUpper, ImmutableArray<DayTerm> OneOf, ImmutableArray<Term> Unless);
