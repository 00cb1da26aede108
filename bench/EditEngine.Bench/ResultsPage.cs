using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace EditEngine.Bench;

/// <summary>What was measured: shown as it comes, written to <c>bench/RESULTS.md</c> at the end.</summary>
internal sealed class ResultsPage
{
    private readonly StringBuilder _text = new();
    private readonly bool _quick;

    public ResultsPage(bool quick)
    {
        _quick = quick;
        Show("# Measured");
        Show(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, commit {Commit()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores, shared with others. One thread; contestants take turns in one process. Compare ratios, not absolutes."));
    }

    public void Heading(string text) => Show("\n## " + text);

    public void Line(string text) => Show("- " + text);

    public void Row(string text) => Show(text);

    public void Table(Standing[] standings)
    {
        Show("\n| | claims/s, least | median | time, ratio to the first (median) | bytes a claim | findings |\n|---|---|---|---|---|---|");
        foreach (Standing one in standings)
        {
            Show($"| {one.Name} | {one.PerSecond.Min():N0} | {Contest.Median(one.PerSecond):N0} | {Contest.Median(one.Ratios):N2} | {one.BytesPerClaim:N1} | {one.Findings:N0} |");
        }

        Show("");
    }

    /// <summary>A quick run is a smoke test: its figures are not kept.</summary>
    public void Write()
    {
        if (!_quick && Root() is string root)
        {
            File.WriteAllText(Path.Combine(root, "bench", "RESULTS.md"), _text.ToString());
        }
    }

    private static string? Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EditEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

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
