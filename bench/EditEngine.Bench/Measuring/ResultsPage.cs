using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace EditEngine.Bench.Measuring;

/// <summary>What was measured: shown as it comes, its ratios once more at the end, written to <c>bench/RESULTS.md</c>.</summary>
internal sealed class ResultsPage
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, double Value, string Asked)> _ratios = [];

    public void Heading(string text) => Show("\n## " + text + "\n");

    public void Line(string text) => Show("- " + text);

    public void Row(string text) => Show(text);

    /// <summary>A figure that is asked for.</summary>
    /// <param name="name">Its name, one word.</param>
    /// <param name="value">What was measured.</param>
    /// <param name="asked">What it should be.</param>
    public void Ratio(string name, double value, string asked) => _ratios.Add((name, value, asked));

    /// <summary>A contest: ratios are to the first contestant.</summary>
    public void Table(Standing[] standings)
    {
        Show("| | ns a claim, median | time to the first: median (least to greatest) | bytes a claim | findings |\n|---|---|---|---|---|");
        foreach (Standing one in standings)
        {
            double[] ratios = one.RatiosTo(standings[0]);
            Show(string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {one.Median:N0} | {Contest.Median(ratios):N2} ({ratios.Min():N2} to {ratios.Max():N2}) | {one.Bytes:N1} | {one.Findings:N0} |"));
        }

        Show("");
    }

    /// <summary>Writes the page; the last lines on the standard output are the figures.</summary>
    /// <param name="quick">A quick run is told so on the page.</param>
    /// <param name="odd">Claims on which contestants differ.</param>
    /// <param name="isWhole">All contests were held: the page replaces the one of the repository.</param>
    public void Finish(bool quick, int odd, bool isWhole)
    {
        StringBuilder page = new("# Measured\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, commit {Commit()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores, shared with others{(quick ? "; a quick run, of small sizes" : "")}.\n");
        page.Append("One thread, its processor time; contestants take turns in one run. Compare ratios, not absolutes.\n");
        page.Append(CultureInfo.InvariantCulture, $"Claims on which contestants found different things: {odd}.\n\n");
        page.Append("| figure | measured | asked |\n|---|---|---|\n");
        foreach ((string name, double value, string asked) in _ratios)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {Text(value)} | {asked} |\n");
            Console.WriteLine($"RATIO {name} {Text(value)}");
        }

        if (isWhole && Repository.Root() is string root)
        {
            File.WriteAllText(Path.Combine(root, "bench", "RESULTS.md"), page.Append(_text).ToString());
        }
    }

    private static string Text(double value) => value.ToString(Math.Abs(value) < 10 ? "0.###" : "0.#", CultureInfo.InvariantCulture);

    private static string Commit()
    {
        try
        {
            using Process? git = Process.Start(new ProcessStartInfo("git", "rev-parse --short HEAD") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory });
            string? commit = git?.StandardOutput.ReadToEnd().Trim();
            git?.WaitForExit();
            return string.IsNullOrEmpty(commit) ? "unknown" : commit;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }

    private void Show(string text)
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }
}
