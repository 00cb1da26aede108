using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>The tests of a pack, and what of them serves a pack that is mostly the same.</summary>
/// <param name="Facts">The facts that the pack declares: tests are read by them.</param>
/// <param name="Edits">By the edit as written.</param>
/// <param name="All">What was read, in order.</param>
/// <param name="Sources">The sets and tables of the pack.</param>
/// <param name="Claims">The claims that it names.</param>
internal sealed record KeptTests(ImmutableArray<FactSyntax> Facts, IReadOnlyDictionary<EditSyntax, ReadTests> Edits, ImmutableArray<ReadTests> All, TestSources Sources, ReadClaims Claims)
{
    /// <summary>What tests are read by.</summary>
    public TestFacts Reading => new(Facts, Sources, Claims.Claims);
}

/// <summary>The claims that a pack names.</summary>
/// <param name="Declared">As written, the base's first.</param>
/// <param name="Claims">By their titles.</param>
/// <param name="IsQuiet">There was nothing to say of them.</param>
internal sealed record ReadClaims(ImmutableArray<NamedClaim> Declared, NamedClaims Claims, bool IsQuiet);

/// <summary>The tests of one edit.</summary>
/// <param name="Syntax">The edit as written.</param>
/// <param name="Source">The text that it stands in.</param>
/// <param name="Tests">Its tests; their places are where they stood when they were read.</param>
/// <param name="Count">How many they are counted as.</param>
/// <param name="Named">The edits that they name.</param>
/// <param name="IsQuiet">There was nothing to say of them.</param>
/// <param name="AreOverOthers">What they run over is written elsewhere: codes, rows.</param>
/// <param name="NameClaims">They take claims that the pack names.</param>
internal sealed record ReadTests(
    EditSyntax Syntax, SourceText Source, EditTests Tests, int Count, ImmutableArray<string> Named, bool IsQuiet, bool AreOverOthers, bool NameClaims)
{
    /// <summary>The same tests in the text that they stand in now.</summary>
    public ReadTests In(SourceText source) => ReferenceEquals(source, Source) ? this : this with { Source = source };

    /// <summary>Its places are where the tests stand.</summary>
    public bool Stands => Tests.Place == Source.PlaceOf(Syntax.Id.Span);
}

/// <summary>Reads the tests of a pack. A pack's tests run against that pack: those of the packs it extends are not among them.</summary>
internal sealed class TestCompiler
{
    /// <summary>The most tests of a pack: each holds a claim.</summary>
    private const int MostTests = 200_000;

    private readonly List<Diagnostic> _diagnostics;
    private readonly TestFacts _facts;
    private readonly bool _areClaimsSame;
    private readonly Lazy<HashSet<string>> _known;
    private int _count;

