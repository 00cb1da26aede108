using System.CommandLine;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits test PACK</c></summary>
internal static class TestCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string?> filter = new("--filter") { Description = "Only tests of edits whose id or title holds this text.", HelpName = "TEXT" };
        Command command = new("test", "Runs the tests that stand beside the edits.") { pack, filter };
        command.SetAction(parsed => Test(parsed.GetRequiredValue(pack), parsed.GetValue(filter)));
        return command;
    }

    private static int Test(string path, string? filter) => ExitCode.Done;
}
