using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
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
        TableOptions options = new();
        Command command = new(importer.Kind, importer.Files) { files };
        options.AddTo(command);
        command.SetAction(parsed => TableWriting.Write(
            options.FileOf(parsed),
            progress => importer.Import([.. parsed.GetRequiredValue(files).Select(TableSource.FromFile)], options.Read(parsed) with { Progress = progress })));
        return command;
    }

    private static Command Csv()
    {
        Argument<string> file = new("FILE") { Description = "A file of rows below one header line, plain or gzipped." };
        Option<string[]> keys = new("--key")
        {
            Description = "Key columns, in order. Default: the first column.",
            HelpName = "COLUMN",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string?> from = new("--from") { Description = "Column of the first day in force. Default: 'effective', where there is one.", HelpName = "COLUMN" };
        Option<string?> through = new("--through") { Description = "Column of the last day in force. Default: 'deleted', where there is one.", HelpName = "COLUMN" };
        Option<string[]> types = new("--type") { Description = "Types that are not to be inferred, as specialty=text.", HelpName = "COLUMN=TYPE", AllowMultipleArgumentsPerToken = true };
        types.Validators.Add(CheckTypes);
        TableOptions options = new();
        Command command = new("csv", "Any file of rows with keys and dates.") { file, keys, from, through, types };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            CsvTable layout = new(Path.GetFileNameWithoutExtension(path), [.. parsed.GetValue(keys) ?? []])
            {
                FromColumn = parsed.GetValue(from),
                ThroughColumn = parsed.GetValue(through),
                Types = (parsed.GetValue(types) ?? []).Select(pair => pair.Split('=', 2)).ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase),
            };
            return TableWriting.Write(
                options.FileOf(parsed),
                progress => CsvImporter.Import(TableSource.FromFile(path), layout, options.Read(parsed) with { Progress = progress }));
        });
        return command;
    }

    private static void CheckTypes(OptionResult result)
    {
        foreach (Token token in result.Tokens.Where(token => !token.Value.Contains('=', StringComparison.Ordinal)))
        {
            result.AddError($"'{token.Value}' is no column and type. Write them as specialty=text.");
        }
    }
}
