using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>The editor in a real browser.</summary>
public sealed class EditorTests(Browser browser)
{
    private const string Rules = """
        pack sample version "1"
        dates by date of service
        reasons
          TOO-MANY = CO 151

        edit MANY "Too many units"
          cite      "Policy 1"
          for each  professional line v
          when      v.procedure = 99213 and v.units > 2
          then      deny v  reason TOO-MANY
          message   "{v.units} units are more than 2."

          test "three"
            claim professional
              line 1: 99213 x3 on 2025-03-04
            expect line 1 denied by MANY
        end
        """;

    [Fact]
    public async Task An_edit_is_broken_seen_mended_by_a_quick_fix_and_saved()
    {
        await using DeskPage desk = await DeskPage.Open(browser, [("rules.edit", Rules)]);
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
        await DeskPage.PlaceBehind(desk.Page, "v.units >");
        await desk.Page.EvaluateAsync("() => { const editor = monaco.editor.getEditors()[0]; const text = editor.getValue(); const at = text.indexOf('v.units >'); const model = editor.getModel(); editor.setSelection({ startLineNumber: model.getPositionAt(at + 2).lineNumber, startColumn: model.getPositionAt(at + 2).column, endLineNumber: model.getPositionAt(at + 7).lineNumber, endColumn: model.getPositionAt(at + 7).column }); }");
        await desk.Keyboard.TypeAsync("unts");
        await desk.Find(".squiggly-error").First.WaitForAsync();
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("1 error");
        await desk.Keyboard.PressAsync("Escape");
        await desk.Keyboard.PressAsync("Control+.");
        await desk.Find(".monaco-menu .action-item, .codeActionWidget .option, .action-widget .action").First.WaitForAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Find("#problem-count")).ToHaveTextAsync("no problems");
        await Assertions.Expect(desk.Find(".squiggly-error")).ToHaveCountAsync(0);
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.Find("#status")).ToHaveTextAsync("rules.edit is saved.");
        Assert.Equal(Rules, desk.ReadText("rules.edit"));
        Assert.Empty(desk.Faults);
    }
}
