using System.Collections.Immutable;

namespace EditEngine.Claims;

/// <summary>A payer's own fact: a text, a number, yes-or-no, or spans of days; exactly one is set.</summary>
public sealed record FactValue
{
    /// <summary>No facts, ordered by ordinal name.</summary>
    public static readonly ImmutableSortedDictionary<string, FactValue> NoFacts =
        ImmutableSortedDictionary.Create<string, FactValue>(StringComparer.Ordinal);

    /// <summary>The text, or null.</summary>
    public string? Text { get; init; }

    /// <summary>The number, exact, or null.</summary>
    public decimal? Number { get; init; }

    /// <summary>Yes or no, or null.</summary>
    public bool? YesNo { get; init; }

    /// <summary>Spans of days in any order; empty: it is known that there are none. <c>default</c>: the fact is no spans.</summary>
    public ImmutableArray<FactSpan> Spans { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(FactValue? other) =>
        other is not null && Text == other.Text && Number == other.Number && YesNo == other.YesNo
        && Spans.IsDefault == other.Spans.IsDefault && (Spans.IsDefault || Spans.SequenceEqual(other.Spans));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Number, YesNo, Spans.IsDefault ? -1 : Spans.Length);

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(FactValue);
}
