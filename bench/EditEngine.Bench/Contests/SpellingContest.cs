using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;

namespace EditEngine.Bench.Contests;

/// <summary>One edit in two spellings: neither may cost more.</summary>
internal static class SpellingContest
{
    // Placeholders: {0} codes of the line, {1} codes of another.
    private static readonly (string What, string One, string Other)[] Pairs =
    [
        ("order of conditions",
            "for each  line v\n  when      v.procedure in {0} and v.units > 3 and v.place in { 21, 23 }",
            "for each  line v\n  when      v.place in { 21, 23 } and v.units > 3 and v.procedure in {0}"),
        ("a condition with the thing or below it",
            "for each  line v where v.procedure in {0}\n  when      v.units > 3",
            "for each  line v\n  when      v.procedure in {0} and v.units > 3"),
        ("greater, or not at most",
            "for each  line v\n  when      v.procedure in {0} and v.units > 3",
            "for each  line v\n  when      v.procedure in {0} and not v.units <= 3"),
        ("one set, or its codes",
            "for each  line v\n  when      v.procedure in {0} and v.place in { 21, 23 }",
            "for each  line v\n  when      v.procedure in {0} and (v.place = 21 or v.place = 23)"),
        ("same date, or dates that are equal",
            "for each  line v, other line or counted a  with same date\n  when      v.procedure in {0} and a.procedure in {1}",
            "for each  line v, other line or counted a\n  when      v.procedure in {0} and a.procedure in {1} and a.date = v.date"),
        ("sides of a comparison",
            "for each  line v\n  when      v.procedure in {0} and any counted h has (h.procedure in {1} and h.date > v.date - 90 days)",
            "for each  line v\n  when      v.procedure in {0} and any counted h has (v.date - 90 days < h.date and h.procedure in {1})"),
        ("any has, or a thing of its own",
            "for each  line v\n  when      v.procedure in {0} and any counted h has (h.procedure in {1} and h.date > v.date - 90 days)",
            "for each  line v, counted h\n  when      v.procedure in {0} and h.procedure in {1} and h.date > v.date - 90 days"),
        ("order of things",
            "for each  line v, counted h  with same date\n  when      v.procedure in {0} and h.procedure in {1}",
            "for each  counted h, line v  with same date\n  when      v.procedure in {0} and h.procedure in {1}"),
    ];

    public static void Hold(BenchRun run)
    {
        Claim[] claims = new ClaimMaker(run.World, ClaimMix.Professional, seed: 23).Make(run.Quick ? 3_000 : 20_000);
        run.Page.Heading($"One edit in two spellings, twenty of each: {claims.Length:N0} claims of 6 lines and 50 history lines, compiled, Find");
        run.Page.Row("| | ns a claim, first | second | second to first, median | findings |\n|---|---|---|---|---|");
        double worst = 1;
        foreach ((string what, string one, string other) in Pairs)
        {
            Engine first = EngineOf(run, claims, one);
            Engine second = EngineOf(run, claims, other);
            (string Name, Func<int, Tally> Found)[] right = first.Found();
            run.Compare(claims.Length, right[0].Found, [right[1], .. second.Found().Select(way => ($"second spelling, {what}: {way.Name}", way.Found))]);
            Standing[] standings = Contest.Hold([first.FindByCode, second.FindByCode], 3 * run.Rounds);
            double ratio = standings[1].RatioTo(standings[0]);
            worst = Math.Max(worst, Math.Max(ratio, 1 / ratio));
            run.Page.Row($"| {what} | {standings[0].Median:N0} | {standings[1].Median:N0} | {ratio:N2} | {standings[0].Findings:N0} |");
        }

        run.Page.Ratio("spellings", worst, "≤ 1.1, the worst pair");
    }

    private static Engine EngineOf(BenchRun run, Claim[] claims, string sentence)
    {
        const int Edits = 20;
        IEnumerable<string> edits = Enumerable.Range(0, Edits).Select(i =>
            $"edit G{i} \"Spelled\"\n  {sentence.Replace("{0}", Codes(i), StringComparison.Ordinal).Replace("{1}", Codes(i + Edits), StringComparison.Ordinal)}\n  then      deny v  reason UNITS\nend\n\n");
        return new Engine(run.Packs.Bind(BenchPack.Common + string.Concat(edits)), claims, Enumerable.Range(0, Edits).Select(i => $"G{i}"));

        // Codes are ordered by how often they are billed.
        string Codes(int at) => $"{{ {run.World.Codes[2 * at]}, {run.World.Codes[(2 * at) + 1]} }}";
    }
}
