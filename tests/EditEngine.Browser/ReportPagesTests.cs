using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>The pages that the tool writes, as a person reads them: light and dark, wide and narrow, and on paper.</summary>
public sealed class ReportPagesTests(Browser browser) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edits-pages-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (string pack in (string[])["old", "new"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, pack));
            await File.WriteAllTextAsync(Path.Combine(_folder, pack, "rules.edit"), pack == "old" ? SamplePack.Rules.Replace("units > 2", "units > 5", StringComparison.Ordinal) : SamplePack.Rules);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "claims.jsonl"), SamplePack.Claims + SamplePack.Claims.Split('\n')[0].Replace("\"units\":1,", "", StringComparison.Ordinal).Replace("CLAIM-01", "CLAIM-11", StringComparison.Ordinal) + "\n");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_page_has_a_barrier_and_all_fit_a_narrow_window_and_paper()
    {
        await using IBrowserContext context = await browser.Open();
        await Edits("run", "new", "claims.jsonl", "--format", "jsonl", "--out", "results.jsonl");
        await Edits("report", "results.jsonl", "--claims", "claims.jsonl", "--out", "report.html");
        await Edits("docs", "new", "--out", "site", "--since", "old");
        await File.WriteAllTextAsync(Path.Combine(_folder, "why.html"), await Edits("explain", "new", "claims.jsonl", "--claim", "CLAIM-05", "--counterfactual", "--format", "html"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "coverage.html"), await Edits("coverage", "new", "claims.jsonl", "--format", "html"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "what-if.html"), await Edits("what-if", "old", "new", "claims.jsonl", "--format", "html"), TestContext.Current.CancellationToken);
        IPage page = await context.NewPageAsync();
        string[] written = [.. Directory.EnumerateFiles(_folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.True(written.Length >= 8, string.Join(", ", written));
        foreach (string file in written)
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = scheme });
                string[] barriers = await DeskPage.BarriersOf(page);
                Assert.True(barriers is [], $"{file}, {scheme}: {string.Join("\n", barriers)}");
                foreach (int width in (int[])[800, 1280])
                {
                    await page.SetViewportSizeAsync(width, 800);
                    Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{file}, {width}");
                }
            }

            // Paper is white, whatever the screen is.
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
            Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
            Assert.NotEmpty(await page.PdfAsync());
        }
    }

    private async Task<string> Edits(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "edits.dll"), .. arguments]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> told = process.StandardError.ReadToEndAsync();
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)}: {process.ExitCode} {await told}");
        return text;
    }
}
