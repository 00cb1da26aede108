using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Formats.Cms;

namespace EditEngine.Cli.Commands;

/// <summary>Options that all imports have.</summary>
internal sealed class TableOptions
{
    private readonly Option<string> _file = Arguments.Output("--out", "The table file to write.");
    private readonly Option<string?> _name = new("--name") { Description = "Name of the table. Default: the importer's own.", HelpName = "NAME" };
    private readonly Option<string?> _release = new("--release") { Description = "The publisher's name of the release. Default: from the file names.", HelpName = "NAME" };
    private readonly Option<DateOnly?> _effective = Arguments.Day("--effective", "First day of a release whose files do not say it.");

    public void AddTo(Command command)
    {
        _file.Required = true;
        command.Add(_file);
        command.Add(_name);
        command.Add(_release);
        command.Add(_effective);
    }

    public string FileOf(ParseResult parsed) => parsed.GetRequiredValue(_file);

    /// <summary>Refuses an effective date where the kind of import takes none.</summary>
    /// <returns>An <see cref="ExitCode"/>; null where nothing is wrong.</returns>
    public int? Refuse(ParseResult parsed, string? whyUndated)
    {
        if (whyUndated is null || parsed.GetValue(_effective) is null)
        {
            return null;
        }

        ProblemLines.OnError().Write(CmsDiagnostics.OptionNotTaken(_effective.Name, whyUndated));
        return ExitCode.WrongUsage;
    }

    public ImportOptions Read(ParseResult parsed) => new()
    {
        TableName = parsed.GetValue(_name),
        Release = parsed.GetValue(_release),
        EffectiveDate = parsed.GetValue(_effective),
    };
}
