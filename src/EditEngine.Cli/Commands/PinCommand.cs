using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits pin PACK</c></summary>
internal static class PinCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.PackOfFiles();
        Command command = new("pin", "Pins the base edits that a pack changes to what they mean now (pack.lock).") { pack };
        command.SetAction(parsed => Pin(parsed.GetRequiredValue(pack)));
        return command;
    }

    private static int Pin(string path)
    {
        if (RulePack.IsPackFile(path))
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoRuleFilesIn(path, "edits pin"));
            return ExitCode.WrongUsage;
        }

        PackSources sources = PackReader.Read(path);
        if (!sources.IsWhole || sources.Folder.Length == 0)
        {
            OpenedPack opened = OpenedPack.Open(path);
            opened.Report(Console.Error, Terminal.IsError);
            return opened.ErrorCode;
        }

        string text = PackLock.Write(sources);
        string file = sources.PathOf(PackLock.FileName);
        return text.Length == 0 ? Remove(file) : Write(text, file, PackInputs.Of(sources).Where(input => input != file));
    }

    private static int Remove(string file)
    {
        try
        {
            File.Delete(file);
            Console.Out.WriteLine("The pack changes no base edit: nothing to pin.");
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException and not StandardOutputException or UnauthorizedAccessException)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.FileNotWritten(file, fault.Message));
            return ExitCode.OutputFailed;
        }
    }

    private static int Write(string text, string file, IEnumerable<string> inputs)
    {
        if (TextFiles.Write([(file, text)], inputs, out int code) is Diagnostic fault)
        {
            ProblemLines.OnError().Write(fault);
        }
        else if (code == ExitCode.Done)
        {
            Console.Out.WriteLine($"{PackLock.CountPins(text)} base edits pinned in {file}");
        }

        return code;
    }
}
