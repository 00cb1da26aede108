using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Answers;

/// <summary>Lenses over tests, and what they do: run them, explain one.</summary>
/// <param name="session">The session.</param>
/// <param name="refresh">Asks the client to ask for lenses anew.</param>
internal sealed class Trying(Session session, Func<Task> refresh)
{
    private const int InvalidParams = -32602;

    [JsonRpcMethod("textDocument/codeLens", UseSingleObjectParameterDeserialization = true)]
    public ImmutableArray<LensReply>? Lenses(DocumentParams parameters, CancellationToken cancellation) => session.Turn(cancellation).AskDocument(
        parameters.TextDocument,
        view => (ImmutableArray<LensReply>?)
        [
            .. TestLenses.Of(view.Editing, view.File, edit => session.LastTests.GetValueOrDefault((KeyOf(view), edit))).Select(lens => new LensReply(
                view.RangeOf(lens.Span),
                new LensCommand(lens.Title, lens.IsExplanation ? ServerCommands.Explain : ServerCommands.RunTests, [parameters.TextDocument.Uri, lens.Edit, lens.Test]))),
        ]);

    [JsonRpcMethod("workspace/executeCommand", UseSingleObjectParameterDeserialization = true)]
    public object? Execute(CommandParams parameters, CancellationToken cancellation)
    {
        (string uri, string edit, string? test) = ArgumentsOf(parameters);
        object? reply = session.Turn(cancellation).AskDocument<object>(new DocumentName(uri), view => parameters.Command switch
        {
            ServerCommands.RunTests => Run(view, edit, test, cancellation),
            ServerCommands.Explain => Explain(view, edit, test ?? ""),
            _ => throw new LocalRpcException($"There is no command '{parameters.Command}'.") { ErrorCode = InvalidParams },
        });
        if (parameters.Command == ServerCommands.RunTests && session.Abilities.RefreshesLenses)
        {
            _ = refresh();
        }

        return reply;
    }

    private TestsReply Run(DocumentView view, string edit, string? test, CancellationToken cancellation)
    {
        CompileResult compiled = view.Editing.Compilation.Result;
        if (compiled.Rules is not RulePack rules)
        {
            throw new LocalRpcException("The pack has errors: its tests cannot run.") { ErrorCode = InvalidParams };
        }

        Evaluator evaluator = rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = EvaluatorOptions.NoBudget });
        TestReport report = PackTests.Run(compiled, (claim, asOf) => evaluator.Evaluate(claim, asOf, EvaluatorOptions.NoBudget, cancellation), new TestFilter { Edit = edit });
        if (view.Editing.FindLast(one => one is Compiler.Syntax.EditSyntax syntax && syntax.Id.Text == edit) is FilePart part)
        {
            session.LastTests[(KeyOf(view), edit)] = new LastTests(TestLenses.TextOf(part), report.Tests);
        }

        ImmutableArray<TestOutcome> asked = [.. report.Tests.Where(one => test is null || IsAsked(view, edit, test, one))];
        return new TestsReply(asked.Count(one => one.HasPassed), asked.Count(one => !one.HasPassed), [.. asked.Select(one => ReplyOf(view, one))]);
    }

    // All that stand at the place of the title that is asked for: one over several values is several.
    private static bool IsAsked(DocumentView view, string edit, string title, TestOutcome outcome) =>
        outcome.Title == title || view.Editing.Parts.Any(part => part.Declaration.Syntax is Compiler.Syntax.EditSyntax syntax && syntax.Id.Text == edit
            && syntax.Clauses.OfType<Compiler.Syntax.TestSyntax>().Any(test => test.Title?.Value == title && test.Each is not null && outcome.Place == part.Source.PlaceOf(test.Title.Span)));

    private static string Explain(DocumentView view, string edit, string title)
    {
        CompileResult compiled = view.Editing.Compilation.Result;
        TestCase? test = compiled.Tests.Where(one => one.Edit == edit).SelectMany(one => one.Cases).FirstOrDefault(one => one.Title == title)
            ?? compiled.Tests.Where(one => one.Edit == edit).SelectMany(one => one.Cases).FirstOrDefault();
        return compiled.Pack is BoundPack pack && test?.Claim is Claims.Claim claim && pack.Edits.FirstOrDefault(one => one.Id == edit) is BoundEdit known
            ? ExplanationText.Of(EditTracer.Trace(pack, known, claim, test.AsOf, place => TextAt(view, place)))
            : throw new LocalRpcException("The pack has errors, or the test has no claim: nothing can be explained.") { ErrorCode = InvalidParams };
    }

    private static string TextAt(DocumentView view, SourceSpan place) =>
        view.Editing.Find(place.File) is (_, Compiler.Syntax.SyntaxTree tree) && place.End <= tree.Source.Text.Length ? tree.Source.Text.Substring(place.Start, place.Length) : "";

    private static TestReply ReplyOf(DocumentView view, TestOutcome outcome) => new(
        outcome.Edit,
        outcome.Title,
        outcome.HasPassed,
        LocationOf(view, outcome.Place),
        outcome.IsReadable ? [.. outcome.Failures.Select(failure => new FailureReply(failure.Expected, failure.Found, LocationOf(view, failure.Place)))] : [new FailureReply("a test that can be read", ["a mistake in it"], LocationOf(view, outcome.Place))]);

    private static DocumentLocation LocationOf(DocumentView view, SourceSpan place) => view.LocationOf(new FoundPlace(place.File, new TextSpan(place.Start, place.Length)));

    private static string KeyOf(DocumentView view) => view.Pack.Folder ?? view.File;

    private static (string Uri, string Edit, string? Test) ArgumentsOf(CommandParams parameters)
    {
        string?[] texts = [.. (parameters.Arguments ?? []).Select(one => one.ValueKind == JsonValueKind.String ? one.GetString() : null)];
        return texts is [string uri, string edit, .. string?[] rest]
            ? (uri, edit, rest.Length == 0 ? null : rest[0])
            : throw new LocalRpcException("A command takes the address of a document, the id of an edit and perhaps the title of a test.") { ErrorCode = InvalidParams };
    }
}
