using System.CommandLine;
using EditEngine.Analysis.Linting;
using EditEngine.Analysis.Reference;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits check PACK [--lint] [--on DATE]</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<bool> lint = new("--lint") { Description = "Also tell what a careful colleague would remark." };
        Option<DateOnly?> on = Arguments.Day("--on", "Also refuse tables without a row in force on this day.");
        Command command = new("check", "Reads a pack and tells all that is wrong with it.") { pack, lint, on };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(pack), parsed.GetValue(lint), parsed.GetValue(on)));
        return command;
    }

    private static int Check(string path, bool lints, DateOnly? on)
    {
        OpenedPack opened = OpenedPack.Open(path);
        ProblemLines problems = opened.Report(Console.Out, Terminal.IsOutput);
        if (opened.Pack is BoundPack pack)
        {
            foreach (Diagnostic remark in lints ? PackLints.Of(opened.Sources, pack) : [])
            {
                problems.Write(remark);
            }

            foreach (Diagnostic stale in on is DateOnly day ? StaleTables.On(PackTables.Of(opened.Sources, pack), day, opened.Sources.Settings) : [])
            {
                problems.Write(stale);
            }

            int tests = opened.Compiled.Tests.Sum(edit => edit.Cases.Length);
            string[] counts = [Counts.Of(pack.Edits.Length, "edit"), Counts.Of(tests, "test"), Counts.Of(pack.Tables.Length, "table"), Counts.Of(pack.CodeSets.Length, "code set")];
            Console.Out.WriteLine($"{pack.Name} {pack.Version}: {string.Join(", ", counts)}");
        }

        Console.Out.WriteLine($"{Counts.Of(problems.Errors, "error")}, {Counts.Of(problems.Warnings, "warning")}");
        return opened.HasErrors ? opened.ErrorCode : problems.Errors > 0 ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }
}
