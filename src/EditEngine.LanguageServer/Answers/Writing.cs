using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Editing;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>What helps while one writes: completion, hover, layout.</summary>
internal sealed partial class Writing(Session session)
{
    private const int MostItems = 500;

    // The protocol's numbers of the kinds of proposals.
    private static readonly Dictionary<ProposalKind, int> Kinds = new()
    {
        [ProposalKind.Field] = 5,
        [ProposalKind.Name] = 6,
        [ProposalKind.Kind] = 7,
        [ProposalKind.Definition] = 3,
        [ProposalKind.CodeSet] = 13,
        [ProposalKind.Table] = 22,
        [ProposalKind.Column] = 10,
        [ProposalKind.Parameter] = 21,
        [ProposalKind.Reason] = 20,
        [ProposalKind.Phase] = 20,
        [ProposalKind.Edit] = 9,
        [ProposalKind.Fact] = 5,
        [ProposalKind.Code] = 12,
        [ProposalKind.Word] = 20,
        [ProposalKind.Type] = 25,
        [ProposalKind.Keyword] = 14,
        [ProposalKind.Phrase] = 15,
    };

    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public CompletionList? Complete(PlaceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(parameters, (view, offset) =>
    {
        ImmutableArray<Proposal> found = Completion.At(view.Editing, view.File, offset);
        return new CompletionList(found.Length > MostItems || found.Any(one => one.Kind == ProposalKind.Code), [.. found.Take(MostItems).Select((one, at) => ItemOf(view, one, at))]);
    });

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public HoverReply? Hovered(PlaceParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        parameters,
        (view, offset) => Hover.At(view.Editing, view.File, offset) is HoverText said ? new HoverReply(MarkupText.Markdown(said.Page), view.RangeOf(said.Span)) : null);

    [JsonRpcMethod("textDocument/formatting", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentEdit>? Format(DocumentParams parameters, CancellationToken cancellation) =>
        session.Turn(cancellation).AskDocument(parameters.TextDocument, view => (ImmutableArray<DocumentEdit>?)[.. FileLayout.Of(view.Editing, view.File).Select(view.EditOf)]);

    [JsonRpcMethod("textDocument/rangeFormatting", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentEdit>? FormatRange(RangeParams parameters, CancellationToken cancellation) =>
        session.Turn(cancellation).AskDocument(parameters.TextDocument, view => (ImmutableArray<DocumentEdit>?)[.. FileLayout.Of(view.Editing, view.File, view.SpanOf(parameters.Range)).Select(view.EditOf)]);

    [JsonRpcMethod("textDocument/onTypeFormatting", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<DocumentEdit>? FormatTyped(TypedParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskPlace(
        new PlaceParams(parameters.TextDocument, parameters.Position),
        (view, offset) => (ImmutableArray<DocumentEdit>?)(FileLayout.OfNewLine(view.Editing, view.File, offset) is TextChange change ? [view.EditOf(change)] : []));

    private CompletionItem ItemOf(DocumentView view, Proposal one, int at)
    {
        bool isTemplate = one.IsTemplate && session.Abilities.TakesTemplates;
        string text = one.IsTemplate && !isTemplate ? Plain(one.Text) : one.Text;
        return new CompletionItem(
            one.Label,
            Kinds[one.Kind],
            one.Detail,
            one.Page is null ? null : MarkupText.Markdown(one.Page),
            at.ToString("00000", CultureInfo.InvariantCulture),
            one.Label,
            isTemplate ? 2 : 1,
            new DocumentEdit(view.RangeOf(one.Replaces), text));
    }

    private static string Plain(string template) => Place().Replace(template, "$1");

    [GeneratedRegex(@"\$(?:\{\d+:([^}]*)\}|\d+)")]
    private static partial Regex Place();
}
