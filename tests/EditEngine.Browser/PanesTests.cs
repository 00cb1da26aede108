using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>The panes in a real browser.</summary>
public sealed class PanesTests(Browser browser)
{
    [Fact]
    public async Task A_code_leads_to_where_it_stands_and_a_run_to_its_claims()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await desk.Choose("Tables");
        await Assertions.Expect(desk.Find("#pane-tables")).ToContainTextAsync("@limits");
        await desk.Find("#code").FillAsync("99213");
        ILocator found = desk.Find("#pane-tables");
        await Assertions.Expect(found).ToContainTextAsync("99213, a procedure code");
        await Assertions.Expect(found).ToContainTextAsync("Too many units");
        await Assertions.Expect(found).ToContainTextAsync("code 99213, most 2");
        await found.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "MANY" }).ClickAsync();
        await Assertions.Expect(desk.Find("#place")).ToContainTextAsync("line 14");
        await desk.Find("#code").FillAsync("12345");
        await Assertions.Expect(found).ToContainTextAsync("Nothing of this pack holds 12345");

        await desk.Choose("Runs");
        await Assertions.Expect(desk.Find("#claims-file")).ToHaveValueAsync("claims/claims.jsonl");
        await desk.Find("#pane-runs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Run", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Find("#run-said")).ToContainTextAsync("10 claims decided: 10 lines, $490.00 not paid of $550.00 billed.");
        await Assertions.Expect(desk.Find("#report svg").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Find("#report")).ToContainTextAsync("CLAIM-04");

        // What is typed counts, saved or not.
        await DeskPage.Select(desk.Page, "v.units > 2", 10, 11);
        await desk.Keyboard.TypeAsync("9");
        await desk.Find("#pane-runs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Run", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Find("#run-said")).ToContainTextAsync("$0.00 not paid");
        await desk.Find("#claims-file").FillAsync("nothing.jsonl");
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Find("#run-said")).ToContainTextAsync("There is no file 'nothing.jsonl'.");
    }
}
