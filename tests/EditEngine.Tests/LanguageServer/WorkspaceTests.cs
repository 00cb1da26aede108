using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using Xunit;

namespace EditEngine.Tests.LanguageServer;

public sealed class WorkspaceTests
{
    private const string Uri = "untitled:rules";

    [Fact]
    public void Who_types_faster_than_anybody_asks_has_only_the_last_text_read()
    {
        Workspace workspace = new();
        workspace.Open(new OpenedDocument(Uri, "edits", 1, "-- one\n"));
        OpenPack pack = Assert.Single(workspace.Packs);
        PackCompilation before = pack.Compilation;
        workspace.Change(Uri, document => document with { Text = "-- two\n" });
        workspace.Change(Uri, document => document with { Text = "-- three\n" });
        Assert.Same(before, pack.Compilation);
        Assert.Equal("-- three\n", Assert.Single(workspace.Documents).Text);
        Assert.Equal("-- three\n", Assert.Single(Assert.Single(workspace.Packs).Compilation.Sources.Texts).Text);
    }

    [Fact]
    public void A_document_that_is_closed_with_a_change_is_forgotten()
    {
        Workspace workspace = new();
        workspace.Open(new OpenedDocument(Uri, "edits", 1, "-- one\n"));
        workspace.Change(Uri, document => document with { Text = "-- two\n" });
        workspace.Close(Uri);
        Assert.Empty(workspace.Packs);
        Assert.Empty(workspace.Documents);
    }
}
