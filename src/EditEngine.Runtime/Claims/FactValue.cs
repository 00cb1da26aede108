using System.Collections.Immutable;

namespace EditEngine.Claims;

/// <summary>A payer's own fact: a text, a number or yes-or-no; exactly one is set.</summary>
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

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(FactValue);
}
