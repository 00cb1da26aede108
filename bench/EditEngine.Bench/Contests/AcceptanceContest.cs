using EditEngine.Bench.Experts;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;

namespace EditEngine.Bench.Contests;

/// <summary>The acceptance edits: the engine beside an expert's code and the interpreter.</summary>
internal static class AcceptanceContest
{
    private const int Sample = 400; // The interpreter is given one claim of so many.
    /// <summary>The edits, by the number that the expert gives them.</summary>
    public static readonly string[] Ids = ["E01", "E02-LINE", "E02-DAY", "E05-VISIT", "E05-CONTRACT"];

    public static void Hold(BenchRun run)
    {
        Claim[] claims = new ClaimMaker(run.World, ClaimMix.Professional, seed: 11).Make(run.Quick ? 20_000 : 200_000);
        BoundPack bound = run.Packs.Bind(run.Packs.AcceptanceText);
        Engine engine = new(bound, claims, Ids);
        AcceptanceExpert expert = new(run.World);
        Interpreter interpreter = new(bound, "bench@1#0", historyActions: false);
        run.Page.Heading($"Acceptance edits E01, E02, E05: {claims.Length:N0} claims of 6 lines and 50 history lines, pair table of {run.World.Pairs.RowCount:N0} rows");
        run.Compare(claims.Length, i => expert.Run(claims[i]), engine.Found());
        run.Compare(claims.Length / Sample, i => expert.Run(claims[i]), ("interpreter", i => Interpreted(interpreter, claims[i])));
        run.Page.Line($"Candidates a claim: {engine.EditsRun / (double)claims.Length:N2} of {Ids.Length} edits.\n");
        Standing[] standings = Contest.Hold(
            [
                Contestant.Of("expert C#", claims.Length, i => expert.Run(claims[i]).Count),
                engine.FindByCode,
                engine.FindMadeAnew,
                engine.FindCopied,
                engine.Evaluate,
                engine.EvaluateClean(),
                engine.FindByPlan,
                Contestant.Of("interpreter, Find", claims.Length / Sample, i => interpreter.Find(claims[i], BenchRun.AsOf).Drafts.Length),
            ],
            run.Rounds);
        run.Page.Table(standings);
        run.Page.Ratio("find-acceptance", standings[1].RatioTo(standings[0]), "≤ 0.95 × the expert");
        run.Page.Ratio("find-charged-acceptance", Engine.Charged(standings[1], standings[2], standings[3], standings[0]), "≤ 1.05 × the expert");
        run.Page.Ratio("evaluate-acceptance", standings[4].RatioTo(standings[0]), "≤ 1.5 × the expert's Find");
        run.Page.Ratio("evaluate-clean-bytes", standings[5].Bytes, "≤ 600 bytes a claim");
        run.Page.Ratio("find-acceptance-bytes", standings[1].Bytes, "0 bytes a claim");
    }

    private static Tally Interpreted(Interpreter interpreter, Claim claim)
    {
        Tally tally = default;
        foreach (Outcomes.FindingDraft draft in interpreter.Find(claim, BenchRun.AsOf).Drafts)
        {
            tally.Add(Array.IndexOf(Ids, draft.Edit.Id), draft.Line ?? 0, draft.State == Outcomes.FindingState.Active);
        }

        return tally;
    }
}
