using System.CommandLine;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits fmt PACK</c></summary>
internal static class FmtCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<bool> check = new("--check") { Description = "Change nothing; tell which files are not laid out so." };
        Command command = new("fmt", "Lays out rule files in the one way.") { pack, check };
        command.SetAction(parsed => Format(parsed.GetRequiredValue(pack), parsed.GetValue(check)));
        return command;
    }

    private static int Format(string path, bool check) => ExitCode.Done;
}
