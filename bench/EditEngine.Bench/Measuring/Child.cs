using System.Diagnostics;
using System.Globalization;

namespace EditEngine.Bench.Measuring;

/// <summary>This program once more, as a process that has done nothing yet: it tells figures by name, a line each.</summary>
internal static class Child
{
    /// <summary>The argument that makes it one.</summary>
    public const string Flag = "--child";

    /// <summary>What a child says by: a figure.</summary>
    public static void Tell(string name, double value) => Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value}"));

    /// <summary>The processor time of this process, milliseconds.</summary>
    public static double Processor => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    /// <summary>Runs a child and takes its figures; <c>passed</c> is added, the milliseconds until its first one.</summary>
    public static Dictionary<string, double> Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "EditEngine.Bench" + (OperatingSystem.IsWindows() ? ".exe" : ""))) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0"; // As the tool is: one that runs for a moment has no use for a profile.
        foreach (string argument in (string[])[Flag, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        Dictionary<string, double> figures = [];
        long started = Stopwatch.GetTimestamp();
        using Process child = Process.Start(start)!; // It is this program.
        while (child.StandardOutput.ReadLine() is string line)
        {
            figures.TryAdd("passed", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            string[] words = line.Split(' ');
            figures[words[0]] = double.Parse(words[1], CultureInfo.InvariantCulture);
        }

        child.WaitForExit();
        return child.ExitCode == 0 ? figures : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {child.ExitCode}.");
    }

    /// <summary>The medians of several children.</summary>
    public static Dictionary<string, double> Median(int times, params string[] arguments)
    {
        Dictionary<string, double>[] all = [.. Enumerable.Range(0, times).Select(_ => Run(arguments))];
        return all[0].Keys.ToDictionary(name => name, name => Contest.Median(all.Select(one => one[name])));
    }
}
