using System.Collections.Immutable;
using EditEngine.Claims;

namespace EditEngine.Fields;

/// <summary>Those facts of a payer that are spans of days: a claim keeps them among its facts, its JSON beside them.</summary>
/// <param name="Facts">By name, ordered by ordinal name; each has spans.</param>
internal sealed record FactSpans(ImmutableSortedDictionary<string, FactValue> Facts)
{
    /// <summary>The spans among some facts.</summary>
    public static FactSpans Of(ImmutableSortedDictionary<string, FactValue> facts)
    {
        foreach ((_, FactValue value) in facts)
        {
            if (!value.Spans.IsDefault)
            {
                return new FactSpans(facts.RemoveRange(facts.Where(static fact => fact.Value.Spans.IsDefault).Select(static fact => fact.Key)));
            }
        }

        return new FactSpans(FactValue.NoFacts);
    }

    /// <summary>All facts, these among them.</summary>
    public ImmutableSortedDictionary<string, FactValue> PutInto(ImmutableSortedDictionary<string, FactValue> facts) => facts.SetItems(Facts);
}
