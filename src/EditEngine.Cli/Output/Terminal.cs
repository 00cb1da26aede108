namespace EditEngine.Cli.Output;

/// <summary>What stands at the other end of the standard streams.</summary>
internal static class Terminal
{
    public static bool IsOutput => !Console.IsOutputRedirected;

    public static bool IsError => !Console.IsErrorRedirected;

    /// <summary>Colours only for people, and not for those who asked for none (no-color.org).</summary>
    public static bool HasColours(bool isTerminal) =>
        isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
