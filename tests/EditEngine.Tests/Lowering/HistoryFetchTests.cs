using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Evaluation;
using EditEngine.Plans;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Lowering;

/// <summary>A claim with what the needs fetch is decided as it is with all history: for every pack and claim.</summary>
public sealed class HistoryFetchTests(ITestOutputHelper output)
{
    private static readonly int Runs = Setting("EDITS_DIFFERENTIAL_RUNS", 6000);

    private static readonly int Seed = Setting("EDITS_DIFFERENTIAL_SEED", 1);

    [Fact]
    public void Samples_read_no_history_that_they_do_not_ask_for()
    {
        ImmutableArray<TestedPack> packs = TestedPack.Samples();
        Counts counts = new();
        for (int i = 0; i < packs.Length; i++)
        {
            Run(packs[i], Seed + i, Math.Max(1, Runs / 2 / packs.Length), counts);
        }

        Report(counts);
        Assert.True(counts.Fetched < counts.History, "The needs fetch all history: they say nothing.");
    }

    [Fact]
    public void Random_packs_read_no_history_that_they_do_not_ask_for()
    {
        int packs = Math.Clamp(Runs / 2 / 50, 1, 5000);
        Counts counts = new();
        for (int i = 0; i < packs; i++)
        {
            Run(RandomRules.Pack(Seed + i), Seed + i, Runs / 2 / packs, counts);
        }

        Report(counts);
    }

    private void Report(Counts counts)
    {
        output.WriteLine($"{counts.Claims} claims with history, {counts.Fetched} of {counts.History} history lines fetched, {counts.Different.Count} differ.");
        Assert.True(counts.Different.Count == 0, string.Join("\n\n", counts.Different.Take(3)));
    }

    private static void Run(TestedPack tested, int seed, int claims, Counts counts)
    {
        BoundPack pack = tested.Bind();
        ImmutableArray<HistoryNeed> needs = HistoryNeeds.Of(pack);
        Func<Claim, DateOnly, byte[]> evaluate = Executions.WithoutCode(pack)[1];
        PackClaims maker = new(new Random(seed), Material.Of(pack), [.. pack.Edits.Select(Material.Of)]);
        for (int i = 0; i < claims; i++)
        {
            (Claim claim, DateOnly asOf) = maker.Next();
            if (claim.History.IsDefaultOrEmpty)
            {
                continue;
            }

            ImmutableArray<HistoryLine> fetched = HistoryQuery.Fetch(needs, claim, claim.History);
            counts.Claims++;
            counts.History += claim.History.Length;
            counts.Fetched += fetched.Length;
            byte[] whole = evaluate(claim, asOf);
            byte[] part = evaluate(claim with { History = fetched }, asOf);
            if (!whole.AsSpan().SequenceEqual(part))
            {
                counts.Different.Add($"{tested.Name}, seed {seed}, claim {i}, as of {asOf:yyyy-MM-dd}\nall:     {Encoding.UTF8.GetString(whole)}\nfetched: {Encoding.UTF8.GetString(part)}\n"
                    + $"{DifferentialRun.JsonOf(claim)}\n{string.Join('\n', needs.Select(need => $"{string.Join(", ", need.Edits)}: {NeedText.Of(need)}"))}\n{(tested.Name[0] == 'E' ? "" : tested.Texts[^1])}");
            }
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    private sealed class Counts
    {
        public long Claims { get; set; }

        public long History { get; set; }

        public long Fetched { get; set; }

        public List<string> Different { get; } = [];
    }
}
