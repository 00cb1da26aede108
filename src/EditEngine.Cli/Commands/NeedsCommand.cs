using System.CommandLine;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Plans;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits needs PACK</c></summary>
internal static class NeedsCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Command command = new("needs", "Shows what history the edits of a pack read.") { pack };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(pack)));
        return command;
    }

    private static int Show(string path)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Output.Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        foreach (HistoryNeed need in HistoryNeeds.Of(pack))
        {
            string codes = need.Codes is null ? "any procedure" : $"{CodeRange.Joined(need.Codes.Intervals).Count()} procedure codes or ranges";
            string statuses = need.Statuses.IsEmpty ? "any status" : string.Join(" or ", need.Statuses);
            string type = need.SameClaimType ? "claims of the same type" : "claims of any type";
            string keys = need.Keys.IsEmpty ? "" : $"; same {string.Join(", ", need.Keys)}";
            Console.Out.WriteLine($"{need.Edit}: {need.LookBack}; {statuses}; {type}; {codes}{keys}");
        }

        return ExitCode.Done;
    }
}
