using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>What an analyst does in the first hour, from the command to a report.</summary>
public sealed class FirstHourTests(Browser browser)
{
    private const string Claim = """{"id":"TRY-1","type":"professional","processedDate":"2025-03-20","lines":[{"number":1,"procedure":"99214","units":4,"charge":50.00,"from":"2025-03-04"}]}""";

    [Fact]
    public async Task Open_break_see_mend_try_a_claim_see_why_make_a_test_run_a_file_read_the_report()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);

        // Open: nothing is wrong.
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");

        // Break it, and see the squiggle.
        await DeskPage.Select(desk.Page, "v.units >", 2, 7);
        await desk.Keyboard.TypeAsync("unts");
        await desk.Find(".squiggly-error").First.WaitForAsync();
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("1 error");

        // Mend it by a quick fix, and save.
        await desk.TakeQuickFix();
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
        await Assertions.Expect(desk.Find(".squiggly-error")).ToHaveCountAsync(0);
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToHaveTextAsync("rules.edit is saved.");
        Assert.Equal(SamplePack.Rules, desk.ReadText("rules.edit"));

        // Try a claim, and see why.
        await desk.Choose("Claim");
        await desk.Find("#claim-paste").FillAsync(Claim);
        await desk.Find("#claim-read").ClickAsync();
        await Assertions.Expect(desk.Find("#status")).ToContainTextAsync("TRY-1 is in hand");
        await desk.Choose("Result");
        await Assertions.Expect(desk.Find("#result-summary")).ToContainTextAsync("deny");
        await desk.Find("details[data-edit='MANY'] summary").First.ClickAsync();
        await Assertions.Expect(desk.Find("details[data-edit='MANY'] .explained").First).ToContainTextAsync("v.units > 2");
        await desk.Picture("first-hour-why");

        // The rule is changed as one thinks, and the claim is decided again.
        await DeskPage.Select(desk.Page, "v.units > 2", 10, 11);
        await desk.Keyboard.TypeAsync("9");
        await Assertions.Expect(desk.Find("#result-summary")).ToContainTextAsync("Nothing was found");
        await desk.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(desk.Find("#result-summary")).ToContainTextAsync("deny");

        // Make it a test; it passes, and is saved with the rules.
        await desk.Choose("Tests");
        // What comes of the tests moves what stands below: a click that begins before would end beside the button.
        await Assertions.Expect(desk.Find("#tests-summary")).ToHaveTextAsync("1 test of MANY passed.");
        await desk.Find("#test-edit").FillAsync("MANY");
        await desk.Find("#test-make").ClickAsync();
        await Assertions.Expect(desk.Find("#test-said")).ToContainTextAsync("stands in rules.edit");
        await Assertions.Expect(desk.Find("#tests-summary")).ToHaveTextAsync("All 2 tests of MANY passed.");
        await desk.Picture("first-hour-test");
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToHaveTextAsync("rules.edit is saved.");
        Assert.Contains("99214", desk.ReadText("rules.edit"), StringComparison.Ordinal);

        // Run a file, read the report, and look at a claim behind a figure.
        await desk.Choose("Runs");
        await desk.Find("#pane-runs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Run", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Find("#run-said")).ToContainTextAsync("10 claims decided: 10 lines, $490.00 not paid of $550.00 billed.");
        await desk.Find("#report").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "CLAIM-05" }).First.ClickAsync();
        await Assertions.Expect(desk.Find("#status")).ToContainTextAsync("CLAIM-05 is in hand");
        await desk.Choose("Result");
        await Assertions.Expect(desk.Find("#result-summary")).ToContainTextAsync("CLAIM-05");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task From_the_command_to_the_first_squiggle_it_takes_seconds()
    {
        await using IBrowserContext context = await browser.Open();
        string folder = Directory.CreateTempSubdirectory("edits-first-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "rules.edit"), SamplePack.Rules.Replace("v.units >", "v.unts >", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "edits.dll"), "workbench", folder, "--port", "0"]) { RedirectStandardOutput = true })!;
        try
        {
            string address = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            TimeSpan printed = watch.Elapsed;
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(address);
            await page.Locator(".squiggly-error").First.WaitForAsync();
            TestContext.Current.SendDiagnosticMessage($"address after {printed.TotalSeconds:0.0} s, first squiggle after {watch.Elapsed.TotalSeconds:0.0} s");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Directory.Delete(folder, recursive: true);
        }
    }
}
