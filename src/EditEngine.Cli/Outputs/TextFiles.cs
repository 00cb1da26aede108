using System.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Outputs;

/// <summary>Writes texts to files: all of them, or none.</summary>
internal static class TextFiles
{
    /// <summary>Writes UTF-8.</summary>
    /// <param name="files">Where each goes; paths that lead to one file hold one text.</param>
    /// <param name="inputs">Files that are read and not to be written.</param>
    /// <param name="code">How the command ends.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Diagnostic? Write(IEnumerable<(string Path, string Text)> files, IEnumerable<string> inputs, out int code)
    {
        code = ExitCode.OutputFailed;
        Dictionary<string, (OutputTarget Target, string Text)> targets = new(StringComparer.Ordinal);
        foreach ((string path, string text) in files)
        {
            if (OutputTarget.Resolve(path, out Diagnostic? problem) is not OutputTarget target)
            {
                return problem;
            }

            targets[target.Path] = (target, text);
        }

        if (OutputConflicts.Find([.. targets.Values.Select(one => one.Target).DistinctBy(target => target.Identity)], inputs) is Diagnostic conflict)
        {
            code = ExitCode.WrongUsage;
            return conflict;
        }

        using OutputFiles opened = new();
        return Write(opened, targets.Values, ref code);
    }

    private static Diagnostic? Write(OutputFiles opened, IEnumerable<(OutputTarget Target, string Text)> targets, ref int code)
    {
        Diagnostic? problem;
        foreach ((OutputTarget target, string text) in targets)
        {
            if (opened.Open(target, out problem) is not Stream stream)
            {
                return problem;
            }

            try
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return CommandDiagnostics.FileNotWritten(target.Name, fault.Message);
            }
        }

        code = opened.TryCommit(out problem) ? ExitCode.Done : ExitCode.OutputFailed;
        return problem;
    }
}
