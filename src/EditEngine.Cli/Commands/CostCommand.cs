using System.CommandLine;
using System.Globalization;
using System.Numerics;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Lowering;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits cost PACK [--lines N] [--history N]</c></summary>
internal static class CostCommand
{
    // Little is up to a hundredth of what is much.
    private const int OrdinaryShare = 100;

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

        Dictionary<string, BigInteger> everyDay = CostBound.Of(pack, ClaimMaxima.Ordinary).ToDictionary(cost => cost.Edit, cost => cost.Steps, StringComparer.Ordinal);
        foreach (EditCost cost in CostBound.Of(pack, maxima))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Edit}: {WeightOf(everyDay[cost.Edit])}, about {CostText.Of(cost.Steps)} steps at worst ({cost.Why})"));
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A step is one look at a line, a history line or a row, of some nanoseconds to a microsecond. Steps at worst are those on the largest claim, of {maxima.Lines:N0} lines and {maxima.History:N0} history lines. Little, ordinary and much are told by a claim of {ClaimMaxima.Ordinary.Lines:N0} lines and {ClaimMaxima.Ordinary.History:N0} history lines: little is up to {CostText.Of(EditCost.Much / OrdinaryShare)} steps there, ordinary up to {CostText.Of(EditCost.Much)}, much is above, which may be a matter of seconds. What an edit takes is mostly far less: it looks at what its conditions leave."));

        return ExitCode.Done;
    }

    private static string WeightOf(BigInteger ordinary) => ordinary > EditCost.Much ? "much" : ordinary * OrdinaryShare > EditCost.Much ? "ordinary" : "little";
}