    private TestCompiler(PackSources sources, TestFacts facts, bool areClaimsSame, List<Diagnostic> diagnostics)
    {
        _diagnostics = diagnostics;
        _facts = facts;
        _areClaimsSame = areClaimsSame;
        _known = new Lazy<HashSet<string>>(() => [.. sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Parts).Select(part => part.Syntax).OfType<EditSyntax>().Select(edit => edit.Id.Text)]);
    }

    /// <summary>The tests of a pack.</summary>
    /// <param name="sources">The pack.</param>
    /// <param name="tables">Its sets and tables.</param>
    /// <param name="before">What was kept of a pack of which most is the same; null: nothing.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static KeptTests Compile(PackSources sources, TestSources tables, KeptTests? before, List<Diagnostic> diagnostics)
    {
        ImmutableArray<FactSyntax> facts = [.. sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.BesideEdits).Select(part => part.Syntax).OfType<FactSyntax>()];
        KeptTests? same = before is not null && AreSame(facts, before.Facts) ? before : null;
        IReadOnlyDictionary<EditSyntax, ReadTests>? kept = same?.Edits;
        ReadClaims claims = ClaimsOf(sources, new TestFacts(facts, tables), same?.Claims, diagnostics);
        bool areClaimsSame = same is not null && claims.Declared.Select(one => one.Syntax).SequenceEqual(same.Claims.Declared.Select(one => one.Syntax), ReferenceEqualityComparer.Instance);
        TestCompiler compiler = new(sources, new TestFacts(facts, tables, claims.Claims), areClaimsSame, diagnostics);
        int most = sources.Chain[^1].Trees.Sum(tree => tree.Parts.Length);
        Dictionary<EditSyntax, ReadTests> edits = new(most, ReferenceEqualityComparer.Instance);
        ImmutableArray<ReadTests>.Builder all = ImmutableArray.CreateBuilder<ReadTests>(most);
        foreach (PlacedDeclaration part in sources.Chain[^1].Trees.SelectMany(tree => tree.Parts))
        {
            if (part.Syntax is EditSyntax edit)
            {
                ReadTests read = kept?.GetValueOrDefault(edit) is ReadTests known && compiler.Serves(known) ? known.In(part.Source) : compiler.Read(edit, part.Source);
                edits[edit] = read;
                all.Add(read);
            }
        }

        return new KeptTests(facts, edits, all.DrainToImmutable(), tables, claims);
    }

    /// <summary>Tests with their places where they are now: those that have moved are read again.</summary>
    public static ImmutableArray<EditTests> Placed(KeptTests tests)
    {
        TestFacts facts = tests.Reading;
        return [.. tests.All.Select(read => read.Stands ? read.Tests : Again(read))];

        EditTests Again(ReadTests read) => new(
            read.Tests.Edit,
            read.Source.PlaceOf(read.Syntax.Id.Span),
            [.. TestsOf(read.Syntax).SelectMany(test => TestNotation.Parse(read.Source, test, facts, out _, TestsOf(read.Syntax)))]);
    }

    private static ReadClaims ClaimsOf(PackSources sources, TestFacts facts, ReadClaims? before, List<Diagnostic> diagnostics)
    {
        ImmutableArray<NamedClaim> declared =
        [
            .. from pack in sources.Chain.Index()
               from part in pack.Item.Trees.SelectMany(tree => tree.BesideEdits)
               where part.Syntax is NamedClaimSyntax
               select new NamedClaim((NamedClaimSyntax)part.Syntax, part.Source, pack.Index),
        ];
        if (before is { IsQuiet: true } && declared.SequenceEqual(before.Declared))
        {
            return before;
        }

        NamedClaims claims = NamedClaimReader.Read(declared, sources.Chain.Length - 1, facts, out ImmutableArray<Diagnostic> found);
        diagnostics.AddRange(found);
        return new ReadClaims(declared, claims, found.IsEmpty);
    }

    private static ImmutableArray<TestSyntax> TestsOf(EditSyntax edit) => [.. edit.Clauses.OfType<TestSyntax>()];

    private static bool AreSame(ImmutableArray<FactSyntax> some, ImmutableArray<FactSyntax> others) => some.Length == others.Length && some.Zip(others).All(pair => ReferenceEquals(pair.First, pair.Second));

    private bool Serves(ReadTests known)
    {
        // Codes and rows may have changed, and so may claims.
        bool serves = known.IsQuiet && !known.AreOverOthers && (_areClaimsSame || !known.NameClaims) && _count + known.Count <= MostTests && AreKnown(known.Named);
        _count += serves ? known.Count : 0;
        return serves;
    }

    private bool AreKnown(ImmutableArray<string> edits) => edits.IsEmpty || edits.All(_known.Value.Contains);

    private ReadTests Read(EditSyntax edit, SourceText source)
    {
        int before = _diagnostics.Count;
        int countBefore = _count;
        ImmutableArray<TestCase>.Builder cases = ImmutableArray.CreateBuilder<TestCase>();
        ImmutableArray<TestSyntax> tests = TestsOf(edit);
        foreach (TestSyntax test in tests)
        {
            bool wasTold = _count > MostTests;
            _count += wasTold ? 0 : Math.Max(1, test.Values.Length);
            if (_count > MostTests)
            {
                _diagnostics.AddRange(wasTold ? [] : [SizeDiagnostics.TooManyTests(source.PlaceOf(test.Span), MostTests)]);
                continue;
            }

            ImmutableArray<TestCase> read = TestNotation.Parse(source, test, _facts, out ImmutableArray<Diagnostic> found, tests);
            _count += test.Over is null ? 0 : Math.Max(0, read.Length - 1);

            // A line that several tests take over is told of once.
            _diagnostics.AddRange(found.Where(one => !_diagnostics.Skip(before).Any(told => told.Id == one.Id && Equals(told.Place, one.Place))));
            _diagnostics.AddRange(UnknownEdits(read));
            cases.AddRange(read);
        }

        return new ReadTests(
            edit,
            source,
            new EditTests(edit.Id.Text, source.PlaceOf(edit.Id.Span), cases.ToImmutable()),
            _count - countBefore,
            [.. cases.SelectMany(one => one.Expectations).Select(one => one.Edit).OfType<string>().Distinct(StringComparer.Ordinal)],
            _diagnostics.Count == before,
            tests.Any(test => test.Over is not null),
            tests.Any(test => test.Body.Any(line => ClaimOfTest.TitleIn(line) is not null)));
    }

    private IEnumerable<Diagnostic> UnknownEdits(ImmutableArray<TestCase> cases) =>
        from expectation in cases.SelectMany(test => test.Expectations)
        where expectation.Edit is not null && !_known.Value.Contains(expectation.Edit)
        group expectation by expectation.EditPlace into place
        select TestDiagnostics.UnknownEdit(place.Key!, place.First().Edit!, _known.Value); // An edit has a place; the query asked for an edit.
}
