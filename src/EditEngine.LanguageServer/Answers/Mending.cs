using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Packs;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>Actions: mends of diagnostics, pins, tests for an edit without.</summary>
internal sealed class Mending(Session session)
{
    private const string Remark = "What the edit does now, not what it should do: read it before it is kept.";
    private const int MostTests = 2;

    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<ActionReply>? Offer(ActionParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskDocument(parameters.TextDocument, view =>
    {
        TextSpan within = view.SpanOf(parameters.Range);
        return (ImmutableArray<ActionReply>?)
        [
            .. Mends.At(view.Editing, view.File, within).Select(mend => ActionOf(view, mend)),
            .. Pins(view, within),
            .. Untested(view, within, parameters.TextDocument.Uri),
        ];
    });

    [JsonRpcMethod("codeAction/resolve", UseSingleObjectParameterDeserialization = true)]
    public ActionReply Resolve(ActionReply action, CancellationToken cancellation) => action.Data is not ActionData data ? action
        : session.Turn(cancellation).AskDocument(new DocumentName(data.Uri), view => TestsOf(view, data.Edit) is TextChange change ? action with { Edit = EditOf(view, [change]) } : action) ?? action;

    private static ActionReply ActionOf(DocumentView view, Mend mend) => new(
        mend.Title,
        mend.Diagnostic is null ? "refactor" : "quickfix",
        mend.Diagnostic is { Place: SourceSpan place } one ? [WorkspaceDiagnostics.Shown(one, view.RangeIn(place.File, new TextSpan(place.Start, place.Length)))] : null,
        mend.Diagnostic is null ? null : true,
        EditOf(view, mend.Changes),
        null);

    private static ActionEdit EditOf(DocumentView view, ImmutableArray<TextChange> changes) => new(
    [
        .. changes.GroupBy(change => change.File).Select(file => (object)new DocumentEdits(
            view.Workspace.VersionOf(view.Pack.PathOf(file.Key)), [.. file.Select(view.EditOf)])),
    ]);

    // What pack.lock should say now, to be reviewed as a change of it.
    private static IEnumerable<ActionReply> Pins(DocumentView view, TextSpan within)
    {
        Diagnostic? told = view.Pack.Diagnostics.FirstOrDefault(one => one.Id is "EDIT0718" or "EDIT0719" && one.Place is SourceSpan place
            && place.File == view.File && place.Start <= within.End && place.End >= within.Start);
        if (told?.Place is not SourceSpan at || view.Pack.Folder is not string folder || !view.Pack.IsOwn(view.File))
        {
            yield break;
        }

        string file = Path.Combine(folder, PackLock.FileName);
        string uri = view.Workspace.UriOf(file);
        DocumentRange all = new(default, new DocumentPosition(int.MaxValue, 0));
        yield return new ActionReply(
            told.Id == "EDIT0718" ? "Pin the base edits that are changed here" : "Pin the base edits anew: they were reviewed",
            "quickfix",
            [WorkspaceDiagnostics.Shown(told, view.RangeIn(at.File, new TextSpan(at.Start, at.Length)))],
            null,
            new ActionEdit(
            [
                new FileCreation("create", uri, new Protocol.FileOptions(true)),
                new DocumentEdits(view.Workspace.VersionOf(file), [new DocumentEdit(all, PackLock.Write(view.Editing.Sources))]),
            ]),
            null);
    }

    // Worked out when it is taken: some thousand claims are tried.
    private static IEnumerable<ActionReply> Untested(DocumentView view, TextSpan within, string uri) =>
        from part in view.Editing.PartsOf(view.File)
        where part.Start <= within.End && part.End >= within.Start && view.Pack.IsOwn(view.File)
        let edit = part.Declaration.Syntax as EditSyntax
        where edit is { HasErrors: false, Id.Text.Length: > 0 } && !edit.Clauses.Any(clause => clause is TestSyntax)
        select new ActionReply($"Write tests for {edit.Id.Text} as it is", "refactor", null, null, null, new ActionData(uri, edit.Id.Text));

    private static TextChange? TestsOf(DocumentView view, string id)
    {
        CompileResult compiled = view.Editing.Compilation.Result;
        FilePart? part = view.Editing.PartsOf(view.File).FirstOrDefault(one => one.Declaration.Syntax is EditSyntax edit && edit.Id.Text == id);
        if (compiled.Pack is not BoundPack pack || part is null)
        {
            return null;
        }

        int position = -1;
        for (int i = 0; i < pack.Edits.Length; i++)
        {
            position = pack.Edits[i].Id == id ? i : position;
        }

        if (position < 0)
        {
            return null;
        }

        GeneratedTests generated = GeneratedTests.Of(new PreparedPack(pack), compiled.Tests, PackFacts.Of(view.Editing.Sources), position, MostTests);
        string text = string.Concat(generated.Tests.SelectMany(test => test.Lines(Remark)).Select(line => line + "\n"));
        return generated.Tests.IsEmpty ? null : TestInsertion.Of(part, text);
    }
}
