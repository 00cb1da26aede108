using System.Collections.Immutable;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>Imports files of a layout: any number of releases into one table.</summary>
internal static class LayoutImporter
{
    public static TableImport Import(Layout layout, ImmutableArray<TableSource> sources, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var run = new ImportRun(sources, options);
        run.Unpack(layout.FileNames);
        var files = new List<FoundRows>();
        foreach (TableSource source in run.Files)
        {
            if (new LayoutFile(run, source, layout).Read() is FoundRows found)
            {
                files.Add(found);
            }
        }

        string name = options.TableName ?? layout.TableName;
        var builder = new TableBuilder(name, [.. layout.Columns.Select(column => column.Column)]);
        long repeated = run.HasFailed ? 0 : ReleaseSeries.AddTo(builder, run, layout, files);
        int assumed = files.Sum(file => file.Rows.Count(row => row.IsAssumed));
        if (assumed > 0)
        {
            run.Report(CmsDiagnostics.OnlyYear(assumed));
        }

        string? release = options.Release ?? files.Where(file => file.Release is not null).MaxBy(file => file.Release!.From)?.Release?.Name; // not null: the line above
        return run.Finish(builder, name, release, repeated);
    }
}
