using System.Diagnostics;
using System.Text.Json;
using EditEngine.Tests.LanguageServer;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary><c>edits lsp</c> as editors start it: a process of its own, spoken to over its standard streams.</summary>
public sealed class LanguageServerProcessTests : IDisposable
{
    private const string Rules = "pack sample version \"1\"\nedit MANY \"Many\"\n  for each  line v\n  when      v.units > 2\n  then      review v\nend\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void It_serves_and_ends_with_0_after_shutdown_and_exit()
    {
        string folder = Written();
        using Process server = Start(folder);
        using LanguageClient client = new(server.StandardInput.BaseStream, server.StandardOutput.BaseStream);
        client.Initialize(folder);
        string uri = new Uri(Path.Combine(folder, "rules.edit")).AbsoluteUri;
        client.Open(uri, Rules.Replace("v.units", "v.unit", StringComparison.Ordinal));
        Assert.Equal(["3:14 EDIT0202"], client.Diagnostics(uri, found => found.Length > 0));
        client.Change(uri, 2, 3, 12, 18, "v.units");
        Assert.Empty(client.Diagnostics(uri, found => found.Length == 0));
        Assert.Equal(JsonValueKind.Object, client.Ask("textDocument/hover", LanguageClient.Place(uri, 3, 15)).ValueKind);
        client.Ask("shutdown");
        client.Tell("exit");
        Assert.True(server.WaitForExit(Patience));
        Assert.Equal(0, server.ExitCode);
        Assert.Equal("", server.StandardError.ReadToEnd());
    }

    [Fact]
    public void It_ends_when_its_client_is_gone()
    {
        using Process server = Start(Written());
        LanguageClient client = new(server.StandardInput.BaseStream, server.StandardOutput.BaseStream);
        client.Initialize(null);
        client.Dispose();
        Assert.True(server.WaitForExit(Patience));
        Assert.Equal(1, server.ExitCode);
    }

    [Fact]
    public void The_client_library_of_npm_drives_it()
    {
        string node = Path.Combine(Repository.Root, "tests", "EditEngine.EndToEnd", "node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(node, "node_modules", "vscode-languageserver-protocol")), "Run 'npm install' in tests/EditEngine.EndToEnd/node first.");
        string folder = Written();
        ToolRun run = Tool.Start(folder, Patience, "node", [Path.Combine(node, "client.js"), ReadyTool.Path, folder]);
        Assert.Equal(
            ["initialized edits utf-16", "registered workspace/didChangeWatchedFiles", "opened ", "changed EDIT0202", "completed units unit_basis", "hovered **v**: a line", "refused -32601", "ended 0"],
            run.OutputLines);
    }

    private string Written()
    {
        _workspace.Write("edits.json", "{}");
        _workspace.Write("rules.edit", Rules);
        return _workspace.Folder;
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", ["exec", ReadyTool.Path, "lsp", "--stdio"])
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException("dotnet did not start.");
}
