using EditEngine.Bench.Experts;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Bench.Older;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;

namespace EditEngine.Bench.Contests;

/// <summary>The acceptance edits: the engine beside an expert's code and the interpreter.</summary>
internal static class AcceptanceContest
{
    private const int Seed = 11;
    private const int Sample = 400; // The interpreter is given one claim of so many.

    public static void Hold(BenchRun run)
    {
        Claim[] claims = new ClaimMaker(run.World, ClaimMix.Professional, Seed).Make(run.Quick ? 10_000 : 200_000);
        BoundPack bound = run.Packs.Bind(run.Packs.AcceptanceText);
        Engine engine = new(bound, claims, BenchPack.AcceptanceIds);
        AcceptanceExpert expert = new(run.World);
        using OlderRelease? older = run.Older is null ? null : new OlderRelease(run.Older, "acceptance", claims.Length, Seed, run.World.Pairs.RowCount);
        Interpreter interpreter = new(bound, "bench@1#0", historyActions: false);
        run.Page.Heading($"Acceptance edits E01, E02, E05: {claims.Length:N0} claims of 6 lines and 50 history lines, pair table of {run.World.Pairs.RowCount:N0} rows");
        run.Compare(claims.Length, i => expert.Run(claims[i]), engine.Found());
        run.Compare(claims.Length / Sample, i => expert.Run(claims[i]), ("interpreter", i => Interpreted(interpreter, claims[i])));
        if (older is not null)
        {
            run.Compare(claims.Length, i => expert.Run(claims[i]), ("older release", older.Found));
        }

        run.Page.Line(engine.Work + "\n");
        Standing[] standings = Contest.Hold(
            [
                Contestant.Of("expert C#", claims.Length, i => expert.Run(claims[i]).Count),
                engine.FindByCode,
                engine.FindUndecided,
                engine.Evaluate,
                engine.EvaluateClean(),
                engine.FindByPlan,
                Contestant.Of("interpreter, Find", claims.Length / Sample, i => interpreter.Find(claims[i], BenchRun.AsOf).Drafts.Length),
                .. older is null ? (Contestant[])[] : [older.Find],
            ],
            run.Rounds);
        run.Page.Table(standings);
        run.Page.Ratio("find-acceptance", standings[1].RatioTo(standings[0]), "≤ 0.95 × the expert");
        run.Page.Ratio("find-charged-acceptance", standings[2].RatioTo(standings[0]), "≤ 1.05 × the expert");
        run.Page.Ratio("evaluate-acceptance", standings[3].RatioTo(standings[0]), "≤ 1.5 × the expert's Find");
        run.Page.Ratio("evaluate-clean-bytes", standings[4].Bytes, "≤ 600 bytes a claim");
        if (older is not null)
        {
            run.Page.Ratio("older-acceptance", standings[^1].RatioTo(standings[1]), "times compiled Find");
        }

        run.Page.Ratio("find-acceptance-bytes", standings[1].Bytes, "0 bytes a claim");
    }

    private static Tally Interpreted(Interpreter interpreter, Claim claim)
    {
        Tally tally = default;
        foreach (Outcomes.FindingDraft draft in interpreter.Find(claim, BenchRun.AsOf).Drafts)
        {
            tally.Add(Array.IndexOf(BenchPack.AcceptanceIds, draft.Edit.Id), draft.Line ?? 0, draft.State == Outcomes.FindingState.Active);
        }

        return tally;
    }
}
