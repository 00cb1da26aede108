namespace EditEngine.Cli;

/// <summary>How the tool ends. Scripts rely on these; <c>docs/operations.md</c> lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int RulesHaveErrors = 1;
    /// <summary>The editor that was served has gone without saying so, as its protocol has it.</summary>
    public const int ClientGone = 1;
    public const int WrongUsage = 2;
    public const int BadInput = 3;
    public const int OutputFailed = 4;
    public const int OwnFault = 70;
    public const int Stopped = 130;
}
