using System.Collections.Immutable;
using EditEngine.Compiler.Editing;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>Where names stand: definition, references, rename. Over all packs of the workspace that have the file.</summary>
internal sealed class Naming(Session session)
{
    private const int InvalidParams = -32602;

    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentLocation>? Define(PlaceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        parameters, (view, offset) => (ImmutableArray<DocumentLocation>?)[.. NamePlaces.DefinitionOf(view.Editing, view.File, offset).Select(view.LocationOf)]);

    [JsonRpcMethod("textDocument/references", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentLocation>? Refer(ReferenceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        new PlaceParams(parameters.TextDocument, parameters.Position),
        (view, offset) => (ImmutableArray<DocumentLocation>?)
        [
            .. view.OfAllPacks().SelectMany(one => NamePlaces.ReferencesOf(one.Editing, one.File, offset, parameters.Context?.IncludeDeclaration ?? true).Select(one.LocationOf))
                .Distinct().OrderBy(one => one.Uri, StringComparer.Ordinal).ThenBy(one => one.Range.Start.Line).ThenBy(one => one.Range.Start.Character),
        ]);

    [JsonRpcMethod("textDocument/documentHighlight", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentHighlight>? Highlight(PlaceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        parameters,
        (view, offset) => NameSearch.At(view.Editing, view.File, offset) is Occurrence name
            ? (ImmutableArray<DocumentHighlight>?)
            [
                .. NameSearch.All(view.Editing, name.Key).Where(one => one.File == view.File).Select(one => new DocumentHighlight(view.RangeOf(one.Occurrence.Span), one.Occurrence.IsDeclaration ? 3 : 2)),
            ]
            : null);

    [JsonRpcMethod("textDocument/prepareRename", UseSingleObjectParameterDeserialization = true)]
    public RenamePlace? PrepareRename(PlaceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        parameters, (view, offset) => Rename.At(view.Editing, view.File, offset) is Occurrence name ? new RenamePlace(view.RangeOf(name.Span), name.Key.Name) : null);

    [JsonRpcMethod("textDocument/rename", UseSingleObjectParameterDeserialization = true)]
    public WorkspaceEdit? RenameTo(RenameParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        new PlaceParams(parameters.TextDocument, parameters.Position),
        (view, offset) =>
        {
            // Each pack that has the file has its own uses of the name.
            Dictionary<string, HashSet<DocumentEdit>> changes = new(StringComparer.Ordinal);
            foreach (DocumentView one in view.OfAllPacks())
            {
                RenamedName renamed = Rename.To(one.Editing, one.File, offset, parameters.NewName);
                if (renamed.Refused is string why)
                {
                    throw new LocalRpcException(why) { ErrorCode = InvalidParams };
                }

                foreach (TextChange change in renamed.Changes)
                {
                    string uri = one.Workspace.UriOf(one.Pack.PathOf(change.File));
                    if (!changes.TryGetValue(uri, out HashSet<DocumentEdit>? known))
                    {
                        changes.Add(uri, known = []);
                    }

                    known.Add(one.EditOf(change));
                }
            }

            return new WorkspaceEdit(changes.ToImmutableSortedDictionary(
                one => one.Key, one => one.Value.OrderBy(edit => edit.Range.Start.Line).ThenBy(edit => edit.Range.Start.Character).ToImmutableArray(), StringComparer.Ordinal));
        });
}
