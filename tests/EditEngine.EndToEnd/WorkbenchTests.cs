using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary><c>edits workbench</c> as a process: its address, its port and its end.</summary>
public sealed class WorkbenchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task It_prints_one_address_serves_and_ends_as_other_commands_when_it_is_stopped()
    {
        using Process process = Start("pack", "--port", "0");
        Uri address = await AddressOf(process);
        using HttpClient client = new(new HttpClientHandler { CookieContainer = new CookieContainer() });
        Assert.Contains("<title>", await client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("one.edit", await client.GetStringAsync(new Uri(address, "/api/files"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // A page that is open holds nothing up.
        using Stream changes = await client.GetStreamAsync(new Uri(address, "/api/changes"), TestContext.Current.CancellationToken);
        using Process kill = Process.Start("/bin/bash", ["-c", $"kill -s INT {process.Id}"]);
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_gives_the_next_one_that_is_free()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using Process process = Start("pack", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Uri address = await AddressOf(process);
        process.Kill();
        Assert.InRange(address.Port, port + 1, port + 100);
    }

    [Theory]
    [InlineData("EDIT8014", "none")]
    [InlineData("--port is a number", "pack", "--port", "70000")]
    [InlineData("--port", "pack", "--port", "many")]
    public void What_is_no_folder_and_no_port_is_said(string said, params string[] arguments)
    {
        ToolRun run = _workspace.Run(["workbench", .. arguments]);
        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_pack_file_has_no_rules_to_write()
    {
        Assert.Equal(0, _workspace.Run("pack", "pack", "--out", "one.pack").Code);
        ToolRun run = _workspace.Run("workbench", "one.pack");
        Assert.Equal(2, run.Code);
        Assert.Contains("EDIT8007", run.Error, StringComparison.Ordinal);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", ["exec", ReadyTool.Path, "workbench", .. arguments])
    {
        WorkingDirectory = _workspace.Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException("dotnet did not start.");

    private static async Task<Uri> AddressOf(Process process) => new(await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync()));
}
