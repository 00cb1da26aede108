using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Packs;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits fmt PACK</c></summary>
internal static class FmtCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.PackOfFiles();
        Option<bool> check = new("--check") { Description = "Change nothing; tell which files are not laid out so." };
        Command command = new("fmt", "Lays out the rule files of a pack in the one way.") { pack, check };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(pack);
            if (RulePack.IsPackFile(path))
            {
                ProblemLines.OnError().Write(CommandDiagnostics.NoRuleFilesIn(path, "edits fmt"));
                return ExitCode.WrongUsage;
            }

            PackSources sources = PackReader.Read(path);
            return parsed.GetValue(check) ? Check(sources) : Format(sources);
        });
        return command;
    }

    private static int Check(PackSources sources)
    {
        ProblemLines problems = Report(sources);
        foreach (SyntaxTree tree in TreesOf(sources).Where(tree => Formatter.Format(tree) != tree.Source.Text))
        {
            problems.Write(CommandDiagnostics.NotFormatted(sources.PathOf(tree.Source.File)));
        }

        return problems.Errors > 0 ? ErrorCode(sources) : ExitCode.Done;
    }

    private static int Format(PackSources sources)
    {
        ProblemLines problems = Report(sources);
        (string Path, string Text)[] changed =
        [
            .. TreesOf(sources).Select(tree => (Tree: tree, Text: Formatter.Format(tree))).Where(one => one.Text != one.Tree.Source.Text)
                .Select(one => (sources.PathOf(one.Tree.Source.File), one.Text)),
        ];
        if (TextFiles.Write(changed, [], out int code) is Diagnostic fault)
        {
            problems.Write(fault);
        }

        if (code != ExitCode.Done)
        {
            return code;
        }

        foreach ((string path, _) in changed)
        {
            Console.Out.WriteLine(path);
        }

        return problems.Errors > 0 ? ErrorCode(sources) : ExitCode.Done;
    }

    // Only mistakes of form matter to the layout, and only in the pack's own files.
    private static ProblemLines Report(PackSources sources)
    {
        ProblemLines problems = ProblemLines.OnError();
        foreach (Diagnostic problem in sources.Diagnostics.Concat(TreesOf(sources).SelectMany(tree => tree.Diagnostics)))
        {
            problems.Write(problem);
        }

        return problems;
    }

    private static int ErrorCode(PackSources sources) =>
        sources.Diagnostics.Any(problem => problem.Id == OpenedPack.NothingThere) ? ExitCode.WrongUsage : ExitCode.RulesHaveErrors;

    private static IEnumerable<SyntaxTree> TreesOf(PackSources sources)
    {
        IEnumerable<SyntaxTree> own = sources.Chain.IsEmpty ? [] : sources.Chain[^1].Trees;
        string? asked = sources.Asked;
        return own.Where(tree => asked is null || tree.Source.File == asked || tree.Source.File.StartsWith(asked.TrimEnd('/') + "/", StringComparison.Ordinal));
    }
}
