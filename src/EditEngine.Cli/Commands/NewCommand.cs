using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits new PACK</c></summary>
internal static class NewCommand
{
    public static Command Create()
    {
        Argument<string> pack = new("PACK") { Description = "The folder of the pack: a new or an empty one. Its name becomes that of the pack." };
        pack.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string path }] && (string.IsNullOrWhiteSpace(path) || path.StartsWith('-')))
            {
                result.AddError(string.IsNullOrWhiteSpace(path) ? "PACK is empty." : $"'{path}' is no option of this command. A folder of that name is './{path}'.");
            }
        });
        Command command = new("new", "Begins a pack: one edit with its tests, to be changed.") { pack };
        command.SetAction(parsed => Begin(parsed.GetRequiredValue(pack)));
        return command;
    }

    private static int Begin(string folder)
    {
        ProblemLines problems = ProblemLines.OnError();
        try
        {
            bool isFolder = Directory.Exists(folder);
            if (File.Exists(folder) || (isFolder && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                problems.Write(CommandDiagnostics.FolderNotEmpty(folder, isFolder));
                return ExitCode.WrongUsage;
            }

            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Write(CommandDiagnostics.FileNotWritten(folder, fault.Message));
            return ExitCode.OutputFailed;
        }

        string file = Path.Combine(folder, FirstPack.FileName);
        if (TextFiles.Write([(file, FirstPack.Text(Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))))], [], out int code) is Diagnostic fault2)
        {
            problems.Write(fault2);
        }

        if (code == ExitCode.Done)
        {
            Console.Out.WriteLine(file);
        }

        return code;
    }
}
