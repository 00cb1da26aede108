using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Syntax;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>Runs the tests of the open files whenever nobody has typed for a while: lenses show how they went without being asked. Only for a client that can be told to ask for them again.</summary>
/// <param name="session">The session.</param>
/// <param name="refresh">Asks the client to ask for lenses anew.</param>
internal sealed class LiveTests(Session session, Func<Task> refresh)
{
    /// <summary>Runs the tests as they are now.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        List<OwnFiles> open = session.Abilities.RefreshesLenses ? session.Turn(cancellation).Ask(Open) : [];
        List<(string Pack, string Edit, LastTests Tests)> ran = [.. open.SelectMany(files => Run(files, cancellation))];
        if (ran.Count == 0)
        {
            return;
        }

        session.Turn(cancellation).Ask(_ =>
        {
            ran.ForEach(one => session.LastTests[(one.Pack, one.Edit)] = one.Tests);
            return true;
        });
        await refresh().ConfigureAwait(false);
    }

    private static List<OwnFiles> Open(Workspace workspace) =>
    [
        .. from document in workspace.Documents
           let found = workspace.WithFile(document.Path).FirstOrDefault()
           where found.Pack is not null && found.Pack.IsOwn(found.File)
           group found.File by found.Pack into files
           select new OwnFiles(files.Key.Folder ?? files.First(), files.Key.Compilation, [.. files]),
    ];

    private static IEnumerable<(string Pack, string Edit, LastTests Tests)> Run(OwnFiles files, CancellationToken cancellation)
    {
        CompileResult compiled = files.Compilation.Result;
        if (compiled.Rules is not RulePack rules)
        {
            return []; // What was found before stays, and is told as such.
        }

        Evaluator evaluator = rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = EvaluatorOptions.NoBudget });
        PackFiles own = files.Compilation.Sources.Chain[^1];
        return from file in files.Names
               let report = PackTests.Run(compiled, (claim, asOf) => evaluator.Evaluate(claim, asOf, EvaluatorOptions.NoBudget, cancellation), new TestFilter { File = file })
               let byEdit = report.Tests.ToLookup(one => one.Edit, StringComparer.Ordinal)
               from tree in own.Trees
               where tree.Source.File == file
               from part in tree.Parts
               where part.Syntax is EditSyntax
               let edit = ((EditSyntax)part.Syntax).Id.Text
               where byEdit.Contains(edit)
               select (files.Pack, edit, new LastTests(TestLenses.TextOf(new FilePart(own, tree, part)), [.. byEdit[edit]]));
    }

    // Files of a pack's own, with the pack as it is now.
    private sealed record OwnFiles(string Pack, PackCompilation Compilation, IReadOnlyList<string> Names);
}
