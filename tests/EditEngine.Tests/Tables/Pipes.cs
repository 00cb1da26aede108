using System.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Tables;

/// <summary>Named pipes, which wait for a writer when they are opened.</summary>
internal static class Pipes
{
    public static void Make(string path)
    {
        using Process made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
