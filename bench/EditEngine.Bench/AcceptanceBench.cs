using System.Diagnostics;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Evaluation;
using EditEngine.Packs;

namespace EditEngine.Bench;

/// <summary>The acceptance edits over 200,000 claims: the plan, the interpreter, and an expert's code.</summary>
internal sealed class AcceptanceBench(World world, ResultsPage page, bool quick)
{
    private static readonly DateOnly AsOf = new(2026, 1, 1);
    private static readonly Dictionary<string, int> Edits = new() { ["E01"] = 0, ["E02-LINE"] = 1, ["E02-DAY"] = 2, ["E05-VISIT"] = 3, ["E05-CONTRACT"] = 4 };

    /// <summary>False where a contestant found something else.</summary>
    public bool Run()
    {
        Claim[] claims = new ClaimMaker(world, seed: 11).Make(quick ? 5_000 : 200_000);
        long started = Stopwatch.GetTimestamp();
        BoundPack bound = new BenchPack(world).BindAcceptance();
        RulePack steps = PackLowering.Lower(bound);
        steps.CreateEvaluator().Find(claims[0], AsOf);
        double coldSteps = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        ExpertEdits expert = new(world);
        Evaluator bySteps = steps.CreateEvaluator();
        Interpreter interpreter = new(bound, "bench@1#0", historyActions: false);
        int odd = CountOdd(claims, expert, bySteps, interpreter);
        page.Heading($"Acceptance edits E01, E02, E05: {claims.Length:N0} claims of 6 lines and 50 history lines, pair table of {world.Pairs.RowCount:N0} rows");
        page.Line($"Claims on which a contestant's findings differ from the expert's: {odd}.");
        page.Line($"First finding from rule text, in a cold process: {coldSteps:N0} ms.");
        page.Line($"Edits run a claim: {bySteps.EditsRun / (double)claims.Length:N2}.");
        int all = claims.Length;
        page.Table(Contest.Hold(
            [
                new Contestant("expert C#", claim => expert.Run(claim).Count, all),
                new Contestant("plan, Find", claim => bySteps.Find(claim, AsOf).Count, all),
                new Contestant("plan, Evaluate", claim => bySteps.Evaluate(claim, AsOf).Findings.Length, all / 4),
                new Contestant("interpreter, Find (sample)", claim => interpreter.Find(claim, AsOf).Drafts.Length, all / 400),
            ],
            claims,
            quick ? 3 : 7));
        return odd == 0;
    }

    private static int CountOdd(Claim[] claims, ExpertEdits expert, Evaluator bySteps, Interpreter interpreter)
    {
        int odd = 0;
        for (int i = 0; i < claims.Length; i++)
        {
            Tally right = expert.Run(claims[i]);
            Tally step = Tally.Of(bySteps.Find(claims[i], AsOf), Edits);
            Tally slow = right;
            if (i % 400 == 0)
            {
                slow = default;
                foreach (Outcomes.FindingDraft draft in interpreter.Find(claims[i], AsOf).Drafts)
                {
                    slow.Add(Edits[draft.Edit.Id], draft.Line ?? 0, draft.State == Outcomes.FindingState.Active);
                }
            }

            odd += right.Equals(step) && right.Equals(slow) ? 0 : 1;
        }

        return odd;
    }
}
