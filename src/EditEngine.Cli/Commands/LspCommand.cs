using System.CommandLine;
using EditEngine.Cli.Outputs;
using EditEngine.LanguageServer;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits lsp</c></summary>
internal static class LspCommand
{
    public static Command Create()
    {
        Command command = new("lsp", "Serves an editor over the standard streams, by the language server protocol (docs/editors.md).");
        Option<bool> stdio = new("--stdio") { Description = "Taken from clients that always say it; there is no other way." };
        command.Options.Add(stdio);
        command.SetAction(_ => Serve());
        return command;
    }

    private static int Serve()
    {
        using Stream output = StandardStreams.Open(1);
        using Stream input = StandardStreams.OpenInput();

        // The stream is the protocol's alone: whatever is printed would be read as a message.
        Console.SetOut(Console.Error);
        using EditLanguageServer server = EditLanguageServer.Over(output, input);
        bool hasEnded = server.Run(Stopping.Token).GetAwaiter().GetResult();
        return hasEnded ? ExitCode.Done : ExitCode.ClientGone;
    }
}
