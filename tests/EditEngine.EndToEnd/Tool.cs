using System.Diagnostics;

namespace EditEngine.EndToEnd;

/// <summary>What a process of the tool did.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its error stream.</param>
public sealed record ToolRun(int Code, string Output, string Error)
{
    /// <summary>Lines of the error stream.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines of the standard output.</summary>
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the tool as its users do: a process of its own, real files.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it in a folder.</summary>
    public static ToolRun Run(string folder, params string[] arguments) =>
        Start(folder, Patience, "dotnet", ["exec", ReadyTool.Path, .. arguments]);

    /// <summary>Runs it in a shell, so that its output may be sent elsewhere; <c>edits</c> is the tool.</summary>
    public static ToolRun Shell(string folder, string command)
    {
        string tool = ReadyTool.Path;
        return Start(folder, Patience, "/bin/bash", ["-c", $"edits() {{ dotnet exec '{tool}' \"$@\"; }}; {command}"]);
    }

    /// <summary>Runs another program.</summary>
    public static ToolRun Start(string folder, TimeSpan patience, string file, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!Task.WaitAll([output, error], patience) || !process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', arguments)}");
        }

        return new ToolRun(process.ExitCode, output.Result, error.Result);
    }
}
