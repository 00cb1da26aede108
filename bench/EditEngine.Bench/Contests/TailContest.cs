using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;

namespace EditEngine.Bench.Contests;

/// <summary>The same thousand claims decided a thousand times: how far a claim's slow repeats lie from its usual one.</summary>
internal static class TailContest
{
    private const int Claims = 1_000;
    private const int Warming = 30;

    public static void Hold(BenchRun run)
    {
        Claim[] claims = new ClaimMaker(run.World, ClaimMix.Professional, seed: 29).Make(Claims);
        RulePack pack = PackLowering.Lower(run.Packs.Bind(run.Packs.AcceptanceText));
        PackCompiler.Compile(pack);
        Evaluator evaluator = pack.CreateEvaluator();
        int repeats = run.Quick ? 250 : 1_000;
        run.Page.Heading($"The same {Claims:N0} claims, each decided {repeats:N0} times by the acceptance edits; the thread's processor time of each");
        run.Page.Row("| | median ns | p99 over a claim's own repeats to its median: median claim | worst claim | longest of all, ns | collections |\n|---|---|---|---|---|---|");
        Time(run, "Find", "p99-find", repeats, i => evaluator.Find(claims[i], BenchRun.AsOf).Count);
        Time(run, "Evaluate", "p99-evaluate", repeats, i => evaluator.Evaluate(claims[i], BenchRun.AsOf).Findings.Length);
    }

    private static void Time(BenchRun run, string name, string word, int repeats, Func<int, int> decide)
    {
        int[][] times = [.. Enumerable.Range(0, Claims).Select(_ => new int[repeats])];
        int collections = 0;
        for (int repeat = -Warming; repeat < repeats; repeat++)
        {
            collections = repeat == 0 ? GC.CollectionCount(0) : collections;
            for (int i = 0; i < Claims; i++)
            {
                long started = ThreadClock.Nanoseconds;
                decide(i);
                times[i][Math.Max(repeat, 0)] = (int)(ThreadClock.Nanoseconds - started);
            }
        }

        collections = GC.CollectionCount(0) - collections;
        foreach (int[] own in times)
        {
            Array.Sort(own);
        }

        double[] ratios = [.. times.Select(own => own[repeats * 99 / 100] / (double)own[repeats / 2])];
        run.Page.Row($"| {name} | {Contest.Median(times.Select(own => (double)own[repeats / 2])):N0} | {Contest.Median(ratios):N2} | {ratios.Max():N2} | {times.Max(own => own[^1]):N0} | {collections:N0} |");
        run.Page.Ratio(word, ratios.Max(), "< 20 × the claim's median, the worst claim");
    }
}
