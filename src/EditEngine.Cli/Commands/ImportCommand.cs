using System.CommandLine;
using EditEngine.Formats.Cms;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits import</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Command import = new("import", "Makes a table file of a publisher's files or of any CSV.") { Csv() };
        foreach (Importer importer in Importers.All)
        {
            import.Add(Publisher(importer));
        }

        return import;
    }

    private static Command Publisher(Importer importer)
    {
        Argument<string[]> files = new("FILE") { Description = "Files as published: plain, gzip or zip.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(Arguments.RefuseOptions);
        files.Validators.Add(Arguments.RequireFiles);
        TableOptions options = new();
        Command command = new(importer.Kind, importer.Files) { files };
        options.AddTo(command);
        command.SetAction(parsed => options.Refuse(parsed, importer.WhyUndated) ?? TableWriting.Write(
            options.FileOf(parsed),
            parsed.GetRequiredValue(files),
            progress => importer.Import([.. parsed.GetRequiredValue(files).Select(TableSource.FromFile)], options.Read(parsed) with { Progress = progress })));
        return command;
    }

    private static Command Csv()
    {
        Argument<string> file = new("FILE") { Description = "A file of rows below one header line, plain or gzipped." };
        file.Validators.Add(Arguments.RequireFiles);
        CsvOptions columns = new();
        TableOptions options = new();
        Command command = new("csv", "Any file of rows with keys and dates.") { file };
        columns.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            return options.Refuse(parsed, "rows say their days in columns, which --from and --through name") ?? TableWriting.Write(
                options.FileOf(parsed),
                [path],
                progress => CsvImporter.Import(TableSource.FromFile(path), columns.LayoutOf(path, parsed), options.Read(parsed) with { Progress = progress }));
        });
        return command;
    }
}
