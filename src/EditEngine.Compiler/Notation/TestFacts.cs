using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Notation;

/// <summary>The facts that a pack declares, by the names tests use.</summary>
internal sealed class TestFacts
{
    /// <summary>A pack without facts.</summary>
    public static readonly TestFacts None = new([]);

    private readonly ImmutableSortedDictionary<string, FactSyntax> _facts;

    /// <summary>Takes declarations, the base's first: a later one of the same name stands.</summary>
    public TestFacts(IEnumerable<FactSyntax> facts, TestSources? sources = null, NamedClaims? claims = null)
    {
        Sources = sources ?? TestSources.None;
        Claims = claims ?? NamedClaims.None;
        ImmutableSortedDictionary<string, FactSyntax>.Builder known = ImmutableSortedDictionary.CreateBuilder<string, FactSyntax>(StringComparer.Ordinal);
        foreach (FactSyntax fact in facts)
        {
            known[fact.Name.Text] = fact;
        }

        _facts = known.ToImmutable();
    }

    /// <summary>The sets and tables whose codes and rows tests may take.</summary>
    internal TestSources Sources { get; }

    /// <summary>The claims that tests of any edit may take over.</summary>
    internal NamedClaims Claims { get; }

    internal IReadOnlyCollection<string> Names => [.. _facts.Keys];

    /// <summary>The member of the claim's facts that a name stands for, or null.</summary>
    internal string? MemberOf(string name) => _facts.TryGetValue(name, out FactSyntax? fact) ? fact.Member?.Value ?? name : null;

    /// <summary>A value of the declared type.</summary>
    internal FactValue ReadValue(WordReader reader, string name) => _facts[name].Type.Text switch
    {
        "yes or no" => new FactValue { YesNo = reader.ReadOneOf("yes or no", ["yes", "no"]) == "yes" },
        "money" => new FactValue { Number = reader.ReadMoney() / 100m },
        "percent" => new FactValue { Number = reader.IsNext(WordKind.Plain) && reader.Peek()!.Value.Value.EndsWith('%') ? reader.ReadPercent() : reader.ReadNumber() },
        "number" or "score" or "statistic" or "units" or "days" or "months" or "years" => new FactValue { Number = reader.ReadNumber() },
        "spans" => new FactValue { Spans = ReadSpans(reader, name) },
        "date" => new FactValue { Text = reader.ReadDate().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
        _ => new FactValue { Text = reader.ReadText($"the value of {name}") },
    };

    // D .. D "value", D .., or that there are none.
    private static ImmutableArray<FactSpan> ReadSpans(WordReader reader, string name)
    {
        ImmutableArray<FactSpan>.Builder spans = ImmutableArray.CreateBuilder<FactSpan>();
        if (reader.TryTake("none"))
        {
            return [];
        }

        do
        {
            if (!DateRange.IsNext(reader))
            {
                reader.Offer("a span", ["none"]);
            }

            (DateOnly from, DateOnly? through) = DateRange.Read(reader);
            string? value = reader.HasFailed || reader.IsDone || reader.IsNext(WordKind.Comma) ? null : reader.ReadText($"what holds in a span of {name}");
            spans.Add(new FactSpan { From = from, Through = through, Value = value });
        }
        while (!reader.HasFailed && reader.TryTake(WordKind.Comma));
        return spans.ToImmutable();
    }
}
