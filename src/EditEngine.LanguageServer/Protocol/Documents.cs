using System.Collections.Immutable;

namespace EditEngine.LanguageServer.Protocol;

/// <summary>A place in a document; the client and the server have agreed on what a character is.</summary>
internal readonly record struct DocumentPosition(int Line, int Character);

/// <summary>A stretch of a document, its end not included.</summary>
internal readonly record struct DocumentRange(DocumentPosition Start, DocumentPosition End);

/// <summary>A stretch of some document.</summary>
internal sealed record DocumentLocation(string Uri, DocumentRange Range);

/// <summary>A change of a document that the server proposes.</summary>
internal sealed record DocumentEdit(DocumentRange Range, string NewText);

/// <summary>Names a document.</summary>
internal sealed record DocumentName(string Uri);

/// <summary>Names a document in one of its states.</summary>
internal sealed record VersionedDocument(string Uri, int? Version);

/// <summary>A document as it is opened.</summary>
internal sealed record OpenedDocument(string Uri, string? LanguageId, int Version, string Text);

/// <summary>A change that the client made: of a stretch, or of all where none is given.</summary>
internal sealed record DocumentChange(DocumentRange? Range, string Text);

/// <summary>Parameters of <c>textDocument/didOpen</c>.</summary>
internal sealed record OpenParams(OpenedDocument TextDocument);

/// <summary>Parameters of <c>textDocument/didChange</c>; changes follow one another.</summary>
internal sealed record ChangeParams(VersionedDocument TextDocument, ImmutableArray<DocumentChange> ContentChanges);

/// <summary>Parameters of requests on a whole document.</summary>
internal sealed record DocumentParams(DocumentName TextDocument);

/// <summary>Parameters of requests on a place.</summary>
internal sealed record PlaceParams(DocumentName TextDocument, DocumentPosition Position);

/// <summary>Parameters of requests on a stretch.</summary>
internal sealed record RangeParams(DocumentName TextDocument, DocumentRange Range);

/// <summary>Parameters of <c>textDocument/references</c>.</summary>
internal sealed record ReferenceParams(DocumentName TextDocument, DocumentPosition Position, ReferenceContext? Context);

/// <summary>What of references is wanted.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>Parameters of <c>textDocument/rename</c>.</summary>
internal sealed record RenameParams(DocumentName TextDocument, DocumentPosition Position, string NewName);

/// <summary>Parameters of <c>textDocument/onTypeFormatting</c>.</summary>
internal sealed record TypedParams(DocumentName TextDocument, DocumentPosition Position, string Ch);

/// <summary>Parameters of <c>workspace/symbol</c>.</summary>
internal sealed record QueryParams(string? Query);

/// <summary>A file that changed: created 1, changed 2, deleted 3.</summary>
internal sealed record FileEvent(string Uri, int Type);

/// <summary>Parameters of <c>workspace/didChangeWatchedFiles</c>.</summary>
internal sealed record WatchedParams(ImmutableArray<FileEvent> Changes);

/// <summary>A folder of the client's workspace.</summary>
internal sealed record WorkspaceFolder(string Uri, string? Name);

/// <summary>Parameters of <c>workspace/didChangeWorkspaceFolders</c>.</summary>
internal sealed record FoldersParams(FoldersEvent Event);

/// <summary>Folders that came and went.</summary>
internal sealed record FoldersEvent(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed);
