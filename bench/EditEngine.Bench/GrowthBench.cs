using System.Diagnostics;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Evaluation;
using EditEngine.Packs;

namespace EditEngine.Bench;

/// <summary>Made edits of mixed shapes: how time grows with their number, and what a large pack costs to read.</summary>
internal sealed class GrowthBench(World world, ResultsPage page, bool quick)
{
    private static readonly DateOnly AsOf = new(2026, 1, 1);

    public void Run()
    {
        Claim[] claims = new ClaimMaker(world, seed: 13).Make(quick ? 2_000 : 50_000);
        BenchPack packs = new(world);
        List<Contestant> contestants = [];
        List<(int Edits, Evaluator Evaluator)> evaluators = [];
        foreach (int count in (int[])[10, 200, 2_000])
        {
            RulePack pack = PackLowering.Lower(packs.Bind(packs.MixedText(count, seed: 5)));
            Evaluator evaluator = pack.CreateEvaluator();
            evaluators.Add((count, evaluator));
            contestants.Add(new Contestant($"{count:N0} edits", claim => evaluator.Find(claim, AsOf).Count, claims.Length));
        }

        page.Heading("Made edits of five shapes (place, units, code pair, age, frequency); ratio to 10 edits");
        Standing[] standings = Contest.Hold(contestants, claims, quick ? 3 : 7);
        page.Table(standings);
        int turns = claims.Length * ((quick ? 3 : 7) + 1);
        foreach ((int edits, Evaluator evaluator) in evaluators)
        {
            page.Line($"{edits:N0} edits: {evaluator.EditsRun / (double)turns:N2} run a claim.");
        }

        ReadPack();
    }

    /// <summary>What a large pack costs to read and to keep.</summary>
    public void ReadPack() => Reading(new BenchPack(world), quick ? 1_000 : 10_000);

    private void Reading(BenchPack packs, int count)
    {
        string text = packs.MixedText(count, seed: 6);
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        SyntaxTree tree = EditParser.Parse(new SourceText("bench.edit", text));
        double parsing = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        GC.KeepAlive(tree);
        started = Stopwatch.GetTimestamp();
        BoundPack bound = packs.Bind(text);
        double binding = Stopwatch.GetElapsedTime(started).TotalMicroseconds - parsing;
        started = Stopwatch.GetTimestamp();
        RulePack pack = PackLowering.Lower(bound);
        double lowering = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        bound = null!; // Not needed by what runs.
        tree = null!;
        long kept = GC.GetTotalMemory(forceFullCollection: true) - memory;
        page.Heading($"A pack of {count:N0} made edits ({text.Length / 1024:N0} KB of text)");
        page.Line($"An edit takes {parsing / count:N0} µs to parse, {binding / count:N0} µs to bind, {lowering / count:N0} µs to lower; the pack keeps {kept / (double)count:N0} bytes an edit.");
        GC.KeepAlive(pack);
        GC.KeepAlive(text);
    }
}
