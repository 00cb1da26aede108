using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;

namespace EditEngine.Bench.Contests;

/// <summary>Each acceptance edit alone, on claims of 25 and of 450 lines: which of them costs more a line on large claims.</summary>
internal static class LineContest
{
    private static readonly ClaimMix[] Mixes = [new(25, 50), new(450, 50)];

    public static void Hold(BenchRun run)
    {
        Claim[][] claims = [.. Mixes.Select(mix => new ClaimMaker(run.World, mix, seed: 19).Make(mix.Lines > 100 ? 30 : 1_000))];
        string[] parts = run.Packs.AcceptanceText.Split("\nedit ");
        run.Page.Heading("Each acceptance edit alone: what a line costs on large claims");
        run.Page.Row("| edit | ns a line of 25 | ns a line of 450 | to it | executor, to it | left to the executor |\n|---|---|---|---|---|---|");
        foreach (string id in BenchPack.AcceptanceIds)
        {
            Engine engine = new(run.Packs.Bind(Alone(run.Packs.AcceptanceText, id)), [], [id]);
            Engine[] engines = [.. claims.Select(engine.Over)];
            Standing[] standings = Contest.Hold([.. engines.Select(one => one.FindByCode), .. engines.Select(one => one.FindByPlan)], run.Rounds);
            run.Page.Row($"| {id} | {standings[0].Median / Mixes[0].Lines:N0} | {standings[1].Median / Mixes[1].Lines:N0} | {PerLine(standings[1], standings[0]):N2} | {PerLine(standings[3], standings[2]):N2} | {engines[1].LeftAClaim:N2} |");
        }
    }

    private static double PerLine(Standing large, Standing small) => large.RatioTo(small) * Mixes[0].Lines / Mixes[1].Lines;

    // The definitions that stand between edits stay.
    private static string Alone(string text, string id)
    {
        const string Begin = "\nedit ";
        const string End = "\nend";
        string[] parts = text.Split(Begin);
        return string.Concat(parts.Select((part, i) =>
            i == 0 ? part : part.StartsWith(id + " ", StringComparison.Ordinal) ? Begin + part : "\n" + part[(part.IndexOf(End, StringComparison.Ordinal) + End.Length)..]));
    }
}
