using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>A claim is tried, explained and made a test, by keyboard and without a barrier.</summary>
public sealed class ClaimTests(Browser browser)
{
    private const string Notation = "claim professional\n  line 1: 99213 x3 on 2025-03-04\n  line 2: 99214 x3 on 2025-03-04\n  history paid 99213 on 2024-05-01\n  missing line 2 units";

    [Fact]
    public async Task A_claim_is_pasted_explained_mended_and_made_a_test()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await desk.Choose("Claim");
        await desk.Find("#claim-paste").FillAsync(Notation);
        await desk.Find("#claim-read").ClickAsync();
        await Assertions.Expect(desk.Find("#claim-notation")).ToHaveValueAsync(Notation);
        await Assertions.Expect(desk.Find("#timeline-table tbody tr")).ToHaveCountAsync(3);

        await desk.Choose("Result");
        await Assertions.Expect(desk.Find("#result-summary")).ToContainTextAsync("1 finding, 1 not evaluated");
        await desk.Find("details[data-edit='MANY'] summary").First.FocusAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Find("details[data-edit='MANY']").First).ToContainTextAsync("v.units > 2");
        Assert.Empty(await desk.Barriers());

        await desk.Find("#result-body [data-missing='line 2 units']").First.ClickAsync();
        await Assertions.Expect(desk.Find("[data-path='lines[1].units']")).ToBeFocusedAsync();
        await desk.Keyboard.TypeAsync("1");
        Assert.Empty(await desk.Barriers());
        await desk.Choose("Result");
        await Assertions.Expect(desk.Find("#result-summary")).Not.ToContainTextAsync("not evaluated");

        await desk.Choose("Tests");
        await desk.Find("#test-edit").FillAsync("MANY");
        await desk.Find("#test-make").ClickAsync();
        await Assertions.Expect(desk.Find("#test-said")).ToContainTextAsync("not saved yet");
        Assert.Contains("expect line 1 denied by MANY reason TOO-MANY", await DeskPage.TextOf(desk.Page), StringComparison.Ordinal);
        await Assertions.Expect(desk.Find("#tests-summary")).ToContainTextAsync("All 2 tests of MANY passed.");
        Assert.Equal(SamplePack.Rules, desk.ReadText("rules.edit"));
        Assert.Empty(await desk.Barriers());

        await DeskPage.PlaceBehind(desk.Page, "v.units > 2");
        await desk.Keyboard.TypeAsync("0");
        await Assertions.Expect(desk.Find("#tests-summary")).ToContainTextAsync("2 of 2 tests of MANY failed.");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_second_claim_that_is_pasted_takes_the_place_of_the_first()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await desk.Choose("Claim");
        foreach (string units in (string[])["x3", "x4"])
        {
            string text = $"claim professional\n  line 1: 99213 {units} on 2025-03-04";
            await desk.Find("#claim-as-open").ClickAsync();
            await desk.Find("#claim-paste").FillAsync(text);
            await desk.Find("#claim-read").ClickAsync();
            await desk.Choose("Result");
            await Assertions.Expect(desk.Find("#result-summary")).ToContainTextAsync("1 finding");
            await Assertions.Expect(desk.Find("#result-lines tbody td").Nth(3)).ToHaveTextAsync(units[1..]);
            await desk.Choose("Claim");
            await Assertions.Expect(desk.Find("#claim-notation")).ToHaveValueAsync(text);
        }

        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Why_is_said_of_the_line_that_is_asked_for_first()
    {
        await using DeskPage desk = await DeskPage.Open(browser, SamplePack.Files);
        await desk.Choose("Claim");
        await desk.Find("#claim-paste").FillAsync("claim professional\n  line 1: 99212 on 2025-03-04\n  line 2: 99213 x3 on 2025-03-04");
        await desk.Find("#claim-read").ClickAsync();
        await desk.Choose("Result");
        ILocator finding = desk.Find("details[data-edit='MANY']").First;
        await finding.Locator("summary").First.ClickAsync();
        await Assertions.Expect(finding.Locator("h4").First).ToHaveTextAsync("line 2: fires");
        await Assertions.Expect(finding.Locator("h4").Nth(1)).ToHaveTextAsync("line 1: does not fire");
        Assert.Empty(await desk.Barriers());
    }

    [Fact]
    public async Task Claims_of_a_file_are_listed_chosen_by_what_fired_and_opened()
    {
        await using DeskPage desk = await DeskPage.Open(browser, [.. SamplePack.Files, ("year/north/claims.jsonl", SamplePack.Claims), ("year/south/claims.jsonl", SamplePack.Claims)]);
        await desk.Choose("Claim");
        await desk.Find("#claim-list-file").SelectOptionAsync("claims/claims.jsonl");
        await Assertions.Expect(desk.Find("#claim-list tbody tr")).ToHaveCountAsync(10);
        await desk.Find("#claim-list-edit").SelectOptionAsync("MANY");
        await Assertions.Expect(desk.Find("#claim-list tbody tr")).ToHaveCountAsync(7);
        await desk.Find("#claim-list-edit").SelectOptionAsync("");
        await desk.Find("#claim-list-file").SelectOptionAsync("year");
        await Assertions.Expect(desk.Find("#claim-list tbody tr")).ToHaveCountAsync(20);
        await desk.Find("#claim-list-file").SelectOptionAsync("claims/claims.jsonl");
        await desk.Find("#claim-list-search").FillAsync("-04");
        await Assertions.Expect(desk.Find("#claim-list tbody tr")).ToHaveCountAsync(1);
        await desk.Find("[data-claim='CLAIM-04']").ClickAsync();
        await Assertions.Expect(desk.Find("[data-path='id']")).ToHaveValueAsync("CLAIM-04");

        await desk.Find("#claim-as-open").ClickAsync();
        await desk.Find("#claim-paste").FillAsync("""{"id":"A","type":"professional","lines":[{"number":1,"form":"x"}]}""");
        await desk.Find("#claim-read").ClickAsync();
        await Assertions.Expect(desk.Find("#claim-problems")).ToContainTextAsync("Did you mean 'from'?");
        Assert.Empty(await desk.Barriers());
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task What_is_no_text_and_no_claim_is_said_and_what_was_said_before_goes()
    {
        await using DeskPage desk = await DeskPage.Open(browser, [("a.edit", "\0"), .. SamplePack.Files]);
        await Assertions.Expect(desk.Find("#file-title")).ToHaveTextAsync("rules.edit");
        await Assertions.Expect(desk.Find("#unopened")).ToBeHiddenAsync();
        await desk.Choose("Claim");
        await desk.Find("#claim-paste").FillAsync("hello, I am no claim");
        await desk.Find("#claim-read").ClickAsync();
        await Assertions.Expect(desk.Find("#pane-claim")).ToContainTextAsync("EDIT5305");
        await desk.Page.EvaluateAsync("() => { const chosen = new DataTransfer(); chosen.items.add(new File([new Uint8Array(33 << 20)], 'big.bin')); const input = document.querySelector('#pane-claim input[type=file]'); input.files = chosen.files; input.dispatchEvent(new Event('change', { bubbles: true })); }");
        await Assertions.Expect(desk.Find("#claim-list-said")).ToContainTextAsync("33.0 MB");
        await Assertions.Expect(desk.Find("#pane-claim")).Not.ToContainTextAsync("EDIT5305");
        Assert.Empty(desk.Faults);
    }
}
