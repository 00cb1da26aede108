using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>Begin and end, and what the client says of its folders and files.</summary>
/// <param name="session">The session.</param>
/// <param name="register">Asks the client for an ability.</param>
/// <param name="end">Ends the server.</param>
internal sealed class Lifecycle(Session session, Func<RegistrationParams, Task> register, Action end)
{
    private static readonly ImmutableArray<FileWatcher> Watched =
        [.. ((string[])["**/*.edit", "**/*.csv", "**/*.xlsx", "**/*.table", "**/edits.json", "**/pack.lock"]).Select(pattern => new FileWatcher(pattern))];

    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public InitializeResult Initialize(InitializeParams parameters)
    {
        session.Begin(parameters);
        return new InitializeResult(
            new ServerCapabilities { PositionEncoding = session.Unit == ColumnUnit.Utf8 ? "utf-8" : "utf-16" },
            new ServerName("edits", typeof(Lifecycle).Assembly.GetName().Version?.ToString(3) ?? ""));
    }

    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    public void Initialized(System.Text.Json.JsonElement parameters)
    {
        if (session.Abilities.RegistersWatchers)
        {
            // Not waited for: the answer comes behind what is read next.
            _ = register(new RegistrationParams([new Registration("files", "workspace/didChangeWatchedFiles", new WatcherOptions(Watched))]));
        }

        session.Change(workspace =>
        {
            foreach (string folder in session.Folders)
            {
                workspace.AddFolder(folder);
            }
        });
    }

    [JsonRpcMethod("shutdown")]
    public object? Shutdown()
    {
        session.End();
        return null;
    }

    [JsonRpcMethod("exit")]
    public void Exit() => end();

    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(OpenParams parameters) => session.Change(workspace => workspace.Open(parameters.TextDocument));

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(ChangeParams parameters) => session.Change(workspace => workspace.Change(
        parameters.TextDocument.Uri, document => document.With(parameters.TextDocument.Version ?? document.Version + 1, parameters.ContentChanges, session.Unit)));

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void DidClose(DocumentParams parameters) => session.Change(workspace => workspace.Close(parameters.TextDocument.Uri));

    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void DidSave(DocumentParams parameters) => session.Change(workspace => workspace.Saved(parameters.TextDocument.Uri));

    [JsonRpcMethod("workspace/didChangeWatchedFiles", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeFiles(WatchedParams parameters) => session.Change(workspace => workspace.Reload(parameters.Changes.Select(change => DocumentUri.PathOf(change.Uri)).OfType<string>()));

    [JsonRpcMethod("workspace/didChangeWorkspaceFolders", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeFolders(FoldersParams parameters) => session.Change(workspace =>
    {
        foreach (string removed in parameters.Event.Removed.Select(folder => DocumentUri.PathOf(folder.Uri)).OfType<string>())
        {
            workspace.RemoveFolder(removed);
        }

        foreach (string added in parameters.Event.Added.Select(folder => DocumentUri.PathOf(folder.Uri)).OfType<string>())
        {
            workspace.AddFolder(added);
        }
    });
}
