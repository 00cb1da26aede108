using System.CommandLine;
using EditEngine.Analysis.Testing;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits test PACK</c></summary>
internal static class TestCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string?> filter = new("--filter") { Description = "Only tests of the edits whose id begins with this text, else tests whose title holds it.", HelpName = "TEXT" };
        Command command = new("test", "Runs the tests that stand beside the edits.") { pack, filter };
        command.SetAction(parsed => Test(parsed.GetRequiredValue(pack), parsed.GetValue(filter)));
        return command;
    }

    private static int Test(string path, string? filter)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        TestReport report = PackTests.Run(opened.Compiled, EvaluatorFactory.Interpreting(pack), FilterOf(filter, opened));
        TestLines lines = new(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput)));
        lines.Write(report);
        if (filter is not null && report.Tests.IsEmpty)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoSuchTest(filter));
            return ExitCode.WrongUsage;
        }

        return report.Failed > 0 || opened.HasErrors ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }

    private static TestFilter FilterOf(string? text, OpenedPack opened)
    {
        TestFilter asked = new() { File = opened.Sources.Asked };
        if (text is null)
        {
            return asked;
        }

        bool isEdit = opened.Compiled.Tests.Any(edit => edit.Edit.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return isEdit ? asked with { Edit = text + "*" } : asked with { Title = text };
    }
}
