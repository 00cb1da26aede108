using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>The page by keyboard and by screen reader, light and dark, wide and narrow.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    [Fact]
    public async Task No_pane_has_a_barrier_in_light_or_dark_and_all_fit_a_narrow_window()
    {
        await using DeskPage desk = await DeskPage.Open(browser, [.. SamplePack.Files, ("broken.edit", "edit HALF \"Half\"\n  for each  line v\n")]);
        await Assertions.Expect(desk.Find("#problem-count")).ToContainTextAsync("error");
        foreach (ILocator tab in await desk.Page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            string name = await tab.InnerTextAsync();
            await Fill(desk, name);
            foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await Assertions.Expect(desk.Find("html")).ToHaveAttributeAsync("data-shown", scheme == ColorScheme.Dark ? "dark" : "light");
                string[] barriers = await desk.Barriers();
                Assert.True(barriers is [], $"{name}, {scheme}: {string.Join("\n", barriers)}");
                foreach (int width in (int[])[800, 1280])
                {
                    await desk.Page.SetViewportSizeAsync(width, 800);
                    Assert.Equal("", await desk.Page.EvaluateAsync<string>("() => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 120)).join(' | ')"));
                    await desk.Picture($"{name}-{scheme}-{width}");
                }
            }

            // In print all of the pane is there, and nothing to click.
            await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            await Assertions.Expect(desk.Page.GetByRole(AriaRole.Tab).First).ToBeHiddenAsync();
            Assert.True(await desk.Page.EvaluateAsync<bool>("() => { const pane = [...document.querySelectorAll('[role=tabpanel]')].find(one => !one.hidden); return pane.clientHeight > 0 && pane.scrollHeight <= pane.clientHeight + 1; }"), name);
            Assert.True(await desk.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('[role=tabpanel]:not([hidden]) button.link')].every(one => getComputedStyle(one).display !== 'none')"), name); // What is a link here is a word there.
            await desk.Picture($"{name}-print");
            await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }

        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task All_is_reached_by_keyboard()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await desk.Page.EvaluateAsync("() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); }");
        await desk.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the editor", await Focused(desk));
        await desk.Keyboard.PressAsync("F6");
        List<string> seen = [];
        for (int i = 0; i < 3; i++)
        {
            seen.Add(await desk.Page.EvaluateAsync<string>("() => document.activeElement.closest('nav, main, aside').tagName"));
            await desk.Keyboard.PressAsync("F6");
        }

        Assert.Equal(["ASIDE", "MAIN", "NAV"], seen.Order(StringComparer.Ordinal));
        await desk.Find("#tab-problems").FocusAsync();
        await desk.Keyboard.PressAsync("End");
        string last = await desk.Page.GetByRole(AriaRole.Tab).Last.InnerTextAsync();
        Assert.Equal(last, await Focused(desk));
        await desk.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Problems", await Focused(desk));
        await Assertions.Expect(desk.Find("#pane-problems")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_focus_stays_in_a_list_that_is_drawn_anew()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
        await desk.Find("[data-file='rules.edit']").FocusAsync();
        await desk.Page.EvaluateAsync("() => { const model = monaco.editor.getEditors()[0].getModel(); model.setValue(model.getValue().replace('v.units', 'v.unts')); }");
        await Assertions.Expect(desk.Find("[data-file='rules.edit'] .error")).ToHaveTextAsync("1");
        Assert.StartsWith("rules.edit", await Focused(desk), StringComparison.Ordinal);
    }

    private static Task<string> Focused(DeskPage desk) => desk.Page.EvaluateAsync<string>("() => document.activeElement.textContent");

    // An empty pane has few barriers.
    private static async Task Fill(DeskPage desk, string pane)
    {
        switch (pane)
        {
            case "Claim":
                await desk.Find("[data-file='broken.edit']").ClickAsync();
                await desk.Page.EvaluateAsync("() => monaco.editor.getEditors()[0].setValue('')");
                await desk.Find("[data-file='rules.edit']").ClickAsync();
                await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
                await desk.Find("#claim-paste").FillAsync(SamplePack.Claims.Split('\n')[^2]);
                await desk.Find("#claim-read").ClickAsync();
                await Assertions.Expect(desk.Find("#claim-form")).ToBeVisibleAsync();
                break;
            case "Result":
                await desk.Find("details[data-edit='MANY'] summary").First.ClickAsync();
                await Assertions.Expect(desk.Find("details[data-edit='MANY'] .explained").First).ToContainTextAsync("v.units > 2");
                break;
            case "Tests":
                await desk.Find("#tests-scope").SelectOptionAsync("all");
                await Assertions.Expect(desk.Find("#tests-summary")).ToContainTextAsync("1 test passed");
                break;
            case "Tables":
                await desk.Find("#code").FillAsync("99213");
                await Assertions.Expect(desk.Find("#pane-tables")).ToContainTextAsync("99213, a procedure code");
                break;
            case "Runs":
                await desk.Find("#claims-file").FillAsync("claims/claims.jsonl");
                await desk.Find("#pane-runs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Run", Exact = true }).ClickAsync();
                await Assertions.Expect(desk.Find("#run-said")).ToContainTextAsync("10 claims decided");
                break;
        }
    }
}
