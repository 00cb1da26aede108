using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EditEngine.Plans;

/// <summary>
/// Which things of a source are looked at: at least those of which its conditions are not false. It narrows and decides nothing; the conditions are asked of all that come.
/// History is in the order of its dates. Lines without a date always come, and all lines where a day is not known.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AllOf), "all of history")]
[JsonDerivedType(typeof(HistoryOnDay), "history on day")]
[JsonDerivedType(typeof(HistoryBetween), "history between")]
internal abstract record Access;

/// <summary>All things.</summary>
internal sealed record AllOf : Access
{
    /// <summary>The one that lowering says.</summary>
    public static AllOf Things { get; } = new();
}

/// <summary>Of history, the lines of one day.</summary>
/// <param name="Day">The day, known before the source's own things are.</param>
internal sealed record HistoryOnDay(Expression Day) : Access;

/// <summary>Of history, the lines of a window; the ends are of it.</summary>
/// <param name="From">On or after every one of these; none: no limit.</param>
/// <param name="To">On or before every one of these; none: no limit.</param>
internal sealed record HistoryBetween(ImmutableArray<DayBound> From, ImmutableArray<DayBound> To) : Access;

/// <summary>An end of a window: the weakest of some days, and no limit where one of them is not known.</summary>
/// <param name="OneOf">At least one, known before the source's own things are.</param>
internal sealed record DayBound(ImmutableArray<Expression> OneOf);
