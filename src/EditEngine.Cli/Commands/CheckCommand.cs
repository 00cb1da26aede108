using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits check PACK</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Command command = new("check", "Reads a pack and tells all that is wrong with it.") { pack };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(pack)));
        return command;
    }

    private static int Check(string path)
    {
        OpenedPack opened = OpenedPack.Open(path);
        ProblemLines problems = opened.Report(Console.Out, Terminal.IsOutput);
        if (opened.Pack is BoundPack pack)
        {
            int tests = opened.Compiled.Tests.Sum(edit => edit.Cases.Length);
            string[] counts = [Counts.Of(pack.Edits.Length, "edit"), Counts.Of(tests, "test"), Counts.Of(pack.Tables.Length, "table"), Counts.Of(pack.CodeSets.Length, "code set")];
            Console.Out.WriteLine($"{pack.Name} {pack.Version}: {string.Join(", ", counts)}");
        }

        Console.Out.WriteLine($"{Counts.Of(problems.Errors, "error")}, {Counts.Of(problems.Warnings, "warning")}");
        return opened.HasErrors ? opened.ErrorCode : ExitCode.Done;
    }
}
