using System.Globalization;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Cms;
using EditEngine.Tables;

namespace EditEngine.Cli.Commands;

/// <summary>Runs an import, writes its table and tells what came of it.</summary>
internal static class TableWriting
{
    private const int BufferBytes = 1 << 16;

    public static int Write(string file, string[] inputs, Func<Action<ImportProgress>?, TableImport> import)
    {
        ProblemLines problems = ProblemLines.OnError();
        if (OutputTarget.Resolve(file, out Diagnostic? fault) is not OutputTarget target)
        {
            return Failed(problems, fault, ExitCode.OutputFailed);
        }

        if (OutputConflicts.Find([target], inputs) is Diagnostic conflict)
        {
            return Failed(problems, conflict, ExitCode.WrongUsage);
        }

        using OutputFiles files = new();
        if (files.Open(target, out fault) is not Stream output)
        {
            return Failed(problems, fault, ExitCode.OutputFailed);
        }

        TableImport made = Terminal.IsError ? RunProgress.Show(import) : import(null);
        foreach (Diagnostic problem in made.Problems)
        {
            problems.Write(problem);
        }

        Report(made.Summary);
        if (made.Table is not Table table)
        {
            return ExitCode.BadInput;
        }

        fault = Save(table, output, file);
        return fault is not null || !files.TryCommit(out fault) ? Failed(problems, fault, ExitCode.OutputFailed)
            : problems.Errors > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static int Failed(ProblemLines problems, Diagnostic? fault, int code)
    {
        if (fault is not null)
        {
            problems.Write(fault);
        }

        return code;
    }

    private static Diagnostic? Save(Table table, Stream output, string file)
    {
        try
        {
            BufferedStream buffered = new(output, BufferBytes);
            TableFile.Write(table, buffered);
            buffered.Flush();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandDiagnostics.FileNotWritten(file, fault.Message);
        }
    }

    private static void Report(ImportSummary summary)
    {
        string release = summary.Release is null ? "" : $" of {summary.Release}";
        Row("table", $"{summary.TableName}{release}");
        Row("rows", Number($"{summary.RowsRead:#,0} read, {summary.RowsKept:#,0} kept, {summary.RowsRepeated:#,0} repeated, {summary.RowsRefused:#,0} refused") + (summary.RowsSetAside > 0 ? Number($", {summary.RowsSetAside:#,0} set aside") : ""));
        if (summary.RowsAssumed > 0)
        {
            Row("assumed", Number($"{summary.RowsAssumed:#,0} rows have dates that their file does not say"));
        }

        if (summary.FirstDate is DateOnly first && summary.LastDate is DateOnly last)
        {
            Row("dates", Number($"{first:yyyy-MM-dd} .. {last:yyyy-MM-dd}"));
        }

        if (summary.TableHash is not null)
        {
            Row("hash", summary.TableHash);
        }
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Row(string name, string value) => Console.Error.WriteLine($"{name,-9}{EscapedText.Of(value)}");
}
