using System.Collections.Immutable;
using EditEngine.Compiler.Editing;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>Help with phrases, and words shown that are not written.</summary>
internal sealed class Hinting(Session session)
{
    [JsonRpcMethod("textDocument/signatureHelp", UseSingleObjectParameterDeserialization = true)]
    public SignatureReply? Help(PlaceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(parameters, (view, offset) =>
        PhraseHelp.At(view.Editing, view.File, offset) is WrittenPhrase written
            ? new SignatureReply(
                [
                    new SignatureText(
                        written.Label,
                        MarkupText.Markdown(written.Phrase.Means),
                        [.. written.Parts.Zip(written.Phrase.Parts).Select(part => new ParameterText([part.First.Start, part.First.End], part.Second))]),
                ],
                0,
                written.Active)
            : null);

    [JsonRpcMethod("textDocument/inlayHint", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<HintReply>? Hint(RangeParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskDocument(
        parameters.TextDocument,
        view => (ImmutableArray<HintReply>?)
        [
            .. InlayHints.Of(view.Editing, view.File, view.SpanOf(parameters.Range)).Select(hint => new HintReply(view.RangeOf(new Compiler.Text.TextSpan(hint.At, 0)).Start, hint.Text, true)),
        ]);
}
