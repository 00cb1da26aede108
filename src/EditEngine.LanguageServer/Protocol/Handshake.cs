using System.Collections.Immutable;
using System.Text.Json;

namespace EditEngine.LanguageServer.Protocol;

/// <summary>Parameters of <c>initialize</c>.</summary>
internal sealed record InitializeParams(int? ProcessId, string? RootUri, string? RootPath, ImmutableArray<WorkspaceFolder>? WorkspaceFolders, JsonElement? Capabilities, JsonElement? InitializationOptions);

/// <summary>What a client says that it can and wants.</summary>
/// <param name="TakesUtf8">Places may count bytes of UTF-8.</param>
/// <param name="TakesTemplates">Completions may have places to fill.</param>
/// <param name="RegistersWatchers">It takes what files to watch from the server.</param>
/// <param name="RefreshesLenses">It asks for lenses anew when it is told to.</param>
/// <param name="RefreshesHints">It asks for hints anew when it is told to.</param>
/// <param name="WantsLints">It did not say <c>"lints": false</c>.</param>
internal sealed record ClientAbilities(bool TakesUtf8, bool TakesTemplates, bool RegistersWatchers, bool RefreshesLenses, bool RefreshesHints, bool WantsLints)
{
    /// <summary>Reads the capabilities of a client.</summary>
    /// <param name="capabilities">What it can.</param>
    /// <param name="options">What it wants of this server.</param>
    public static ClientAbilities Of(JsonElement? capabilities, JsonElement? options) => new(
        Find(capabilities, "general", "positionEncodings") is { ValueKind: JsonValueKind.Array } encodings && encodings.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == "utf-8")
            && !PrefersUtf16(encodings),
        IsYes(capabilities, "textDocument", "completion", "completionItem", "snippetSupport"),
        IsYes(capabilities, "workspace", "didChangeWatchedFiles", "dynamicRegistration"),
        IsYes(capabilities, "workspace", "codeLens", "refreshSupport"),
        IsYes(capabilities, "workspace", "inlayHint", "refreshSupport"),
        Find(options, "lints") is not { ValueKind: JsonValueKind.False });

    // The client's encodings stand in the order of its preference.
    private static bool PrefersUtf16(JsonElement encodings) =>
        encodings.EnumerateArray().Select(one => one.GetString()).FirstOrDefault(one => one is "utf-8" or "utf-16") == "utf-16";

    private static bool IsYes(JsonElement? from, params ReadOnlySpan<string> path) => Find(from, path) is { ValueKind: JsonValueKind.True };

    private static JsonElement? Find(JsonElement? from, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            from = from is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out JsonElement member) ? member : null;
        }

        return from;
    }
}

/// <summary>Result of <c>initialize</c>.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerName ServerInfo);

/// <summary>Who answers.</summary>
internal sealed record ServerName(string Name, string Version);

/// <summary>What the server can.</summary>
internal sealed record ServerCapabilities
{
    /// <summary>What a character of a place is.</summary>
    public required string PositionEncoding { get; init; }

    /// <summary>How texts are kept the same.</summary>
    public SyncOptions TextDocumentSync { get; init; } = new(true, 2, new SaveOptions(false));

    /// <summary>Completion.</summary>
    public CompletionOptions CompletionProvider { get; init; } = new([".", "@", "{"], false);

    /// <summary>Hover.</summary>
    public bool HoverProvider { get; init; } = true;

    /// <summary>Go to definition.</summary>
    public bool DefinitionProvider { get; init; } = true;

    /// <summary>Find references.</summary>
    public bool ReferencesProvider { get; init; } = true;

    /// <summary>Other places of a name in the document.</summary>
    public bool DocumentHighlightProvider { get; init; } = true;

    /// <summary>Rename, with a question before.</summary>
    public RenameOptions RenameProvider { get; init; } = new(true);

    /// <summary>Outline.</summary>
    public bool DocumentSymbolProvider { get; init; } = true;

    /// <summary>Names of all files.</summary>
    public bool WorkspaceSymbolProvider { get; init; } = true;

    /// <summary>Folding.</summary>
    public bool FoldingRangeProvider { get; init; } = true;

    /// <summary>Layout of a file.</summary>
    public bool DocumentFormattingProvider { get; init; } = true;

