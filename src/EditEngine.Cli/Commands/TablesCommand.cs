using System.Collections.Immutable;
using System.CommandLine;
using EditEngine.Analysis.Reference;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits tables PACK [--on DATE]</c> and <c>edits tables diff OLD NEW</c></summary>
internal static class TablesCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<DateOnly?> on = Arguments.Day("--on", "Also say which tables are past their end on this day.");
        Command command = new("tables", "Lists the tables, code sets from files and code tables that a pack reads.") { pack, on };
        command.Add(TablesDiffCommand.Create());
        command.SetAction(parsed => List(parsed.GetRequiredValue(pack), parsed.GetValue(on)));
        return command;
    }

    private static int List(string path, DateOnly? on)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        ImmutableArray<ReferenceTable> tables = PackTables.Of(opened.Sources, pack);
        ReferenceTableText.Write(Console.Out, tables, on, opened.Sources.Settings);
        return ExitCode.Done;
    }
}
