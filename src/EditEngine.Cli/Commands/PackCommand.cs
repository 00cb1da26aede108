using System.CommandLine;
using System.Globalization;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Diagnostics;
using EditEngine.Packs;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits pack PACK --out FILE</c></summary>
internal static class PackCommand
{
    private const int BufferBytes = 1 << 16;

    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string> file = Arguments.Output("--out", "File to write the pack to.");
        file.Required = true;
        Command command = new("pack", "Writes a pack with its tables and rules as one file, which every command takes in its place.") { pack, file };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(pack), parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Write(string path, string file)
    {
        OpenedPack opened = OpenedPack.OpenToKeep(path);
        _ = opened.Rules;
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Rules is not RulePack rules)
        {
            return opened.ErrorCode;
        }

        int code = Write(rules, file, opened.Inputs, out Diagnostic? fault);
        if (fault is not null)
        {
            ProblemLines.OnError().Write(fault);
        }

        return code;
    }

    private static int Write(RulePack rules, string file, IEnumerable<string> inputs, out Diagnostic? fault)
    {
        if (OutputTarget.Resolve(file, out fault) is not OutputTarget target)
        {
            return ExitCode.OutputFailed;
        }

        fault = OutputConflicts.Find([target], inputs);
        if (fault is not null)
        {
            return ExitCode.WrongUsage;
        }

        using OutputFiles files = new();
        if (files.Open(target, out fault) is not Stream output || Save(rules, output, file, out fault) is not WrittenPack written)
        {
            return ExitCode.OutputFailed;
        }

        if (!files.TryCommit(out fault))
        {
            return fault is null ? ExitCode.Stopped : ExitCode.OutputFailed;
        }

        // Where the file itself goes to the standard output, what is said of it does not.
        Report(target.Kind == OutputKind.Descriptor ? Console.Error : Console.Out, rules, written);
        return ExitCode.Done;
    }

    private static WrittenPack? Save(RulePack rules, Stream output, string file, out Diagnostic? fault)
    {
        fault = null;
        try
        {
            BufferedStream buffered = new(output, BufferBytes);
            WrittenPack written = PackFileWriter.Write(rules.Content, buffered);
            buffered.Flush();
            return written;
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            fault = CommandDiagnostics.FileNotWritten(file, thrown.Message);
            return null;
        }
    }

    private static void Report(TextWriter output, RulePack rules, WrittenPack written)
    {
        output.WriteLine(rules.Label);
        output.WriteLine($"file   {written.FileHash}");
        output.WriteLine($"holds  {Counts.Of(rules.EditIds.Count(), "edit")}, {Counts.Of(written.Tables, "table")}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes  {written.Length:#,0}"));
    }
}
