using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EditEngine.Codes;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>
/// History lines that edits read, of the claim's member: those that meet every part of the need. A line that lacks a field which a part asks for meets that part, and so does every line where
/// the value it is compared with is not known: what is missing is fetched, not guessed. So does a date in the calendar's first or last century, which may fall off it where it is shifted.
/// </summary>
/// <remarks>A host fetches the union of a pack's needs. For every claim the result with all history is the result with what the needs fetch.</remarks>
/// <param name="Edits">The edits that read them, in the pack's order.</param>
/// <param name="Codes">Codes of fields, one part a field.</param>
/// <param name="Words">Words of fields, as statuses, one part a field.</param>
/// <param name="Keys">Fields that are equal to facts of the claim or of its lines.</param>
/// <param name="Days">Ends of windows.</param>
public sealed record HistoryNeed(
    ImmutableArray<string> Edits,
    ImmutableArray<NeededCodes> Codes,
    ImmutableArray<NeededWords> Words,
    ImmutableArray<NeededKey> Keys,
    ImmutableArray<NeededDay> Days);

/// <summary>A field is one of some codes.</summary>
/// <param name="Field">A field of the history line, as the language names it: <c>procedure</c>.</param>
/// <param name="Codes">The codes, of any day.</param>
/// <param name="Unless">Nothing is asked where one of these is missing.</param>
public sealed record NeededCodes(string Field, CodeSet Codes, ImmutableArray<NeedValue> Unless);

/// <summary>A field is one of some words.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">In ordinal order, each once.</param>
public sealed record NeededWords(string Field, ImmutableArray<string> Words);

/// <summary>A field is equal to one of some values.</summary>
/// <param name="Field">The field.</param>
/// <param name="OneOf">The values, at least one.</param>
/// <param name="Unless">Nothing is asked where one of these is missing.</param>
public sealed record NeededKey(string Field, ImmutableArray<NeedValue> OneOf, ImmutableArray<NeedValue> Unless);

/// <summary>A date is on or after, or on or before, one of some days.</summary>
/// <param name="Field"><c>date</c> or <c>through</c>.</param>
/// <param name="IsUpper">On or before.</param>
/// <param name="OneOf">The days, at least one.</param>
/// <param name="Unless">Nothing is asked where one of these is missing.</param>
public sealed record NeededDay(string Field, bool IsUpper, ImmutableArray<NeedDay> OneOf, ImmutableArray<NeedValue> Unless);

/// <summary>Whose value it is.</summary>
public enum NeedOwner
{
    /// <summary>The claim's.</summary>
    Claim,

    /// <summary>That of any line of the claim.</summary>
    Line,

    /// <summary>That of any history line that another need fetches.</summary>
    History,

    /// <summary>A fixed one.</summary>
    Constant,
}

/// <summary>A value that a history line is compared with.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Field">The field, as the language names it; of a constant, its text.</param>
/// <param name="Of">For <see cref="NeedOwner.History"/>: which history lines, any of these needs; else empty.</param>
public sealed record NeedValue(NeedOwner Owner, string Field, ImmutableArray<HistoryNeed> Of);

/// <summary>A day: months, then days, from another.</summary>
/// <param name="From">The other day.</param>
/// <param name="Months">Months later, cut to the month's end; earlier where negative.</param>
/// <param name="Days">Days later, after the months.</param>
public sealed record NeedDay(NeedAnchor From, int Months, int Days);

/// <summary>A day that windows are counted from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(NeedDate), "date")]
[JsonDerivedType(typeof(NeedFixedDay), "day")]
[JsonDerivedType(typeof(NeedPeriodEdge), "edge")]
public abstract record NeedAnchor;

/// <summary>A date of the claim, of its lines or of other history.</summary>
public sealed record NeedDate(NeedValue Value) : NeedAnchor;

/// <summary>A fixed day.</summary>
public sealed record NeedFixedDay(DateOnly Day) : NeedAnchor;

/// <summary>The first or last day of the calendar period that holds another day.</summary>
/// <param name="Period">Which period.</param>
/// <param name="IsLast">Its last day.</param>
/// <param name="Of">The other day.</param>
/// <param name="Start">Of benefit years, a day on which they begin.</param>
public sealed record NeedPeriodEdge(CalendarPeriod Period, bool IsLast, NeedDay Of, NeedDay? Start = null) : NeedAnchor;
