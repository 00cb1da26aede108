using System.Diagnostics;

namespace EditEngine.EndToEnd;

/// <summary>A process of the tool that is still at work, to be stopped, killed or waited for.</summary>
public sealed class RunningTool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private RunningTool(Process process)
    {
        _process = process;
        process.StandardInput.Close();
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it in a folder.</summary>
    public static RunningTool Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", ReadyTool.Path, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new RunningTool(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>Waits until something has come about.</summary>
    public static void Await(Func<bool> condition, string what)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); !condition(); Thread.Sleep(BetweenLooks))
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException(what);
            }
        }
    }

    /// <summary>Sends it signals, all in one go.</summary>
    public void Send(params string[] signals)
    {
        string command = string.Join("; ", signals.Select(signal => $"kill -s {signal} {_process.Id}"));
        using Process kill = Process.Start("/bin/bash", ["-c", command]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    public ToolRun End()
    {
        if (!_process.WaitForExit(Patience) || !Task.WaitAll([_output, _error], Patience))
        {
            throw new TimeoutException("The tool has not ended.");
        }

        return new ToolRun(_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Kills what a failed test left.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
