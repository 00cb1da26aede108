using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EditEngine.LanguageServer.Protocol;

/// <summary>A diagnostic of a document: severity 1 error, 2 warning, 3 information.</summary>
internal sealed record DocumentDiagnostic(DocumentRange Range, int Severity, string Code, string Source, string Message);

/// <summary>Parameters of <c>textDocument/publishDiagnostics</c>.</summary>
internal sealed record PublishParams(string Uri, int? Version, ImmutableArray<DocumentDiagnostic> Diagnostics);

/// <summary>A text of a kind: <c>markdown</c> or <c>plaintext</c>.</summary>
internal sealed record MarkupText(string Kind, string Value)
{
    /// <summary>A text in Markdown.</summary>
    public static MarkupText Markdown(string value) => new("markdown", value);
}

/// <summary>Result of <c>textDocument/completion</c>.</summary>
internal sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items);

/// <summary>A proposal: kind by the protocol's numbers, format 1 plain or 2 a template.</summary>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, MarkupText? Documentation, string SortText, string FilterText, int InsertTextFormat, DocumentEdit TextEdit);

/// <summary>Result of <c>textDocument/hover</c>.</summary>
internal sealed record HoverReply(MarkupText Contents, DocumentRange Range);

/// <summary>Result of <c>textDocument/prepareRename</c>.</summary>
internal sealed record RenamePlace(DocumentRange Range, string Placeholder);

/// <summary>Changes of several documents.</summary>
internal sealed record WorkspaceEdit(ImmutableSortedDictionary<string, ImmutableArray<DocumentEdit>> Changes);

/// <summary>An entry of an outline: kind by the protocol's numbers.</summary>
internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, DocumentRange Range, DocumentRange SelectionRange, ImmutableArray<DocumentSymbol> Children);

/// <summary>A name of some file.</summary>
internal sealed record WorkspaceSymbol(string Name, int Kind, DocumentLocation Location, string? ContainerName);

/// <summary>Lines that fold.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine, string Kind);

/// <summary>Colours: five numbers a token, each from the one before.</summary>
internal sealed record SemanticTokens(ImmutableArray<int> Data);

/// <summary>Another place of a name: 2 read, 3 written.</summary>
internal sealed record DocumentHighlight(DocumentRange Range, int Kind);

/// <summary>Parameters of <c>window/logMessage</c>: 1 error, 2 warning, 3 information.</summary>
internal sealed record MessageParams([property: JsonPropertyName("type")] int Type, string Message);
