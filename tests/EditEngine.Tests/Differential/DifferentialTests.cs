using System.Collections.Immutable;
using System.Globalization;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>One pack, one claim, four executions: the interpreter, the steps with and without their index, the compiled code. The bytes are equal.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static readonly int Runs = Setting("EDITS_DIFFERENTIAL_RUNS", 3000);

    private static readonly int Seed = Setting("EDITS_DIFFERENTIAL_SEED", 1);

    [Fact]
    public void Samples_say_the_same_in_every_execution()
    {
        ImmutableArray<TestedPack> packs = TestedPack.Samples();
        DifferentialRun run = new();
        for (int i = 0; i < packs.Length; i++)
        {
            run.Run(packs[i], Seed + i, Math.Max(1, Runs / 2 / packs.Length));
        }

        Report(run);
        string[] silent = [.. packs.SelectMany(pack => pack.Bind().Edits).Select(edit => edit.Id).Distinct().Where(id => !run.FindingsByEdit.ContainsKey(id))];
        output.WriteLine("edits without a finding: " + string.Join(", ", silent));
    }

    [Fact]
    public void Sources_say_the_same_in_every_execution()
    {
        ImmutableArray<TestedPack> packs = TestedPack.Sources();
        DifferentialRun run = new();
        for (int i = 0; i < packs.Length; i++)
        {
            run.Run(packs[i], Seed + i, Math.Max(1, Runs / 2 / packs.Length));
        }

        Report(run);
    }

    [Fact]
    public void Random_packs_bind()
    {
        string[] mistakes = [.. Enumerable.Range(Seed, 200).SelectMany(seed => RandomRules.Pack(seed).Mistakes()).Distinct(StringComparer.Ordinal)];
        Assert.True(mistakes.Length == 0, string.Join('\n', mistakes.Take(40)));
    }

    [Fact]
    public void Random_packs_say_the_same_in_every_execution()
    {
        int packs = Math.Clamp(Runs / 2 / 100, 1, 2500);
        DifferentialRun run = new();
        for (int i = 0; i < packs; i++)
        {
            run.Run(RandomRules.Pack(Seed + i), Seed + i, Runs / 2 / packs);
        }

        Report(run);
    }

    private void Report(DifferentialRun run)
    {
        output.WriteLine(run.ToString());
        Assert.True(run.Different == 0, $"{run}\n{string.Join("\n\n", run.Kept)}");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
