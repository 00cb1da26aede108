using System.CommandLine;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits import</c></summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Makes a table file of a publisher's files.");
}
