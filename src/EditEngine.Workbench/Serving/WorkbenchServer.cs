using System.Net;
using EditEngine.Workbench.Access;
using EditEngine.Workbench.Files;
using EditEngine.Workbench.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EditEngine.Workbench.Serving;

/// <summary>Serves one folder to the browser of this computer's user, until it is disposed. It listens on loopback alone, logs nothing and keeps nothing of a claim.</summary>
internal sealed class WorkbenchServer : IAsyncDisposable
{
    /// <summary>Where it begins to look for a free port.</summary>
    public const int UsualPort = 8370;

    private const int MostPorts = 100;
    private const long LongestRequest = 64L << 20;

    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;
    private readonly FolderWatch _watch;

    private WorkbenchServer(WebApplication application, CancellationTokenSource stopping, FolderWatch watch, int port, AccessToken token)
    {
        _application = application;
        _stopping = stopping;
        _watch = watch;
        Port = port;
        Token = token.Text;
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The secret of the address.</summary>
    public string Token { get; }

    /// <summary>What a browser is to open.</summary>
    public string Address => $"http://127.0.0.1:{Port}/?{AccessGate.Query}={Token}";

    /// <summary>Begins to serve.</summary>
    /// <param name="folder">Full path of a folder that is there.</param>
    /// <param name="port">Where one looks for a free port: it, or one of the next hundred; 0: any that is free.</param>
    /// <exception cref="IOException">None of the ports is free, or the folder's changes cannot be heard of.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port may not be used.</exception>
    public static async Task<WorkbenchServer> Start(string folder, int port)
    {
        for (int tried = port; ; tried++)
        {
            try
            {
                return await StartAt(folder, tried).ConfigureAwait(false);
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException && port > 0 && tried < port + MostPorts && tried < IPEndPoint.MaxPort)
            {
                // Taken: the next one.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _watch.Dispose();
        _stopping.Dispose();
    }

    private static async Task<WorkbenchServer> StartAt(string path, int port)
    {
        AccessToken token = AccessToken.New();
        WebApplication application = Build(port);
        application.Use((context, next) => new AccessGate(token).Pass(context, next));
        application.Use(TellFaults);
        application.UseWebSockets();
        CancellationTokenSource stopping = new();
        DeskFolder folder = new(path);
        FolderWatch watch = new(folder);
        DeskPacks packs = new(folder);
        watch.Changed += packs.Forget;
        foreach (IDeskEndpoint endpoint in DeskEndpoints.Of(new Desk(folder, packs, watch, stopping.Token)))
        {
            endpoint.Map(application);
        }

        try
        {
            await application.StartAsync().ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            watch.Dispose();
            stopping.Dispose();
            throw;
        }

        return new WorkbenchServer(application, stopping, watch, new Uri(application.Urls.Single()).Port, token);
    }

    // Without the usual sources of settings and logs: nothing of the surroundings changes where it listens or what it says.
    private static WebApplication Build(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LongestRequest;
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, OfItsOwner>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        return builder.Build();
    }

    // A fault names the code that is wrong, never what it was given.
    private static async Task TellFaults(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await new DeskRefusal(fault.StatusCode, "The request cannot be read.").Answer.ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !context.Response.HasStarted)
        {
            await new DeskRefusal(StatusCodes.Status500InternalServerError, $"The workbench met a fault of its own: {fault.GetType().Name}.").Answer.ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
    }

    /// <summary>It lives as long as who started it says; signals are theirs.</summary>
    private sealed class OfItsOwner : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
