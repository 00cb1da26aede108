using System.Diagnostics;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;

namespace EditEngine.Bench.Contests;

/// <summary>Rules that change while claims are decided: how soon a change is live, and whether many of them leave memory behind.</summary>
internal static class ReloadContest
{
    /// <summary>Its word as a child.</summary>
    public const string Reload = "reload";

    private const int Edits = 10_000;

    public static void Hold(BenchRun run)
    {
        run.Page.Heading("Rules that change");
        Change(run);
        int reloads = run.Quick ? 60 : 200;
        Dictionary<string, double> memory = Child.Run(Reload, reloads.ToString(System.Globalization.CultureInfo.InvariantCulture));
        run.Page.Line($"{reloads} packs of 50 edits, each compiled, asked and let go: {memory["managed-early"] / 1e6:N1} MB managed and {memory["process-early"] / 1e6:N0} MB of the process after a fifth, {memory["managed"] / 1e6:N1} and {memory["process"] / 1e6:N0} MB after all.");
        run.Page.Ratio("reload-memory", memory["process"] / memory["process-early"], "flat: 1");
    }

    /// <summary>Compiles packs, asks each once and lets it go.</summary>
    public static void ReloadMany(int reloads)
    {
        World world = World.OfCodes(seed: 7);
        Claim[] claims = new ClaimMaker(world, ClaimMix.Professional, seed: 31).Make(100);
        for (int i = 0; i < reloads; i++)
        {
            RulePack pack = EditCompiler.Compile(PackSources.FromText("bench.edit", MadeEdit.TextOf(MadeEdit.Make(world, 50, seed: i))), CompileOptions.Default).Rules!; // Made without a mistake.
            PackCompiler.Compile(pack);
            Evaluator evaluator = pack.CreateEvaluator();
            Array.ForEach(claims, claim => evaluator.Find(claim, BenchRun.AsOf));
            if (i == reloads / 5)
            {
                Tell("-early");
            }
        }

        Tell("");
    }

    private static void Change(BenchRun run)
    {
        MadeEdit[] edits = MadeEdit.Make(run.World, Edits, seed: 6);
        Claim[] claims = new ClaimMaker(run.World, ClaimMix.Professional, seed: 31).Make(100);
        PackCompilation pack = EditCompiler.Open(PackSources.FromText("bench.edit", MadeEdit.TextOf(edits)), CompileOptions.Default);
        _ = pack.Result; // A pack is compiled when it is first asked: that is no part of a change.
        double[] times = [.. Enumerable.Range(0, run.Quick ? 3 : 9).Select(i =>
        {
            edits[1] = edits[1] with { Bound = i + 1 };
            string text = MadeEdit.TextOf(edits);
            long started = Stopwatch.GetTimestamp();
            pack = pack.WithText("bench.edit", text);
            pack.Result.Rules!.CreateEvaluator().Find(claims[i], BenchRun.AsOf); // Made without a mistake.
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        })];
        run.Page.Line($"One constant changed in {Edits:N0} edits: {Contest.Median(times):N0} ms by the clock until the first claim is decided by it.");
        PackCompiler.Compile(pack.Result.Rules!);
        double[] withCode = [.. Enumerable.Range(0, run.Quick ? 3 : 9).Select(i =>
        {
            edits[1] = edits[1] with { Bound = i + 20 };
            string text = MadeEdit.TextOf(edits);
            long started = Stopwatch.GetTimestamp();
            pack = pack.WithText("bench.edit", text);
            PackCompiler.Compile(pack.Result.Rules!); // Nearly all of it is that of the pack before.
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        })];
        run.Page.Line($"The same with compiled code, until all edits of the changed pack have theirs: {Contest.Median(withCode):N0} ms by the clock.");
        run.Page.Ratio("change-one-of-10000-ms", Contest.Median(times), "< 100 ms");
    }

    private static void Tell(string when)
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Child.Tell("managed" + when, GC.GetTotalMemory(forceFullCollection: true));
        Child.Tell("process" + when, Environment.WorkingSet);
    }
}
