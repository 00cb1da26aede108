using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>The editor in a real browser.</summary>
public sealed class EditorTests(Browser browser)
{
    [Fact]
    public async Task Completion_hover_colours_outline_and_rename_are_there()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await desk.Find("#outline").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "MANY", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Find("#place")).ToContainTextAsync("line 14");

        await DeskPage.PlaceBehind(desk.Page, "v.units > 2");
        await desk.Keyboard.TypeAsync(" and v.cha");
        await Assertions.Expect(desk.Find(".suggest-widget .monaco-list-row").First).ToContainTextAsync("charge");
        await desk.Keyboard.PressAsync("Enter");
        Assert.Contains("v.units > 2 and v.charge", await DeskPage.TextOf(desk.Page), StringComparison.Ordinal);
        await DeskPage.Select(desk.Page, "v.units > 2 and v.charge", "v.units > 2".Length, "v.units > 2 and v.charge".Length);
        await desk.Keyboard.PressAsync("Delete");
        Assert.Equal(SamplePack.Rules, await DeskPage.TextOf(desk.Page));

        await DeskPage.PlaceBehind(desk.Page, "codes @vis");
        await Hover(desk, "@visits: 9 codes of procedure");
        await desk.Keyboard.PressAsync("Escape");

        await DeskPage.PlaceBehind(desk.Page, "codes @vis");
        await desk.Keyboard.PressAsync("F2");
        await desk.Find(".rename-box input").FillAsync("office");
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Find(".view-lines")).ToContainTextAsync("v.procedure in @office");
        Assert.True(await desk.Find(".view-lines [class*='mtk']").CountAsync() > 20);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Of_two_tabs_no_text_is_lost()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        IPage second = await desk.OpenTab();
        await DeskPage.PlaceBehind(second, "end\n");
        await second.Keyboard.TypeAsync("-- second");

        await desk.Page.BringToFrontAsync();
        await DeskPage.PlaceBehind(desk.Page, "end\n");
        await desk.Keyboard.TypeAsync("-- first");
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToHaveTextAsync("rules.edit is saved.");

        // The other tab has heard of it, keeps its own text, and shows both.
        await Assertions.Expect(second.Locator("#notice")).ToContainTextAsync("was changed elsewhere, and here too");
        await second.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(second.Locator("#conflict")).ToBeVisibleAsync();
        await Assertions.Expect(second.Locator("#conflict-texts")).ToContainTextAsync("-- first");
        await Assertions.Expect(second.Locator("#conflict-texts")).ToContainTextAsync("-- second");
        await Assertions.Expect(second.Locator("#conflict-texts .line-delete").First).ToBeVisibleAsync();
        await Assertions.Expect(second.Locator("#conflict-texts .line-insert").First).ToBeVisibleAsync();
        Assert.Contains("-- first", desk.ReadText("rules.edit"), StringComparison.Ordinal);
        await second.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save mine over it" }).ClickAsync();
        await Assertions.Expect(second.Locator("#status")).ToHaveTextAsync("rules.edit is saved.");
        Assert.Contains("-- second", desk.ReadText("rules.edit"), StringComparison.Ordinal);

        // The first has no change of its own: it reads the file anew, and undoing brings its text back.
        await Assertions.Expect(desk.Find("#status")).ToContainTextAsync("is read anew");
        Assert.Contains("-- second", await DeskPage.TextOf(desk.Page), StringComparison.Ordinal);
        await DeskPage.PlaceBehind(desk.Page, "end\n");
        await desk.Keyboard.PressAsync("Control+z");
        Assert.Contains("-- first", await DeskPage.TextOf(desk.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_removed_elsewhere_keeps_its_text_until_one_lets_it_go()
    {
        await using DeskPage desk = await DeskPage.Open(browser, [.. SamplePack.Files, ("more.edit", "-- more\n")]);
        await desk.Find("[data-file='more.edit']").ClickAsync();
        await DeskPage.PlaceBehind(desk.Page, "-- more");
        await desk.Keyboard.TypeAsync(" of mine");
        File.Delete(Path.Combine(desk.Folder, "more.edit"));
        await Assertions.Expect(desk.Find("#notice")).ToContainTextAsync("Its text is still here");

        // It is still found in the list, and what was typed with it.
        await desk.Find("[data-file='rules.edit']").ClickAsync();
        await Assertions.Expect(desk.Find("[data-file='more.edit']")).ToContainTextAsync("removed");
        await desk.Find("[data-file='more.edit']").ClickAsync();
        Assert.Equal("-- more of mine\n", await DeskPage.TextOf(desk.Page));
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToHaveTextAsync("more.edit is saved.");
        Assert.Equal("-- more of mine\n", desk.ReadText("more.edit"));

        // Renamed, it stands twice until one of them is let go.
        await desk.Find("[data-file='rules.edit']").ClickAsync();
        File.Move(Path.Combine(desk.Folder, "rules.edit"), Path.Combine(desk.Folder, "other.edit"));
        await Assertions.Expect(desk.Find("#problem-count")).ToContainTextAsync("error");
        await desk.Button("Let it go").ClickAsync();
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
        await Assertions.Expect(desk.Find("[data-file='rules.edit']")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Find("#file-title")).ToHaveTextAsync("No file is open");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_file_that_comes_back_as_it_was_is_no_conflict()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
        string file = Path.Combine(desk.Folder, "rules.edit");
        File.Move(file, file + ".away");
        await Assertions.Expect(desk.Find("#notice")).ToContainTextAsync("Its text is still here");
        File.Move(file + ".away", file);
        await Assertions.Expect(desk.Find("#notice")).ToBeHiddenAsync();
        Assert.True(await desk.Find("#save").IsDisabledAsync());
    }

    [Fact]
    public async Task A_page_says_that_its_workbench_is_gone_and_goes_on_with_the_next()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await DeskPage.PlaceBehind(desk.Page, "end\n");
        await desk.Keyboard.TypeAsync("-- kept");
        await desk.End();
        await Assertions.Expect(desk.Find("#notice")).ToContainTextAsync("The workbench does not answer");
        await desk.Choose("Runs");
        await desk.Find("#pane-runs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Run", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Find("#run-said")).ToContainTextAsync("The workbench does not answer");

        // The next has another token: the page is let in once its address was opened in the same browser.
        await desk.Begin();
        await Assertions.Expect(desk.Find("#notice")).ToContainTextAsync("not let in any more");
        await desk.OpenTab();
        await Assertions.Expect(desk.Find("#notice")).ToBeHiddenAsync();
        await DeskPage.PlaceBehind(desk.Page, "-- kept");
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToHaveTextAsync("rules.edit is saved.");
        Assert.Contains("-- kept", desk.ReadText("rules.edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_a_new_file_is_made()
    {
        await using DeskPage desk = await DeskPage.Open(browser, [("rules.edit", SamplePack.Rules.Replace("v.units >", "v.unit >", StringComparison.Ordinal)), ("binary.txt", "a\0b")]);

        // A pack with errors opens and says so.
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("1 error");
        await Assertions.Expect(desk.Find("#pane-problems")).ToContainTextAsync("Did you mean 'units'?");
        await desk.Find("#pane-problems button").First.ClickAsync();
        await Assertions.Expect(desk.Find("#place")).ToContainTextAsync("line 17");

        // What is no text is not opened.
        await desk.Find("[data-file='binary.txt']").ClickAsync();
        await Assertions.Expect(desk.Find("#unopened")).ToContainTextAsync("binary.txt, line 1");

        // A file lies in the folder, or is not made.
        await desk.Button("New…").ClickAsync();
        await desk.Find("#naming-name").FillAsync("../evil.edit");
        await desk.Button("Make").ClickAsync();
        await Assertions.Expect(desk.Find("#naming-said")).ToContainTextAsync("no name of a file in this folder");
        await desk.Find("#naming-name").FillAsync("more.edit");
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Find("#file-title")).ToHaveTextAsync("more.edit");
        Assert.Equal("", desk.ReadText("more.edit"));
    }

    // What is said of a text that changes meanwhile is not shown: who asks again sees it.
    private static async Task Hover(DeskPage desk, string said)
    {
        for (int looked = 0; looked < 100; looked++)
        {
            if (looked % 20 == 0)
            {
                await desk.Keyboard.PressAsync("Control+k");
                await desk.Keyboard.PressAsync("Control+i");
            }

            if ((await desk.Find(".monaco-hover-content").AllTextContentsAsync()).Any(text => text.Contains(said, StringComparison.Ordinal)))
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Nothing is said of {said}.");
    }

    [Fact]
    public async Task A_definition_in_a_base_outside_of_the_folder_is_shown_and_cannot_be_changed()
    {
        const string Base = "pack base version \"1\"\n\nedit OLD \"Old\"\n  for each  line v\n  when      v.units > 99\n  then      review v\nend\n";
        await using DeskPage desk = await DeskPage.Open(
            browser,
            [("edits.json", "{}"), ("base/base.edit", Base), ("acme/acme.edit", "pack acme version \"1\" extends base\n\nextend OLD with\n  unless    v.units > 500  because \"agreed\"\n")],
            within: "acme");
        await Assertions.Expect(desk.Find("#problem-count")).ToBeVisibleAsync();
        await DeskPage.PlaceBehind(desk.Page, "extend OL");
        await desk.Keyboard.PressAsync("F12");
        await Assertions.Expect(desk.Find("#file-title")).ToHaveTextAsync("../base/base.edit");
        await Assertions.Expect(desk.Find("#notice")).ToContainTextAsync("This file is of the pack base that is extended here.");
        await Assertions.Expect(desk.Find("#outline")).ToContainTextAsync("OLD");
        await desk.Keyboard.TypeAsync("x");
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToContainTextAsync("not be changed or saved");
        Assert.Equal(Base, await DeskPage.TextOf(desk.Page));
        Assert.True(await desk.Find("#save").IsDisabledAsync());
        await desk.Find("[data-file='acme.edit']").ClickAsync();
        await Assertions.Expect(desk.Find("#notice")).ToBeHiddenAsync();
        await DeskPage.PlaceBehind(desk.Page, "agreed");
        await desk.Keyboard.TypeAsync("!");
        Assert.Contains("agreed!", await DeskPage.TextOf(desk.Page), StringComparison.Ordinal);
        Assert.Empty(desk.Faults);
    }
}
