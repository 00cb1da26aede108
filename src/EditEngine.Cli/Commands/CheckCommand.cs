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
            int tests = pack.Edits.Sum(edit => edit.Tests.Length);
            Console.Out.WriteLine($"{pack.Name} {pack.Version}: {pack.Edits.Length} edits, {tests} tests, {pack.Tables.Length} tables, {pack.CodeSets.Length} code sets");
        }

        Console.Out.WriteLine($"{problems.Errors} errors, {problems.Warnings} warnings");
        return opened.HasErrors ? opened.ErrorCode : ExitCode.Done;
    }
}
