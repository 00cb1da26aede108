using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using EditEngine.Diagnostics;
using EditEngine.Files;

namespace EditEngine.Cli.Commands;

/// <summary>Options that say when claims were received that do not say it themselves.</summary>
internal sealed class ReceivedOptions
{
    private readonly Option<DateOnly?> _day = Arguments.Day("--received", "Day on which claims were received that do not say it, as those of an 837.");
    private readonly Option<bool> _isOfFile = new("--received-from-file-date") { Description = "The same, from the date of each file (its last change, UTC)." };

    public void AddTo(Command command)
    {
        command.Add(_day);
        command.Add(_isOfFile);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_day) is not null && result.GetResult(_isOfFile) is not null)
            {
                result.AddError($"{_day.Name} and {_isOfFile.Name} both say when claims were received: give one of them.");
            }
        });
    }

    /// <summary>Whether one of them is given.</summary>
    public bool AreIn(CommandResult result) => result.GetResult(_day) is not null || result.GetResult(_isOfFile) is not null;

    public Receipt? Read(ParseResult parsed) =>
        parsed.GetValue(_isOfFile) ? new Receipt(null) : parsed.GetValue(_day) is DateOnly day ? new Receipt(day) : null;
}

/// <summary>When claims were received that do not say it themselves.</summary>
/// <param name="Day">The day; null: that of each file.</param>
internal sealed record Receipt(DateOnly? Day)
{
    /// <summary>What has no date of its own, as a pipe; null where all have one.</summary>
    public Diagnostic? WhyUnknown(ImmutableArray<string> files) =>
        Day is null && files.FirstOrDefault(file => OrdinaryFile.KindOf(file) != FileKind.Ordinary) is string dateless ? CommandDiagnostics.NoFileDate(dateless) : null;

    /// <summary>The day of the claims of a file.</summary>
    public DateOnly Of(string file) => Day ?? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file));
}
