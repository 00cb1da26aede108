using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Stacks;

namespace EditEngine.Analysis.Consistency;

/// <summary>Looks at how the edits of a pack go together.</summary>
internal sealed class PackAnalysis
{
    private const int MostClaims = 3000;
    private const int LeastClaims = 200;
    private const int AllClaims = 150_000;

    private readonly PackSources _sources;
    private readonly CompileResult _compiled;
    private readonly RulePack _rules;
    private readonly PreparedPack _pack;
    private readonly TestFacts _facts;
    private readonly Dictionary<string, int> _positions;
    private readonly HashSet<string> _ownFiles;

    /// <param name="sources">The files of the pack.</param>
    /// <param name="compiled">The pack, without errors.</param>
    /// <param name="pack">Its rules.</param>
    /// <param name="rules">What runs.</param>
    public PackAnalysis(PackSources sources, CompileResult compiled, BoundPack pack, RulePack rules)
    {
        _sources = sources;
        _compiled = compiled;
        _rules = rules;
        _pack = new PreparedPack(pack);
        _facts = PackFacts.Of(sources);
        _positions = Enumerable.Range(0, pack.Edits.Length).ToDictionary(at => pack.Edits[at].Id, StringComparer.Ordinal);
        _ownFiles = [.. sources.Chain.IsEmpty ? [] : sources.Chain[^1].Trees.Select(tree => tree.Source.File)];
    }

    private ImmutableArray<BoundEdit> Edits => _pack.Pack.Edits;

    /// <summary>All remarks on the pack's own edits and sets, by kind, then in the order of the edits; the same each time.</summary>
    public ImmutableArray<PackRemark> Remarks() => DeepStack.Run(AllRemarks);

    private ImmutableArray<PackRemark> AllRemarks()
    {
        int most = _pack.MostClaims(Math.Clamp(AllClaims / Math.Max(1, Edits.Length), LeastClaims, MostClaims));
        ImmutableArray<FiringClaims> claims = [.. Edits.AsParallel().AsOrdered().Select((_, at) => DeepStack.Run(() => FiringClaims.Of(_pack, _compiled.Tests, at, most)))];
        IEnumerable<DatedClaim> ofTests = _compiled.Tests.SelectMany(edit => edit.Cases).Where(test => test.Claim is not null).Select(test => new DatedClaim(test.Claim!, test.AsOf)); // Asked just now.
        ImmutableArray<DecidedClaim> decided = [.. ofTests.Concat(claims.SelectMany(one => one.Firing)).AsParallel().AsOrdered().Select(claim => DecidedClaim.Of(_rules, _positions, claim))];
        HashSet<int> fired = [.. decided.SelectMany(one => one.Targets).SelectMany(target => target.Findings).Select(finding => finding.Position)];
        EditPairs pairs = new(_pack, decided);
        IEnumerable<PackRemark> all =
        [
            .. claims.Select(one => NeverFiring.Of(Edits[one.Position], one, fired.Contains(one.Position), claim => Nearest(one.Position, claim))).OfType<PackRemark>(),
            .. Shadowed(pairs),
            .. pairs.Opposite().Select(pair => Opposite(pairs, pair)),
            .. UnreachedSets.In(_sources),
            .. claims.AsParallel().AsOrdered().SelectMany(one => DeepStack.Run(() => Gaps(one).ToList())),
        ];
        return [.. all.Where(remark => _ownFiles.Contains(remark.Place.File))];
    }

    private GeneratedTest? Nearest(int position, DatedClaim claim)
    {
        BoundaryClaims ways = new(_pack, position);
        int reached = ways.SignatureOf(claim).Reached;
        return Test([Edits[position].Id], claim, one => ways.SignatureOf(one).Reached == reached);
    }

    // Of two that always fire together one remark is enough.
    private IEnumerable<PackRemark> Shadowed(EditPairs pairs)
    {
        (int Edit, int With, DatedClaim Claim, int Tried)[] found = [.. pairs.Shadowed()];
        foreach ((int edit, int with, DatedClaim claim, int tried) in found)
        {
            bool isMutual = found.Any(other => other.Edit == with && other.With == edit);
            if (!isMutual || edit > with)
            {
                string text = isMutual ? "fire on the same claims" : $"never fires without {Edits[with].Id}";
                yield return Remark(
                    RemarkKind.Shadowed, edit, with,
                    FormattableString.Invariant($"{Edits[edit].Id}{(isMutual ? $" and {Edits[with].Id}" : "")} {text}: so it is on all {tried:#,0} claims tried on which {Edits[edit].Id} fires."),
                    Test([Edits[edit].Id, Edits[with].Id], claim, one => pairs.Meet(edit, with, one)));
            }
        }
    }

    private PackRemark Opposite(EditPairs pairs, (int One, int Other, DatedClaim Claim) pair) => Remark(
        RemarkKind.Opposite, pair.One, pair.Other,
        $"{Edits[pair.One].Id} and {Edits[pair.Other].Id} decide one line in opposite ways.",
        Test([Edits[pair.One].Id, Edits[pair.Other].Id], pair.Claim, one => pairs.Meet(pair.One, pair.Other, one)));

    private IEnumerable<PackRemark> Gaps(FiringClaims claims)
    {
        BoundEdit edit = Edits[claims.Position];
        foreach ((DateOnly from, DateOnly through, string again, DatedClaim claim) in new PeriodGaps(_rules, _pack).Of(claims))
        {
            string days = from == through ? FormattableString.Invariant($"On {from:yyyy-MM-dd}") : FormattableString.Invariant($"From {from:yyyy-MM-dd} through {through:yyyy-MM-dd}");
            string finders = again == edit.Id ? $"{edit.Id} finds before and after" : $"{edit.Id} finds before and {again} after";
            yield return new PackRemark(
                RemarkKind.Gap, again == edit.Id ? [edit.Id] : [edit.Id, again], edit.Place, $"{days} nothing decides what {finders}.", IsProven: false,
                Test([edit.Id], claim, one => one.Claim.Lines[0].From == claim.Claim.Lines[0].From && DecidedClaim.By(_pack, claims.Position, one).Count == 0 && IsFoundBefore(one, claims.Position, from)));
        }
    }

    // What shows a gap is still found on the day before it.
    private bool IsFoundBefore(DatedClaim claim, int position, DateOnly from) =>
        claim.Claim.Lines[0].From is DateOnly day && MovedClaim.By(claim, from.DayNumber - 1 - day.DayNumber) is DatedClaim before && DecidedClaim.By(_pack, position, before).Count > 0;

    private PackRemark Remark(RemarkKind kind, int edit, int other, string text, GeneratedTest? witness) =>
        new(kind, [Edits[edit].Id, Edits[other].Id], _ownFiles.Contains(Edits[edit].Place.File) ? Edits[edit].Place : Edits[other].Place, text, IsProven: false, witness);

    private GeneratedTest? Test(ImmutableArray<string> edits, DatedClaim claim, Func<DatedClaim, bool> shows) =>
        new SmallestText(_facts).Of(claim, shows) is (ClaimText text, DatedClaim least) ? GeneratedTest.Of(edits, _pack, text, least, _facts) : null;
}
