using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Syntax;
using StreamJsonRpc;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>Runs the tests of the open files whenever nobody has typed for a while: lenses show how they went without being asked. Only for a client that can be told to ask for them again.</summary>
/// <param name="session">The session.</param>
/// <param name="refresh">Asks the client to ask for lenses anew.</param>
internal sealed class LiveTests(Session session, Func<Task> refresh)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private int _changes;

    /// <summary>Something changed.</summary>
    public void Want()
    {
        int change = Interlocked.Increment(ref _changes);
        if (session.Abilities.RefreshesLenses)
        {
            Task.Run(() => RunAfter(change));
        }
    }

    private async Task RunAfter(int change)
    {
        await Task.Delay(Quiet).ConfigureAwait(false);
        try
        {
            List<OwnFile> open = change == Volatile.Read(ref _changes) ? session.Turn(CancellationToken.None).Ask(Open) : [];
            List<(string Pack, string Edit, LastTests Tests)> ran = [.. open.SelectMany(file => Run(file, change))];
            if (ran.Count == 0)
            {
                return;
            }

            session.Turn(CancellationToken.None).Ask(_ =>
            {
                ran.ForEach(one => session.LastTests[(one.Pack, one.Edit)] = one.Tests);
                return true;
            });
            await refresh().ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is OperationCanceledException or LocalRpcException)
        {
            return; // Somebody types on, or the session has ended.
        }
    }

    private static List<OwnFile> Open(Workspace workspace) =>
    [
        .. from document in workspace.Documents
           let found = workspace.WithFile(document.Path).FirstOrDefault()
           where found.Pack is not null && found.Pack.IsOwn(found.File)
           select new OwnFile(found.Pack.Folder ?? found.File, found.Pack.Compilation, found.File),
    ];

    private IEnumerable<(string Pack, string Edit, LastTests Tests)> Run(OwnFile file, int change)
    {
        CompileResult compiled = file.Compilation.Result;
        if (compiled.Rules is not RulePack rules)
        {
            return []; // What was found before stays, and is told as such.
        }

        Evaluator evaluator = rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = EvaluatorOptions.NoBudget });
        TestReport report = PackTests.Run(
            compiled,
            (claim, asOf) => change == Volatile.Read(ref _changes) ? evaluator.Evaluate(claim, asOf) : throw new OperationCanceledException(),
            new TestFilter { File = file.Name });
        ILookup<string, TestOutcome> byEdit = report.Tests.ToLookup(one => one.Edit, StringComparer.Ordinal);
        PackFiles own = file.Compilation.Sources.Chain[^1];
        return from tree in own.Trees
               where tree.Source.File == file.Name
               from part in tree.Parts
               where part.Syntax is EditSyntax
               let edit = ((EditSyntax)part.Syntax).Id.Text
               where byEdit.Contains(edit)
               select (file.Pack, edit, new LastTests(TestLenses.TextOf(new FilePart(own, tree, part)), [.. byEdit[edit]]));
    }

    // A file of a pack's own, with the pack as it is now.
    private sealed record OwnFile(string Pack, PackCompilation Compilation, string Name);
}
