using System.CommandLine;
using System.Globalization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits cost PACK [--lines N] [--history N]</c></summary>
internal static class CostCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<int> lines = new("--lines") { Description = "Lines of the largest claim.", HelpName = "N", DefaultValueFactory = _ => ClaimMaxima.Default.Lines };
        Option<int> history = new("--history") { Description = "History lines of the largest claim.", HelpName = "N", DefaultValueFactory = _ => ClaimMaxima.Default.History };
        Command command = new("cost", "Bounds what each edit costs on the largest claim.") { pack, lines, history };
        command.SetAction(parsed => Show(
            parsed.GetRequiredValue(pack), ClaimMaxima.Default with { Lines = parsed.GetValue(lines), History = parsed.GetValue(history) }));
        return command;
    }

    private static int Show(string path, ClaimMaxima maxima)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Output.Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        foreach (EditCost cost in CostBound.Of(pack, maxima))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Edit}: at most {cost.Tuples:N0} tuples ({cost.Formula}), {cost.Steps:N0} conditions"));
        }

        return ExitCode.Done;
    }
}
