using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads the lines of one case of a test: each kind of line has its method, here or in the reader of its construct.</summary>
internal sealed class TestReader
{
    private static readonly Claim NoClaim = new() { Id = "", Type = ClaimType.Professional, Lines = [.. Enumerable.Range(1, 99).Select(number => new ServiceLine { Number = number })] };

    private readonly TestFacts _facts;
    private readonly NotationReport _report;
    private readonly int _mistakesBefore;
    private readonly ClaimNotationBuilder _draft = new();
    private readonly List<WordReader> _missing = [];
    private readonly List<WordReader> _expectations = [];
    private readonly SortedDictionary<string, Action<WordReader>> _lines = new(StringComparer.Ordinal);
    private bool _hasClaim;
    private DateOnly? _asOf;

    public TestReader(TestFacts facts, NotationReport report)
    {
        _facts = facts;
        _report = report;
        _mistakesBefore = report.Count;
        ClaimPartReader parts = new(_draft);
        ServiceReader services = new(_draft);
        SuggestionReader suggestions = new(_draft);
        _lines["claim"] = ReadClaim;
        _lines["patient"] = ReadPatient;
        _lines["diagnoses"] = parts.ReadDiagnoses;
        _lines["diagnosis"] = parts.ReadDiagnoses;
        _lines["procedure"] = parts.ReadProcedure;
        _lines["occurrence"] = parts.ReadOccurrence;
        _lines["value"] = parts.ReadValueCode;
        _lines["line"] = services.ReadLine;
        _lines["history"] = services.ReadHistory;
        _lines["stay"] = services.ReadStay;
        _lines["certificate"] = parts.ReadCertificate;
        _lines["authorization"] = parts.ReadAuthorization;
        _lines["suggestion"] = suggestions.ReadSuggestion;
        _lines["evidence"] = suggestions.ReadEvidence;
        _lines["fact"] = ReadFact;
        _lines["no"] = ReadNo;
        _lines["as"] = ReadAsOf;

        // What is named there must be on the claim: read when the claim is whole.
        _lines["missing"] = _missing.Add;
        _lines["expect"] = _expectations.Add;
    }

    /// <summary>Reads one line.</summary>
    public void Read(TestLine line)
    {
        WordReader reader = new(line, _report);
        if (reader.IsDone)
        {
            return;
        }

        Word first = reader.Peek()!.Value; // There is a word.
        if (first.Kind == WordKind.Plain && _lines.TryGetValue(first.Value, out Action<WordReader>? read))
        {
            reader.TryTake(first.Value);
            read(reader);
            if (first.Value is not ("missing" or "expect"))
            {
                reader.End();
            }
        }
        else if (first.Kind == WordKind.Plain && FieldWriters.TypeOf(ThingKinds.Claim, first.Value) is not null)
        {
            // A claim with many fields may have them on lines of their own.
            ReadClaimFields(reader);
        }
        else
        {
            reader.Offer(null, _lines.Keys.Concat(FieldWriters.PathsOf(ThingKinds.Claim)));
            reader.Fail(TestDiagnostics.UnknownLine(reader.PlaceOf(first), WordReader.Shown(first), _lines.Keys));
        }
    }

    /// <summary>Reads what is otherwise read of a whole claim, without one: for what fits in a line of it.</summary>
    public void ReadLast()
    {
        foreach (WordReader missing in _missing)
        {
            new MissingReader(missing, _facts).Apply(NoClaim);
        }

        foreach (WordReader expectation in _expectations)
        {
            new ExpectationReader(expectation, null).Read();
        }
    }

    /// <summary>The case that the lines make.</summary>
    public TestCase ToCase(string title, SourceSpan place)
    {
        if (_hasClaim && _expectations.Count == 0 && _report.Count == _mistakesBefore)
        {
            _report.Add(TestDiagnostics.ExpectsNothing(place));
        }

        Claim? claim = ToClaim("The test", place);

        // Read without a claim too: what is wrong with them is told at once, but for things that a claim must have.
        ImmutableArray<Expectation> expectations = [.. _expectations.SelectMany(reader => new ExpectationReader(reader, claim).Read())];
        return claim is not null && _report.Count == _mistakesBefore
            ? new TestCase(title, place, claim, _asOf ?? claim.ProcessedDate ?? claim.ReceivedDate ?? _draft.LastService, expectations)
            : new TestCase(title, place, null, default, []);
    }

    /// <summary>The claim that the lines make, expectations aside; null after a mistake.</summary>
    /// <param name="what">What should have the claim, as a sentence begins.</param>
    /// <param name="place">Its place.</param>
    public Claim? ToClaim(string what, SourceSpan place)
    {
        if (!_hasClaim && _report.Count == _mistakesBefore)
        {
            _report.Add(TestDiagnostics.NoClaim(place, what));
        }

        Claim? claim = _report.Count == _mistakesBefore ? _draft.Build(place, _report) : null;
        foreach (WordReader missing in _missing)
        {
            claim = claim is null ? null : new MissingReader(missing, _facts).Apply(claim);
        }

        return claim;
    }

    private void ReadClaim(WordReader reader)
    {
        if (_hasClaim)
        {
            reader.Fail(TestDiagnostics.TwoClaims(reader.LastPlace));
            return;
        }

        _hasClaim = true;
        string type = reader.ReadOneOf("the type of the claim", ClaimWords.Types);
        if (!reader.HasFailed)
        {
            _draft.SetType(ClaimWords.TypeOf(type));
        }

        ReadClaimFields(reader);
    }

    private void ReadClaimFields(WordReader reader)
    {
        while (!reader.IsDone)
        {
            WrittenValue field = FieldReading.Read(reader, ThingKinds.Claim, "A claim");
            if (!reader.HasFailed)
            {
                _draft.Set(field);
            }
        }
    }

    private void ReadPatient(WordReader reader)
    {
        while (!reader.IsDone)
        {
            WrittenValue field = reader.TryTakeOneOf(["F", "M", "U"]) is string sex ? new WrittenValue("sex", sex)
                : reader.TryTake("born") ? new WrittenValue("birth", reader.ReadDate())
                : FieldReading.Read(reader, ThingKinds.Patient, "A patient", "born");
            if (!reader.HasFailed)
            {
                _draft.Set(field with { Path = "patient." + field.Path });
            }
        }
    }

    private void ReadAsOf(WordReader reader)
    {
        if (!reader.TryTake("of"))
        {
            reader.FailWord("'of' and a date", ["of"]);
            return;
        }

        _asOf = reader.ReadDate();
    }

    private void ReadFact(WordReader reader)
    {
        string name = reader.ReadPlain("the name of a fact");
        if (reader.HasFailed)
        {
            return;
        }

        if (_facts.MemberOf(name) is not string member)
        {
            reader.Offer("a fact", _facts.Names);
            reader.Fail(TestDiagnostics.UnknownFact(reader.LastPlace, name, _facts.Names));
            return;
        }

        _draft.Facts[member] = _facts.ReadValue(reader, name);
    }

    private void ReadNo(WordReader reader)
    {
        switch (reader.ReadOneOf("what the claim has none of", ["authorizations", "certificates", "diagnoses", "suggestions"]))
        {
            case "authorizations":
                _draft.HasNoAuthorizations = true;
                break;
            case "certificates":
                _draft.HasNoCertificates = true;
                break;
            case "diagnoses":
                _draft.HasNoDiagnoses = true;
                break;
            case "suggestions":
                _draft.HasNoSuggestions = true;
                break;
        }
    }
}
