using System.CommandLine;
using System.Net.Sockets;
using EditEngine.Cli.Output;
using EditEngine.Workbench.Serving;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits workbench [PACK]</c></summary>
internal static class WorkbenchCommand
{
    private const int HighestPort = 65535;

    public static Command Create()
    {
        Argument<string> pack = new("PACK") { Description = "A folder with one pack or several; the current one where none is given.", DefaultValueFactory = _ => "." };
        Option<int> port = new("--port") { Description = $"Where a free port is looked for, from it on; 0: any. Default: {WorkbenchServer.UsualPort}.", HelpName = "N", DefaultValueFactory = _ => WorkbenchServer.UsualPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, out int number) && number is < 0 or > HighestPort)
            {
                result.AddError($"--port is a number from 0 to {HighestPort}, not {text}.");
            }
        });
        Command command = new("workbench", "Serves a page to write and try edits in, on this computer alone (docs/workbench.md).") { pack, port };
        command.SetAction(parsed => Serve(parsed.GetRequiredValue(pack), parsed.GetValue(port)));
        return command;
    }

    private static int Serve(string path, int port)
    {
        if (RulePack.IsPackFile(path))
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoRuleFilesIn(path, "edits workbench"));
            return ExitCode.WrongUsage;
        }

        string? folder = Directory.Exists(path) ? Path.GetFullPath(path) : File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
        if (folder is null)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoFolderAt(path));
            return ExitCode.WrongUsage;
        }

        // What is saved is whole by itself: there is nothing to say when it ends.
        Stopping.LastWords = static () => { };
        return Serve(WorkbenchServer.Start(folder, port)).GetAwaiter().GetResult();
    }

    private static async Task<int> Serve(Task<WorkbenchServer> starting)
    {
        try
        {
            WorkbenchServer server = await starting.ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                Console.Out.WriteLine(server.Address);
                Console.Out.Flush();
                await Task.Delay(Timeout.Infinite, Stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCode.Stopped;
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoPortFree(fault.Message));
            return ExitCode.OutputFailed;
        }
    }
}
