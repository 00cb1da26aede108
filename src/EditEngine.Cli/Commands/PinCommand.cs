using System.CommandLine;
using EditEngine.Compiler.Packs;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits pin PACK</c></summary>
internal static class PinCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Command command = new("pin", "Pins the base edits that a pack changes to what they mean now (pack.lock).") { pack };
        command.SetAction(parsed => Pin(parsed.GetRequiredValue(pack)));
        return command;
    }

    private static int Pin(string path)
    {
        PackSources sources = PackReader.Read(path);
        if (!sources.IsWhole || sources.Folder.Length == 0)
        {
            OpenedPack opened = OpenedPack.Open(path);
            opened.Report(Console.Error, Output.Terminal.IsError);
            return opened.ErrorCode;
        }

        string text = PackLock.Write(sources);
        string file = sources.PathOf(PackLock.FileName);
        try
        {
            if (text.Length == 0)
            {
                File.Delete(file);
            }
            else
            {
                File.WriteAllText(file, text);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Output.ProblemLines.OnError().Write(CommandDiagnostics.OutputClosed(file, fault.Message));
            return ExitCode.OutputFailed;
        }

        Console.Out.WriteLine(text.Length == 0 ? "The pack changes no base edit: nothing to pin." : $"{PackLock.CountPins(text)} base edits pinned in {file}");
        return ExitCode.Done;
    }
}
