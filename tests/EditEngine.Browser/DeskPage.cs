using System.Collections.Concurrent;
using System.Text.Json;
using EditEngine.Workbench.Serving;
using Microsoft.Playwright;
using Xunit;

namespace EditEngine.Browser;

/// <summary>A workbench on a folder of one test, with its page open in a browser.</summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private const int MostTries = 8;
    private const int LooksFor = 2_500; // milliseconds

    private readonly string _within;
    private WorkbenchServer _server;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    private DeskPage(string folder, string within, WorkbenchServer server, IBrowserContext context, IPage page)
    {
        Folder = folder;
        _within = within;
        _server = server;
        _context = context;
        Page = page;
    }

    public string Folder { get; }

    public IPage Page { get; }

    public IKeyboard Keyboard => Page.Keyboard;

    /// <summary>What went wrong in the page by itself.</summary>
    public IEnumerable<string> Faults => _faults;

    /// <summary>Opens a workbench on files, or on a folder of them.</summary>
    public static async Task<DeskPage> Open(Browser browser, IEnumerable<(string Name, string Text)> files, int width = 1280, ColorScheme scheme = ColorScheme.Light, string within = "")
    {
        IBrowserContext context = await browser.Open(width, scheme);
        string folder = Directory.CreateTempSubdirectory("edits-page-").FullName;
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
        }

        WorkbenchServer server = await WorkbenchServer.Start(Path.Combine(folder, within), 0);
        DeskPage desk = new(folder, within, server, context, await context.NewPageAsync());
        await desk.Show(desk.Page);
        return desk;
    }

    /// <summary>Ends the workbench while the page is open.</summary>
    public ValueTask End() => _server.DisposeAsync();

    /// <summary>Begins another where it was.</summary>
    public async Task Begin() => _server = await WorkbenchServer.Start(Path.Combine(Folder, _within), new Uri(Page.Url).Port);

    /// <summary>One more tab of the same browser.</summary>
    public async Task<IPage> OpenTab()
    {
        IPage tab = await _context.NewPageAsync();
        await Show(tab);
        return tab;
    }

    public ILocator Find(string selector) => Page.Locator(selector);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    public string ReadText(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The text in the editor.</summary>
    public static Task<string> TextOf(IPage page) => page.EvaluateAsync<string>("() => monaco.editor.getEditors()[0].getValue()");

    /// <summary>Puts the cursor behind a text, as a click there would.</summary>
    public static async Task PlaceBehind(IPage page, string text)
    {
        await page.EvaluateAsync(
            "text => { const editor = monaco.editor.getEditors()[0]; const model = editor.getModel(); const at = model.getPositionAt(model.getValue().indexOf(text) + text.length); editor.setPosition(at); editor.revealPositionInCenter(at); editor.focus(); }",
            text);
    }

    /// <summary>Selects a stretch of a text in the editor, its ends counted from the text's beginning.</summary>
    public static Task Select(IPage page, string text, int from, int to) => page.EvaluateAsync(
        "([text, from, to]) => { const editor = monaco.editor.getEditors()[0]; const model = editor.getModel(); const at = model.getValue().indexOf(text); editor.setSelection(monaco.Range.fromPositions(model.getPositionAt(at + from), model.getPositionAt(at + to))); editor.focus(); }",
        new object[] { text, from, to });

    /// <summary>Takes the first quick fix at the cursor: asked again where proposals came in between, as one does.</summary>
    public async Task TakeQuickFix()
    {
        ILocator offered = Find(".monaco-menu .action-item").First;
        for (int tries = 1; !await offered.IsVisibleAsync(); tries++)
        {
            Assert.True(tries <= MostTries, "No quick fix is offered.");
            await Keyboard.PressAsync("Escape");
            await Keyboard.PressAsync("Control+.");
            await Task.WhenAny(offered.WaitForAsync(new LocatorWaitForOptions { Timeout = LooksFor }), Task.Delay(LooksFor));
        }

        await Keyboard.PressAsync("Enter");
    }

    /// <summary>Chooses a pane.</summary>
    public Task Choose(string pane) => Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = pane }).ClickAsync();

    /// <summary>What a screen reader's user would stumble over; each with the elements.</summary>
    public Task<string[]> Barriers() => BarriersOf(Page);

    /// <summary>The same of any page.</summary>
    public static async Task<string[]> BarriersOf(IPage page)
    {
        await page.EvaluateAsync(Browser.AxeScript + "; 0");
        string found = await page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => `${one.id}: ${one.nodes.slice(0, 4).map(node => node.target + ' ' + node.failureSummary.replaceAll('\\n', ' ')).join(' | ')}`))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    /// <summary>Keeps a picture of the page in the folder of <c>EDITS_SCREENSHOTS</c>, for somebody to look at.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("EDITS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name.ToLowerInvariant()}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Show(IPage page)
    {
        page.PageError += (_, fault) => Add(fault);
        page.Console += (_, message) =>
        {
            // What the workbench refuses is shown by the page; that the browser tells of it too is no fault.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Enqueue(message.Text);
            }
        };
        await page.GotoAsync(_server.Address);
        await page.WaitForSelectorAsync("html[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
    }

    // The editor gives up what it had asked for when the text has changed meanwhile, and says so as an error that nobody takes.
    private void Add(string fault)
    {
        if (!fault.StartsWith("Canceled: Canceled", StringComparison.Ordinal))
        {
            _faults.Enqueue(fault);
        }
    }
}
