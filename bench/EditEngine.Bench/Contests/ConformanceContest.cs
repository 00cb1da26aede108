using EditEngine.Analysis.Testing;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Conformance;
using EditEngine.Outcomes;

namespace EditEngine.Bench.Contests;

/// <summary>Every source of the conformance suite over the claims of its own tests: compiled code beside the executor.</summary>
internal static class ConformanceContest
{
    private const int DecisionsOfTurn = 1_000;

    public static void Hold(BenchRun run)
    {
        if (Repository.Root() is not string root)
        {
            run.Page.Line("The conformance suite does not lie beside the bench.");
            return;
        }

        string folder = Path.Combine(root, "tests", "EditEngine.Conformance", "good");
        (string Name, Standing[] Standings)[] all =
        [
            .. Directory.EnumerateFiles(folder, "*.edit", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(folder, file), Decide(file, run.Rounds))),
        ];
        run.Page.Heading("Every source of the conformance suite over the claims of its tests, Find: compiled to the executor");
        run.Page.Row("| source | executor, ns a claim | compiled to it, median (least to greatest) | bytes a claim, compiled | findings |\n|---|---|---|---|---|");
        foreach ((string name, Standing[] standings) in all.OrderByDescending(one => one.Standings[1].RatioTo(one.Standings[0])))
        {
            double[] ratios = standings[1].RatiosTo(standings[0]);
            run.Page.Row($"| {name} | {standings[0].Median:N0} | {Contest.Median(ratios):N2} ({ratios.Min():N2} to {ratios.Max():N2}) | {standings[1].Bytes:N1} | {standings[1].Findings:N0} |");
        }

        run.Page.Ratio("compiled-to-executor", all.Max(one => one.Standings[1].RatioTo(one.Standings[0])), "≤ 1, the worst source");
        run.Page.Ratio("find-conformance-bytes", Math.Floor(all.Max(one => one.Standings[1].Bytes)), "0 bytes a claim, the worst source");
    }

    private static Standing[] Decide(string file, int rounds)
    {
        CompileResult result = CasePack.Compile(Path.GetFileName(file), File.ReadAllText(file).ReplaceLineEndings("\n"));
        RulePack plan = PackLowering.Lower(result.Pack!); // Conformance holds that it has no mistake.
        RulePack code = PackLowering.Lower(result.Pack!);
        PackCompiler.Compile(code);
        List<(Claim Claim, DateOnly AsOf)> claims = [];
        PackTests.Run(result, Keep, TestFilter.All);
        Evaluator byPlan = plan.CreateEvaluator();
        Evaluator byCode = code.CreateEvaluator();
        int count = Math.Max(DecisionsOfTurn / claims.Count, 1) * claims.Count;
        return Contest.Hold([Contestant.Of("executor", count, i => Find(byPlan, i)), Contestant.Of("compiled", count, i => Find(byCode, i))], rounds);

        int Find(Evaluator evaluator, int i)
        {
            (Claim claim, DateOnly asOf) = claims[i % claims.Count];
            return evaluator.Find(claim, asOf).Count;
        }

        Result Keep(Claim claim, DateOnly asOf)
        {
            claims.Add((claim, asOf));
            return plan.Evaluate(claim, asOf);
        }
    }
}
