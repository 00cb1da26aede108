using System.Diagnostics;
using System.Globalization;

namespace EditEngine.Bench.Measuring;

/// <summary>How much of the machine others take while something runs. Known on Linux alone: elsewhere no one is seen.</summary>
internal sealed class Processors
{
    private const string Counters = "/proc/stat";
    private const int Idle = 3; // SOURCE: proc_stat(5): user, nice, system, idle, iowait, ...
    private const int Waiting = 4;
    private const int Kinds = 8; // What guests take is in user and nice already.
    private const double TicksOfSecond = 100; // USER_HZ of all platforms that .NET runs on.

    private static readonly TimeSpan ALook = TimeSpan.FromMilliseconds(300);

    private readonly double _busy = Busy();
    private readonly TimeSpan _own = Environment.CpuUsage.TotalTime;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Seconds of processor time that this process took since this was made.</summary>
    public double Own => (Environment.CpuUsage.TotalTime - _own).TotalSeconds;

    /// <summary>The share of all processors that others took since this was made, 0 to 1. The system counts by hundredths of a second: of less than half a second it says little.</summary>
    public double Others
    {
        get
        {
            double passed = Stopwatch.GetElapsedTime(_started).TotalSeconds * Environment.ProcessorCount;
            return Math.Max(0, (Busy() - _busy - Own) / passed);
        }
    }

    /// <summary>Waits until others take little for a moment, or the patience is over.</summary>
    /// <param name="most">The share of the processors that is little.</param>
    /// <param name="patience">How long at most.</param>
    public static void AwaitQuiet(double most, TimeSpan patience)
    {
        long started = Stopwatch.GetTimestamp();
        double others;
        do
        {
            Processors look = new();
            Thread.Sleep(ALook);
            others = look.Others;
        }
        while (others > most && Stopwatch.GetElapsedTime(started) < patience);
    }

    private static double Busy()
    {
        if (!File.Exists(Counters))
        {
            return 0;
        }

        using StreamReader reader = new(Counters);
        double[] ticks = [.. reader.ReadLine()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Kinds).Select(word => double.Parse(word, CultureInfo.InvariantCulture))]; // Its first line is the sum.
        return (ticks.Sum() - ticks[Idle] - ticks[Waiting]) / TicksOfSecond;
    }
}
