using System.Collections.Immutable;
using System.Text.Json;

namespace EditEngine.LanguageServer.Protocol;

/// <summary>Parameters of <c>textDocument/codeAction</c>.</summary>
internal sealed record ActionParams(DocumentName TextDocument, DocumentRange Range);

/// <summary>An action that can be taken at a place; with data its changes are asked for when it is taken.</summary>
internal sealed record ActionReply(string Title, string Kind, ImmutableArray<DocumentDiagnostic>? Diagnostics, bool? IsPreferred, ActionEdit? Edit, ActionData? Data);

/// <summary>What tells later which action it was.</summary>
internal sealed record ActionData(string Uri, string Edit);

/// <summary>The changes of an action, one after the other: of documents, and files that are made.</summary>
internal sealed record ActionEdit(ImmutableArray<object> DocumentChanges);

/// <summary>Changes of one document.</summary>
internal sealed record DocumentEdits(VersionedDocument TextDocument, ImmutableArray<DocumentEdit> Edits);

/// <summary>A file that is made where it is not there.</summary>
internal sealed record FileCreation(string Kind, string Uri, FileOptions Options);

/// <summary>What is done where the file is there.</summary>
internal sealed record FileOptions(bool IgnoreIfExists);

/// <summary>A lens over a stretch.</summary>
internal sealed record LensReply(DocumentRange Range, LensCommand Command);

/// <summary>What a lens does.</summary>
internal sealed record LensCommand(string Title, string Command, ImmutableArray<object?> Arguments);

/// <summary>Parameters of <c>workspace/executeCommand</c>.</summary>
internal sealed record CommandParams(string Command, ImmutableArray<JsonElement>? Arguments);

/// <summary>How tests went.</summary>
internal sealed record TestsReply(int Passed, int Failed, ImmutableArray<TestReply> Tests);

/// <summary>How one test went.</summary>
internal sealed record TestReply(string Edit, string Title, bool Passed, DocumentLocation Location, ImmutableArray<FailureReply> Failures);

/// <summary>What a test expected, and what was found.</summary>
internal sealed record FailureReply(string Expected, ImmutableArray<string> Found, DocumentLocation Location);

/// <summary>Result of <c>textDocument/signatureHelp</c>.</summary>
internal sealed record SignatureReply(ImmutableArray<SignatureText> Signatures, int ActiveSignature, int ActiveParameter);

/// <summary>A phrase with its parts.</summary>
internal sealed record SignatureText(string Label, MarkupText Documentation, ImmutableArray<ParameterText> Parameters);

/// <summary>A part of a phrase: where it stands in the label, and what it is.</summary>
internal sealed record ParameterText(ImmutableArray<int> Label, string Documentation);

/// <summary>Words shown at a place.</summary>
internal sealed record HintReply(DocumentPosition Position, string Label, bool PaddingLeft);
