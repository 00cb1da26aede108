using System.CommandLine;
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

    public ImportOptions Read(ParseResult parsed) => new()
    {
        TableName = parsed.GetValue(_name),
        Release = parsed.GetValue(_release),
        EffectiveDate = parsed.GetValue(_effective),
    };
}
