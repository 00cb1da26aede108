using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using EditEngine.Cli.Output;
using EditEngine.Formats.Cms;

namespace EditEngine.Cli.Commands;

/// <summary>Options that say what the columns of a CSV file are.</summary>
internal sealed class CsvOptions
{
    private readonly Option<string[]> _keys = new("--key")
    {
        Description = "Key columns, in order. Default: the first column.",
        HelpName = "COLUMN",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _from = new("--from") { Description = "Column of the first day in force. Default: 'effective', where there is one.", HelpName = "COLUMN" };
    private readonly Option<string?> _through = new("--through") { Description = "Column of the last day in force. Default: 'deleted', where there is one.", HelpName = "COLUMN" };
    private readonly Option<string[]> _types = new("--type") { Description = "Types that are not to be inferred, as specialty=text.", HelpName = "COLUMN=TYPE", AllowMultipleArgumentsPerToken = true };

    public CsvOptions() => _types.Validators.Add(CheckTypes);

    public void AddTo(Command command)
    {
        command.Add(_keys);
        command.Add(_from);
        command.Add(_through);
        command.Add(_types);
    }

    /// <summary>The layout of a file.</summary>
    public CsvTable LayoutOf(string path, ParseResult parsed) => new(Path.GetFileNameWithoutExtension(path), [.. parsed.GetValue(_keys) ?? []])
    {
        FromColumn = parsed.GetValue(_from),
        ThroughColumn = parsed.GetValue(_through),
        Types = (parsed.GetValue(_types) ?? []).Select(pair => pair.Split('=', 2)).ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>Refuses what says nothing of any file: a <c>.table</c> file holds its columns.</summary>
    /// <returns>An <see cref="ExitCode"/>; null where nothing is wrong.</returns>
    public int? Refuse(string[] files, ParseResult parsed)
    {
        Option? given = ((Option[])[_keys, _from, _through, _types]).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        if (given is null || !files.All(file => file.EndsWith(".table", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        ProblemLines.OnError().Write(CmsDiagnostics.OptionNotTaken(given.Name, "a .table file holds its key and its columns, with their types"));
        return ExitCode.WrongUsage;
    }

    private static void CheckTypes(OptionResult result)
    {
        foreach (Token token in result.Tokens.Where(token => !token.Value.Contains('=', StringComparison.Ordinal)))
        {
            result.AddError($"'{token.Value}' is no column and type. Write them as specialty=text.");
        }
    }
}
