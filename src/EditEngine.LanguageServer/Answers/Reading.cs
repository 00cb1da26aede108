using System.Collections.Immutable;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Text;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>What helps while one reads: outlines, folding, colours.</summary>
internal sealed class Reading(Session session)
{
    private const int MostSymbols = 500;

    // The protocol's numbers of the kinds of entries.
    private static readonly Dictionary<OutlineKind, int> Kinds = new()
    {
        [OutlineKind.Pack] = 4,
        [OutlineKind.Edit] = 5,
        [OutlineKind.Test] = 6,
        [OutlineKind.CodeSet] = 10,
        [OutlineKind.Table] = 23,
        [OutlineKind.Column] = 8,
        [OutlineKind.Parameter] = 14,
        [OutlineKind.Kind] = 11,
        [OutlineKind.Definition] = 12,
        [OutlineKind.Reasons] = 19,
        [OutlineKind.Reason] = 20,
        [OutlineKind.Fact] = 13,
        [OutlineKind.Claim] = 20,
        [OutlineKind.Change] = 25,
    };

    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentSymbol>? Outline(DocumentParams parameters, CancellationToken cancellation) =>
        session.Turn(cancellation).AskDocument(parameters.TextDocument, view => (ImmutableArray<DocumentSymbol>?)[.. FileOutline.Of(view.Editing, view.File).Select(entry => SymbolOf(view, entry))]);

    [JsonRpcMethod("workspace/symbol", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<WorkspaceSymbol> Symbols(QueryParams parameters, CancellationToken cancellation) => session.Turn(cancellation).Ask(workspace =>
    {
        HashSet<DocumentLocation> seen = [];
        ImmutableArray<WorkspaceSymbol>.Builder found = ImmutableArray.CreateBuilder<WorkspaceSymbol>();
        foreach (OpenPack pack in workspace.Packs)
        {
            foreach ((string file, OutlineEntry entry) in FileOutline.Find(pack.Editing, parameters.Query ?? ""))
            {
                DocumentLocation location = new DocumentView(workspace, pack, file, session.Unit).LocationOf(new FoundPlace(file, entry.NameSpan));
                if (found.Count < MostSymbols && seen.Add(location))
                {
                    found.Add(new WorkspaceSymbol(entry.Name, Kinds[entry.Kind], location, entry.Detail));
                }
            }
        }

        return found.ToImmutable();
    });

    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<FoldingRange>? Fold(DocumentParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskDocument(
        parameters.TextDocument,
        view => (ImmutableArray<FoldingRange>?)
        [
            .. Folding.Of(view.Editing, view.File).Select(one => (Range: view.RangeOf(one.Span), one.IsComment)).Select(one => new FoldingRange(one.Range.Start.Line, one.Range.End.Line, one.IsComment ? "comment" : "region")),
        ]);

    [JsonRpcMethod("textDocument/semanticTokens/full", UseSingleObjectParameterDeserialization = true)]
    public SemanticTokens? Colours(DocumentParams parameters, CancellationToken cancellation) =>
        session.Turn(cancellation).AskDocument(parameters.TextDocument, view => Encoded(view, new TextSpan(0, view.Text.Length)));

    [JsonRpcMethod("textDocument/semanticTokens/range", UseSingleObjectParameterDeserialization = true)]
    public SemanticTokens? ColoursOfRange(RangeParams parameters, CancellationToken cancellation) =>
        session.Turn(cancellation).AskDocument(parameters.TextDocument, view => Encoded(view, view.SpanOf(parameters.Range)));

    private static SemanticTokens Encoded(DocumentView view, TextSpan within)
    {
        ImmutableArray<int>.Builder data = ImmutableArray.CreateBuilder<int>();
        DocumentPosition last = default;
        foreach (ColouredToken token in TokenColours.Of(view.Editing, view.File, within))
        {
            DocumentRange range = view.RangeOf(token.Span);
            int line = range.Start.Line - last.Line;
            data.Add(line);
            data.Add(line == 0 ? range.Start.Character - last.Character : range.Start.Character);
            data.Add(range.End.Character - range.Start.Character);
            data.Add((int)token.Colour);
            data.Add(token.IsDeclaration ? 1 : 0);
            last = range.Start;
        }

        return new SemanticTokens(data.ToImmutable());
    }

    private static DocumentSymbol SymbolOf(DocumentView view, OutlineEntry entry) => new(
        entry.Name, entry.Detail, Kinds[entry.Kind], view.RangeOf(entry.Span), view.RangeOf(entry.NameSpan), [.. entry.Below.Select(below => SymbolOf(view, below))]);
}
