using System.Diagnostics;
using EditEngine.Claims;

namespace EditEngine.Bench;

/// <summary>One that takes part: what it does with a claim, and how many claims of the sample it is given.</summary>
internal sealed record Contestant(string Name, Func<Claim, int> Run, int Claims);

/// <summary>How one did over all rounds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PerSecond">Claims a second, one for each round.</param>
/// <param name="Ratios">Its time a claim over the yardstick's in the same round.</param>
/// <param name="BytesPerClaim">Bytes allocated a claim in the last round.</param>
/// <param name="Findings">Findings in its claims.</param>
internal sealed record Standing(string Name, double[] PerSecond, double[] Ratios, double BytesPerClaim, long Findings);

/// <summary>Contestants take turns over rounds in one process, so that a busy machine is busy for all of them.</summary>
internal static class Contest
{
    public static Standing[] Hold(IReadOnlyList<Contestant> contestants, Claim[] claims, int rounds)
    {
        foreach (Contestant one in contestants)
        {
            Time(one, claims, out _, out _);
        }

        double[][] seconds = [.. contestants.Select(_ => new double[rounds])];
        double[] bytes = new double[contestants.Count];
        long[] findings = new long[contestants.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contestants.Count; i++)
            {
                int at = (i + round) % contestants.Count;
                seconds[at][round] = Time(contestants[at], claims, out bytes[at], out findings[at]);
            }
        }

        return [.. contestants.Select((one, i) => new Standing(one.Name, [.. seconds[i].Select(s => 1 / s)], [.. seconds[i].Zip(seconds[0], (a, b) => a / b)], bytes[i], findings[i]))];
    }

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static double Time(Contestant one, Claim[] claims, out double bytesPerClaim, out long findings)
    {
        int count = Math.Min(one.Claims, claims.Length);
        findings = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            findings += one.Run(claims[i]);
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        bytesPerClaim = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count;
        return seconds / count;
    }
}
