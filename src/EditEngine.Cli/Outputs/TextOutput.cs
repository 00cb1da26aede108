using System.Text;
using EditEngine.Cli.Output;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Outputs;

/// <summary>Writes one output to the standard output, or to a file that is there as a whole or not at all.</summary>
internal static class TextOutput
{
    /// <summary>Writes a text.</summary>
    /// <param name="file">The file; null or <c>-</c>: the standard output.</param>
    /// <param name="inputs">Files that were read: the output may be none of them.</param>
    /// <param name="text">What is written.</param>
    /// <returns>An <see cref="ExitCode"/>; what failed is told.</returns>
    public static int Write(string? file, IEnumerable<string> inputs, string text) => Write(file, inputs, output => output.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes what is made while it is written.</summary>
    /// <param name="file">The file; null or <c>-</c>: the standard output.</param>
    /// <param name="inputs">Files that were read: the output may be none of them.</param>
    /// <param name="write">Writes to the stream it is given.</param>
    /// <returns>An <see cref="ExitCode"/>; what failed is told.</returns>
    public static int Write(string? file, IEnumerable<string> inputs, Action<Stream> write)
    {
        if (file is null or OutputTarget.Standard)
        {
            using MemoryStream whole = new();
            write(whole);
            Console.Out.Write(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
            return ExitCode.Done;
        }

        int code = Write(file, inputs, write, out Diagnostic? fault);
        if (fault is not null)
        {
            ProblemLines.OnError().Write(fault);
        }

        return code;
    }

    private static int Write(string file, IEnumerable<string> inputs, Action<Stream> write, out Diagnostic? fault)
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
        if (files.Open(target, out fault) is not Stream output)
        {
            return ExitCode.OutputFailed;
        }

        try
        {
            write(output);
            output.Flush();
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            fault = CommandDiagnostics.FileNotWritten(file, thrown.Message);
            return ExitCode.OutputFailed;
        }

        return files.TryCommit(out fault) ? ExitCode.Done : fault is null ? ExitCode.Stopped : ExitCode.OutputFailed;
    }
}
