using System.CommandLine;
using EditEngine.Analysis.Reference;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;
using EditEngine.Formats.Cms;
using EditEngine.Tables;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits tables diff OLD NEW [--pack PACK] [--most N]</c></summary>
internal static class TablesDiffCommand
{
    private const int UsualMost = 20;

    public static Command Create()
    {
        Argument<string> old = new("OLD") { Description = "The older table: a .table file, or a CSV file." };
        Argument<string> latest = new("NEW") { Description = "The newer table." };
        old.Validators.Add(Arguments.RequireFiles);
        latest.Validators.Add(Arguments.RequireFiles);
        Option<string?> pack = new("--pack") { Description = "Also say which parts of this pack the changes concern.", HelpName = "PACK" };
        pack.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--pack is empty.");
            }
        });
        Option<int> most = new("--most") { Description = "How many of each kind are listed.", HelpName = "N", DefaultValueFactory = _ => UsualMost };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int asked) && asked < 0)
            {
                result.AddError("--most is 0 or more.");
            }
        });
        Option<string[]> except = new("--except") { Description = "Value columns that are not compared, as conversion_factor.", HelpName = "COLUMN", AllowMultipleArgumentsPerToken = true };
        CsvOptions columns = new();
        Command command = new("diff", "Says what changed from one release of a table to another.") { old, latest, pack, most, except };
        columns.AddTo(command);
        command.SetAction(parsed => columns.Refuse([parsed.GetRequiredValue(old), parsed.GetRequiredValue(latest)], parsed) ?? Show(
            [parsed.GetRequiredValue(old), parsed.GetRequiredValue(latest)], path => columns.LayoutOf(path, parsed), [.. parsed.GetValue(except) ?? []], parsed.GetValue(pack), parsed.GetValue(most)));
        return command;
    }

    private static int Show(string[] files, Func<string, CsvTable> layoutOf, string[] except, string? path, int most)
    {
        ProblemLines problems = ProblemLines.OnError();
        Table?[] tables = [.. files.Select(file => Open(file, layoutOf, problems))];
        if (tables is not [Table old, Table latest])
        {
            return ExitCode.BadInput;
        }

        if (TableDiff.Of(old, latest, except, out Diagnostic? problem) is not TableDifferences differences)
        {
            problems.Write(problem!); // One or the other.
            return ExitCode.BadInput;
        }

        foreach (Diagnostic remark in differences.Remarks)
        {
            problems.Write(remark);
        }

        TableDifferenceText.Write(Console.Out, differences, most);
        return path is null ? ExitCode.Done : ShowImpact(differences, files, path, most, problems);
    }

    private static int ShowImpact(TableDifferences differences, string[] files, string path, int most, ProblemLines problems)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        PackImpact impact = PackImpact.Of(differences, [.. files.Select(file => Path.GetFileName(file))], opened.Sources, opened.Compiled, pack);
        if (impact.Tables.IsEmpty)
        {
            problems.Write(ReferenceDiagnostics.NotRead(pack.Name, files[0], files[1]));
        }

        PackImpactText.Write(Console.Out, pack.Name, impact, most);
        return ExitCode.Done;
    }

    private static Table? Open(string file, Func<string, CsvTable> layoutOf, ProblemLines problems)
    {
        if (file.EndsWith(".table", StringComparison.OrdinalIgnoreCase))
        {
            Table? mapped = TableFile.Open(file, out Diagnostic? fault);
            if (fault is not null)
            {
                problems.Write(fault);
            }

            return mapped;
        }

        TableImport read = CsvImporter.Import(TableSource.FromFile(file), layoutOf(file), ImportOptions.Default);
        foreach (Diagnostic problem in read.Problems.Where(problem => problem.Severity != Severity.Note))
        {
            problems.Write(problem);
        }

        // Rows refused would stand as rows ended or added.
        return problems.Errors > 0 ? null : read.Table;
    }
}
