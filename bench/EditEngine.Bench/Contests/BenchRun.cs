using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;

namespace EditEngine.Bench.Contests;

/// <summary>What all contests of a run share.</summary>
/// <param name="World">Codes and tables.</param>
/// <param name="Page">Where they tell.</param>
/// <param name="Quick">Small sizes, for three minutes in all.</param>
/// <param name="Older">Folder of the assemblies of an older release that takes part; null for none.</param>
/// <param name="WithNode">Rules engines of Node take part too.</param>
internal sealed record BenchRun(World World, ResultsPage Page, bool Quick, string? Older, bool WithNode)
{
    /// <summary>The as-of date of all contests.</summary>
    public static readonly DateOnly AsOf = new(2026, 1, 1);

    /// <summary>Claims on which contestants found different things.</summary>
    public int Odd { get; set; }

    /// <summary>Rounds of a contest.</summary>
    public int Rounds => Quick ? 3 : 9;

    /// <summary>Packs over the tables.</summary>
    public BenchPack Packs { get; } = new(World);

    /// <summary>Counts the claims on which some contestant does not find what the first does.</summary>
    public void Compare(int claims, Func<int, Tally> right, params (string Name, Func<int, Tally> Found)[] others)
    {
        foreach ((string name, Func<int, Tally> found) in others)
        {
            int odd = Enumerable.Range(0, claims).Count(i => !found(i).Equals(right(i)));
            if (odd > 0)
            {
                Page.Line($"**{name}: other findings on {odd:N0} of {claims:N0} claims.**");
                Odd += odd;
            }
        }
    }
}
