using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits needs PACK</c></summary>
internal static class NeedsCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string> format = new("--format") { Description = "text, json, or sql (PostgreSQL).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sql");
        Command command = new("needs", "Shows what history the edits of a pack read.") { pack, format };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(pack), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Show(string path, string format)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        PackNeeds needs = new(HistoryNeeds.Of(pack), HistoryNeeds.Columns(pack));
        Console.Out.WriteLine(format switch
        {
            "json" => NeedsJson.Of(needs),
            "sql" => NeedsSql.Of(needs),
            _ => NeedsLines.Of(needs),
        });
        return ExitCode.Done;
    }
}
