namespace EditEngine.Formats.Cms;

/// <summary>Any file of rows below one header line, separated by commas, semicolons, tabs or bars, quoted where needed.</summary>
internal static class CsvImporter
{
    /// <summary>Imports one file. It is read twice where column types are to be inferred.</summary>
    /// <remarks>Days are written 2024-04-01 or 20240401, both ends count, an empty cell is an open end. A row without its first key is refused.</remarks>
    public static TableImport Import(TableSource source, CsvTable layout, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        var run = new ImportRun([source], options);
        var file = new PublishedCsv(run, source, layout);
        run.Read(source, PublishedCsv.ReaderOptions, file.ReadTypes);
        if (!run.HasFailed)
        {
            run.Read(source, PublishedCsv.ReaderOptions, file.ReadRows);
        }

        return run.Finish(file.Builder, options.TableName ?? layout.Name, options.Release);
    }
}