    /// <summary>Layout of a selection.</summary>
    public bool DocumentRangeFormattingProvider { get; init; } = true;

    /// <summary>Layout as it is typed.</summary>
    public TypedOptions DocumentOnTypeFormattingProvider { get; init; } = new("\n");

    /// <summary>Actions, of which some are worked out when they are taken.</summary>
    public ActionOptions CodeActionProvider { get; init; } = new(["quickfix", "refactor"], true);

    /// <summary>Help with phrases.</summary>
    public SignatureOptions SignatureHelpProvider { get; init; } = new([" ", "("]);

    /// <summary>Words shown that are not written.</summary>
    public bool InlayHintProvider { get; init; } = true;

    /// <summary>Lenses over tests.</summary>
    public LensOptions CodeLensProvider { get; init; } = new(false);

    /// <summary>What lenses do.</summary>
    public CommandOptions ExecuteCommandProvider { get; init; } = new([ServerCommands.RunTests, ServerCommands.Explain]);

    /// <summary>Colours by meaning.</summary>
    public TokenOptions SemanticTokensProvider { get; init; } = TokenOptions.All;

    /// <summary>Several folders.</summary>
    public WorkspaceAbilities Workspace { get; init; } = new(new FolderAbilities(true, true));
}

/// <summary>How texts are kept the same: 2 is by changes.</summary>
internal sealed record SyncOptions(bool OpenClose, int Change, SaveOptions Save);

/// <summary>What comes with a save.</summary>
internal sealed record SaveOptions(bool IncludeText);

/// <summary>Signs that ask for completion by themselves.</summary>
internal sealed record CompletionOptions(ImmutableArray<string> TriggerCharacters, bool ResolveProvider);

/// <summary>Whether rename is asked beforehand.</summary>
internal sealed record RenameOptions(bool PrepareProvider);

/// <summary>After which sign the layout is asked.</summary>
internal sealed record TypedOptions(string FirstTriggerCharacter);

/// <summary>Kinds of actions, and whether they are asked for a second time.</summary>
internal sealed record ActionOptions(ImmutableArray<string> CodeActionKinds, bool ResolveProvider);

/// <summary>Signs that ask for help by themselves.</summary>
internal sealed record SignatureOptions(ImmutableArray<string> TriggerCharacters);

/// <summary>Whether lenses are asked for a second time.</summary>
internal sealed record LensOptions(bool ResolveProvider);

/// <summary>Commands that the server takes.</summary>
internal sealed record CommandOptions(ImmutableArray<string> Commands);

/// <summary>Names of the commands.</summary>
internal static class ServerCommands
{
    /// <summary>Runs the tests of an edit, or one of them: address, edit, title or null.</summary>
    public const string RunTests = "edits.runTests";

    /// <summary>Explains what an edit makes of the claim of a test: address, edit, title.</summary>
    public const string Explain = "edits.explain";
}

/// <summary>What folders of a workspace the server takes.</summary>
internal sealed record WorkspaceAbilities(FolderAbilities WorkspaceFolders);

/// <summary>Several folders, and changes of them.</summary>
internal sealed record FolderAbilities(bool Supported, bool ChangeNotifications);

/// <summary>Colours by meaning: names of types and modifiers, and what may be asked.</summary>
internal sealed record TokenOptions(TokenLegend Legend, bool Full, bool Range)
{
    /// <summary>Types in the order of the colours of the compiler.</summary>
    public static readonly TokenOptions All = new(
        new TokenLegend(["keyword", "comment", "string", "number", "enumMember", "operator", "class", "macro", "function", "property", "variable", "label"], ["declaration"]), true, true);
}

/// <summary>Names of types and modifiers; tokens have their positions.</summary>
internal sealed record TokenLegend(ImmutableArray<string> TokenTypes, ImmutableArray<string> TokenModifiers);

/// <summary>Parameters of <c>client/registerCapability</c>.</summary>
internal sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

/// <summary>One ability that the server asks for.</summary>
internal sealed record Registration(string Id, string Method, object RegisterOptions);

/// <summary>Files to watch.</summary>
internal sealed record WatcherOptions(ImmutableArray<FileWatcher> Watchers);

/// <summary>Files to watch by their names.</summary>
internal sealed record FileWatcher(string GlobPattern);
