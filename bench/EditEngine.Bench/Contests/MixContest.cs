using EditEngine.Bench.Experts;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;

namespace EditEngine.Bench.Contests;

/// <summary>Small and large claims, short and long histories: what a line costs.</summary>
internal static class MixContest
{
    private const int MadeEdits = 2_000;
    private static readonly ClaimMix[] Mixes = [new(25, 50), new(6, 0), new(6, 50), new(6, 500), new(6, 5_000), new(450, 50)];

    public static void Hold(BenchRun run)
    {
        Claim[][] claims = [.. Mixes.Select(mix => new ClaimMaker(run.World, mix, seed: 19).Make(CountOf(mix, run.Quick)))];
        MadeEdit[] edits = MadeEdit.Make(run.World, MadeEdits, seed: 5);
        AcceptanceExpert acceptance = new(run.World);
        IndexedExpert made = new(edits);
        Engine few = new(run.Packs.Bind(run.Packs.AcceptanceText), [], BenchPack.AcceptanceIds);
        Engine many = new(run.Packs.Bind(MadeEdit.TextOf(edits)), [], edits.Select(edit => edit.Id));
        run.Page.Heading("What a line costs: small and large claims, short and long histories; the first mix is the yardstick");
        Hold(run, "acceptance", "acceptance edits", claims, few, acceptance.Run);
        Hold(run, "made", $"{MadeEdits:N0} made edits", claims, many, made.Run);
    }

    private static void Hold(BenchRun run, string word, string name, Claim[][] claims, Engine pack, Func<Claim, Tally> expert)
    {
        Engine[] engines = [.. claims.Select(pack.Over)];
        for (int i = 0; i < Mixes.Length; i++)
        {
            Claim[] own = claims[i];
            run.Compare(own.Length, at => expert(own[at]), engines[i].Found());
        }

        Standing[] standings = Contest.Hold([.. engines.Select(engine => engine.FindByCode), .. claims.Select(own => Contestant.Of("expert C#", own.Length, i => expert(own[i]).Count))], run.Rounds);
        run.Page.Row($"{name}, compiled, Find\n\n| lines of a claim | history lines of a member | claims | ns a line, median | to the first | the expert's to its first | to the expert | findings | edits a claim | left to the executor |\n|---|---|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < Mixes.Length; i++)
        {
            run.Page.Row($"| {Mixes[i].Lines} | {Mixes[i].History:N0} | {claims[i].Length:N0} | {standings[i].Median / Mixes[i].Lines:N0} | {PerLine(standings, i, 0):N2} | {PerLine(standings, i, Mixes.Length):N2} | {standings[i].RatioTo(standings[Mixes.Length + i]):N2} | {standings[i].Findings:N0} | {engines[i].EditsAClaim:N1} | {engines[i].LeftAClaim:N1} |");
        }

        run.Page.Row("");
        run.Page.Ratio($"line-of-450-{word}", PerLine(standings, Mixes.Length - 1, 0), "< 3 × a line of 25");
    }

    private static double PerLine(Standing[] standings, int mix, int contestant) => standings[contestant + mix].RatioTo(standings[contestant]) * Mixes[0].Lines / Mixes[mix].Lines;

    private static int CountOf(ClaimMix mix, bool quick) => (quick ? 1 : 10) * (mix.History > 1_000 ? 200 : mix.Lines > 100 ? 30 : 1_000);
}
