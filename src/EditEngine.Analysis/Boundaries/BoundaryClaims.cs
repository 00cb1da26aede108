using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Claims at the bounds of an edit: those of its tests, and from them, one change at a time, claims on which the edit goes another way.</summary>
internal sealed class BoundaryClaims
{
    private const string Anything = "99213";

    private readonly PreparedPack _pack;
    private readonly int _position;
    private readonly Neighbours _neighbours;
    private readonly Dictionary<string, (DatedClaim Claim, Signature Signature)> _found = new(StringComparer.Ordinal);
    private readonly List<DatedClaim> _tried = [];

    /// <param name="pack">The pack.</param>
    /// <param name="position">The position of the edit.</param>
    /// <param name="beside">Another edit whose atoms are taken as well, as the edit was before; null: none.</param>
    public BoundaryClaims(PreparedPack pack, int position, BoundEdit? beside = null)
    {
        _pack = pack;
        _position = position;
        Edit = pack.Pack.Edits[position];
        _neighbours = new Neighbours(beside is null ? new EditAtoms(Edit) : new EditAtoms(Edit, beside));
    }

    /// <summary>The edit.</summary>
    public BoundEdit Edit { get; }

    /// <summary>Every claim that was run, in the order of the search.</summary>
    public IReadOnlyList<DatedClaim> Tried => _tried;

    /// <summary>Of each way through the edit the smallest claim, small ones first.</summary>
    public IEnumerable<(DatedClaim Claim, Signature Signature)> Found => _found.Values.OrderBy(one => one.Claim.Size).ThenBy(one => one.Signature.Key, StringComparer.Ordinal);

    /// <summary>What the edit comes to on a claim.</summary>
    public Signature SignatureOf(DatedClaim dated)
    {
        SignatureWatch watch = new();
        (ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) = _pack.FindAmongAll(_position, Edit, dated.Claim, dated.AsOf, watch);
        return new Signature(watch.Conditions, Signature.ShapeOf(drafts, open), watch.Reached, drafts.Any(draft => draft.State != FindingState.Bypassed));
    }

    /// <summary>Looks for ways through the edit: the neighbours of seeds, then those of every claim that went a new way, those first that came farthest.</summary>
    /// <param name="seeds">Claims to begin with; those of its tests.</param>
    /// <param name="most">How many claims are run at most.</param>
    public void Search(IEnumerable<DatedClaim> seeds, int most)
    {
        PriorityQueue<DatedClaim, (int, int)> next = new();
        foreach (DatedClaim seed in seeds)
        {
            Try(seed, next);
        }

        // Where no test fires, what a test has by itself is where the search begins.
        if (!_found.Values.Any(one => one.Signature.Fires))
        {
            foreach (DatedClaim plain in Plain())
            {
                Try(plain, next);
            }
        }

        while (_tried.Count < most && next.TryDequeue(out DatedClaim? claim, out _))
        {
            foreach (ClaimNeighbour neighbour in _neighbours.Of(claim).Take(most - _tried.Count))
            {
                Try(neighbour.Claim, next);
            }
        }
    }

    private void Try(DatedClaim claim, PriorityQueue<DatedClaim, (int, int)> next)
    {
        _tried.Add(claim);
        Signature signature = SignatureOf(claim);
        if (!_found.TryGetValue(signature.Key, out (DatedClaim Claim, Signature Signature) known))
        {
            _found.Add(signature.Key, (claim, signature));
            next.Enqueue(claim, (-signature.Reached, _tried.Count));
        }
        else if (claim.Size < known.Claim.Size)
        {
            _found[signature.Key] = (claim, signature);
        }
    }

    private static IEnumerable<DatedClaim> Plain() =>
        ClaimWords.Types.Select(type => TestText.Read([$"claim {type}", $"  line 1: {(type == "dental" ? "D0120" : Anything)} on 2025-03-04"], TestFacts.None))
            .OfType<TestCase>()
            .Select(test => new DatedClaim(test.Claim!, test.AsOf)); // It was read.
}
