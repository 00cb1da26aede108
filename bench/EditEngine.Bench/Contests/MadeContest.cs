using EditEngine.Bench.Experts;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Bench.Older;
using EditEngine.Bench.Peers;
using EditEngine.Claims;

namespace EditEngine.Bench.Contests;

/// <summary>Made edits of five sentences, few and many: the engine beside experts, a naive program and RulesEngine.</summary>
internal sealed class MadeContest(BenchRun run, Claim[] claims, int count)
{
    private const int Seed = 13;
    private static readonly (int Edits, string Find, string Charged)[] Sizes = [(10, "≤ 0.7", "≤ 0.9"), (200, "≤ 0.9", "≤ 1.0"), (2_000, "≤ 0.9", "≤ 1.0"), (20_000, "≤ 1.0", "≤ 1.0")];
    private readonly MadeEdit[] _edits = MadeEdit.Make(run.World, count, seed: 5);
    private readonly NaiveClaim[] _naive = [.. claims.Take(1_000).Select(claim => new NaiveClaim(claim))];
    private readonly List<Contestant> _contestants = [];

    public static void Hold(BenchRun run)
    {
        Claim[] claims = new ClaimMaker(run.World, ClaimMix.Professional, Seed).Make(run.Quick ? 5_000 : 50_000);
        run.Page.Heading($"Made edits of five sentences (place, units, code pair, age, frequency): {claims.Length:N0} claims of 6 lines and 50 history lines");
        foreach ((int edits, string find, string charged) in Sizes)
        {
            new MadeContest(run, claims, edits).Hold(find, charged);
        }
    }

    private void Hold(string asked, string askedCharged)
    {
        run.Page.Row($"### {count:N0} edits\n");
        IndexedExpert indexed = new(_edits);
        Engine engine = new(run.Packs.Bind(MadeEdit.TextOf(_edits)), claims, _edits.Select(edit => edit.Id));
        run.Compare(claims.Length, i => indexed.Run(claims[i]), engine.Found());
        run.Page.Line(engine.Work + "\n");
        _contestants.AddRange(
        [
            Contestant.Of("expert C#, indexed", claims.Length, i => indexed.Run(claims[i]).Count),
            engine.FindByCode,
            engine.FindUndecided,
            engine.Evaluate,
            engine.FindByPlan,
        ]);
        int fused = AddFused(indexed);
        AddPeers(indexed);
        NodePeer[] node = AddNode();
        using OlderRelease? older = AddOlder(indexed);
        Standing[] standings = Contest.Hold(_contestants, run.Rounds);
        run.Page.Table(standings);
        Standing expert = fused >= 0 && standings[fused].Median < standings[0].Median ? standings[fused] : standings[0];
        run.Page.Ratio($"find-{count}", standings[1].RatioTo(expert), asked + " × the expert");
        run.Page.Ratio($"find-charged-{count}", standings[2].RatioTo(expert), askedCharged + " × the expert");
        if (older is not null)
        {
            run.Page.Ratio($"older-{count}", standings[^1].RatioTo(standings[1]), "times compiled Find");
        }

        Array.ForEach(node, peer => peer.Dispose());
        foreach (Standing peer in standings.Where(standing => standing.Name.StartsWith("RulesEngine", StringComparison.Ordinal)))
        {
            run.Page.Ratio($"rulesengine-{count}", peer.RatioTo(standings[1]), count == 2_000 ? "≥ 300 × compiled Find" : count == 200 ? "≥ 100 × compiled Find" : "");
        }
    }

    // At ten edits an expert writes no index.
    private int AddFused(IndexedExpert indexed)
    {
        if (count != FusedExpert.Edits)
        {
            return -1;
        }

        FusedExpert fused = new(_edits);
        run.Compare(claims.Length, i => indexed.Run(claims[i]), ("fused expert", i => fused.Run(claims[i])));
        _contestants.Add(Contestant.Of("expert C#, fused", claims.Length, i => fused.Run(claims[i]).Count));
        return _contestants.Count - 1;
    }

    private void AddPeers(IndexedExpert indexed)
    {
        if (count > 2_000)
        {
            return;
        }

        NaiveEdits naive = new(_edits);
        int sample = Math.Min(_naive.Length, (run.Quick ? 10_000 : 40_000) / count);
        run.Compare(_naive.Length, i => indexed.Run(claims[i]), ("naive C#", i => naive.Run(_naive[i])));
        _contestants.Add(Contestant.Of("naive C# (LINQ, texts)", sample, i => naive.Run(_naive[i]).Count));
        RulesEnginePeer rules = new(_edits);
        run.Compare(sample, i => EditsOf(naive.Fired(_naive[i])), ("RulesEngine", i => EditsOf(rules.Run(_naive[i]))));
        _contestants.Add(Contestant.Of("RulesEngine 6 (says the edits alone, not the lines)", sample, i => rules.Run(_naive[i]).Count));
    }

    private NodePeer[] AddNode()
    {
        if (!run.WithNode || count > 2_000)
        {
            return [];
        }

        if (NodePeer.Absence() is string absence)
        {
            run.Page.Line($"json-rules-engine and ZEN do not take part: {absence}.\n");
            return [];
        }

        NaiveEdits naive = new(_edits);
        NaiveClaim[] sample = [.. _naive.Take(Math.Min(_naive.Length, 20_000 / count))];
        NodePeer[] peers = [.. NodePeer.Engines.Select(engine => new NodePeer(engine, _edits, sample))];
        foreach (NodePeer peer in peers)
        {
            run.Compare(sample.Length, i => EditsOf(naive.Fired(sample[i])), (peer.Contestant.Name, i => EditsOf(peer.Run(i))));
            _contestants.Add(peer.Contestant);
        }

        return peers;
    }

    private OlderRelease? AddOlder(IndexedExpert indexed)
    {
        if (run.Older is null)
        {
            return null;
        }

        OlderRelease older = new(run.Older, $"{count}", claims.Length, Seed, run.World.Pairs.RowCount);
        run.Compare(claims.Length, i => indexed.Run(claims[i]), ("older release", older.Found));
        _contestants.Add(older.Find);
        return older;
    }

    private static Tally EditsOf(IEnumerable<string> ids)
    {
        Tally tally = default;
        foreach (string id in ids)
        {
            tally.Add(int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture), 0, isActive: true);
        }

        return tally;
    }
}
