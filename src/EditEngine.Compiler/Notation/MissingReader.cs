using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Compiler.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads <c>missing NAME, NAME</c> and takes the values away from a claim that is whole.</summary>
internal sealed class MissingReader(WordReader reader, TestFacts facts)
{
    private const string What = "the name of a value";

    /// <summary>The claim without them.</summary>
    public Claim Apply(Claim claim)
    {
        do
        {
            claim = ApplyOne(claim);
        }
        while (reader.TryTake(WordKind.Comma));
        reader.End();
        return claim;
    }

    private Claim ApplyOne(Claim claim)
    {
        bool isNumbered = reader.Peek(1) is { Kind: WordKind.Plain } second && char.IsAsciiDigit(second.Value[0]); // A plain word has a character.
        if (reader.TryTake("fact"))
        {
            return WithoutFact(claim);
        }

        if (!isNumbered)
        {
            string path = reader.ReadPlain(What);
            path = path.StartsWith("claim.", StringComparison.Ordinal) ? path["claim.".Length..] : path;
            return reader.HasFailed ? claim : Without(ThingKinds.Claim, "A claim", claim, path);
        }

        string word = reader.ReadOneOf("a thing of the claim", ["line", "history", "diagnosis", "suggestion", "authorization", "certificate", "procedure"]);
        return reader.HasFailed ? claim : word switch
        {
            "line" => claim with { Lines = ChangeLine(claim) },
            "history" => claim with { History = Change(claim.History, "history line", ThingKinds.History, "A history line") },
            "diagnosis" => claim with { Diagnoses = Change(claim.Diagnoses, "diagnosis", ThingKinds.Diagnosis, "A diagnosis") },
            "authorization" => claim with { Authorizations = Change(claim.Authorizations, "authorization", ThingKinds.Authorization, "An authorization") },
            "procedure" => claim with { Procedures = Change(claim.Procedures, "procedure", ThingKinds.Procedure, "A procedure") },
            "certificate" => FieldWriters.ChangeProvider(claim, "billing", provider => provider with
            {
                Certificates = Change(provider.Certificates, "certificate", ThingKinds.Certificate, "A certificate"),
            }),
            _ => claim with { CodingRecord = (claim.CodingRecord ?? new CodingRecord()) with { Suggestions = ChangeSuggestion(claim.CodingRecord?.Suggestions ?? []) } },
        };
    }

    private Claim WithoutFact(Claim claim)
    {
        string name = reader.ReadPlain("the name of a fact");
        if (!reader.HasFailed && facts.MemberOf(name) is null)
        {
            reader.Fail(TestDiagnostics.UnknownFact(reader.LastPlace, name, facts.Names));
        }

        return reader.HasFailed ? claim : claim with { Facts = claim.Facts.Remove(facts.MemberOf(name)!) }; // It was asked just now.
    }

    private ImmutableArray<ServiceLine> ChangeLine(Claim claim)
    {
        int number = reader.ReadOrdinal("the number of a line");
        int index = claim.Lines.Select(line => line.Number).ToImmutableArray().IndexOf(number);
        if (!reader.HasFailed && index < 0)
        {
            reader.Fail(TestDiagnostics.NotThere(reader.LastPlace, Named("line", number), ExpectationReader.LinesOf(claim)));
        }

        string path = reader.ReadPlain(What);
        return reader.HasFailed
            ? claim.Lines
            : claim.Lines.SetItem(index, Without(ThingKinds.Line, "A line", claim.Lines[index], path == "diagnoses" ? "pointers" : path, claim.Rendering));
    }

    private ImmutableArray<Suggestion> ChangeSuggestion(ImmutableArray<Suggestion> suggestions)
    {
        int index = ReadIndex(suggestions.Length, "suggestion");
        if (!reader.HasFailed && reader.TryTake("evidence"))
        {
            if (reader.IsDone || reader.IsNext(WordKind.Comma))
            {
                return suggestions.SetItem(index, suggestions[index] with { Evidence = default });
            }

            Suggestion suggestion = suggestions[index];
            return suggestions.SetItem(index, suggestion with { Evidence = Change(suggestion.Evidence, "evidence", ThingKinds.Evidence, "Evidence") });
        }

        string path = reader.ReadPlain(What);
        return reader.HasFailed ? suggestions : suggestions.SetItem(index, Without(ThingKinds.Suggestion, "A suggestion", suggestions[index], path));
    }

    private ImmutableArray<T> Change<T>(ImmutableArray<T> things, string word, ThingKinds kind, string thing)
        where T : class
    {
        int index = ReadIndex(things.IsDefault ? 0 : things.Length, word);
        string path = reader.ReadPlain(What);
        return reader.HasFailed ? things : things.SetItem(index, Without(kind, thing, things[index], path));
    }

    private int ReadIndex(int count, string word)
    {
        int position = reader.ReadOrdinal($"the position of a {word}");
        if (!reader.HasFailed && position > count)
        {
            string has = string.Create(CultureInfo.InvariantCulture, $"{count} of them");
            reader.Fail(TestDiagnostics.NotThere(reader.LastPlace, Named(word, position), count == 0 ? null : has));
        }

        return position - 1;
    }

    private T Without<T>(ThingKinds kind, string thing, T facts, string path, Provider? rendering = null)
        where T : class
    {
        if (FieldWriters.TypeOf(kind, path) is null)
        {
            reader.Offer(null, FieldWriters.PathsOf(kind));
            reader.Fail(TestDiagnostics.UnknownField(reader.LastPlace, thing, path, [.. FieldWriters.PathsOf(kind)]));
            return facts;
        }

        return FieldWriters.Write(kind, facts, path, null, rendering);
    }

    private static string Named(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
}
