using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using EditEngine.LanguageServer.Answers;
using EditEngine.LanguageServer.Protocol;
using EditEngine.LanguageServer.Workspaces;
using StreamJsonRpc;

namespace EditEngine.LanguageServer;

/// <summary>Serves one client the language server protocol, version 3.17, over whatever carries its messages.</summary>
internal sealed class EditLanguageServer : IDisposable
{
    private readonly JsonRpc _rpc;
    private readonly RequestThread _requests = new();
    private readonly Session _session = new();
    private readonly QuietWork _lints;
    private readonly QuietWork _tests;
    private readonly TaskCompletionSource _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EditLanguageServer(IJsonRpcMessageHandler handler)
    {
        _rpc = new JsonRpc(handler) { CancelLocallyInvokedMethodsWhenConnectionIsClosed = true, SynchronizationContext = _requests };
        Publisher publisher = new(_session, parameters => Notify("textDocument/publishDiagnostics", parameters));
        Task Refresh() => Request("workspace/codeLens/refresh", new { });
        _lints = new QuietWork(new LiveLints(_session, publisher.Want).Look);
        _tests = new QuietWork(new LiveTests(_session, Refresh).Run);
        _session.Changed = () =>
        {
            publisher.Want();
            _lints.Want();
            _tests.Want();
        };
        _session.Failed = text => _ = Notify("window/logMessage", new MessageParams(1, text));
        _rpc.AddLocalRpcTarget(new Lifecycle(_session, parameters => Request("client/registerCapability", parameters), () => _exit.TrySetResult()));
        _rpc.AddLocalRpcTarget(new Writing(_session));
        _rpc.AddLocalRpcTarget(new Naming(_session));
        _rpc.AddLocalRpcTarget(new Reading(_session));
        _rpc.AddLocalRpcTarget(new Mending(_session));
        _rpc.AddLocalRpcTarget(new Hinting(_session));
        _rpc.AddLocalRpcTarget(new Trying(_session, Refresh));
    }

    /// <summary>A server over a pair of streams, with headers as the protocol has them.</summary>
    /// <param name="sending">To the client.</param>
    /// <param name="receiving">From the client.</param>
    public static EditLanguageServer Over(Stream sending, Stream receiving) => new(new HeaderDelimitedMessageHandler(sending, receiving, Formatter()));

    /// <summary>A server over a web socket: each message of the protocol is one of the socket, without headers.</summary>
    public static EditLanguageServer Over(WebSocket socket) => new(new WebSocketMessageHandler(socket, Formatter()));

    /// <summary>How messages are written.</summary>
    private static SystemTextJsonFormatter Formatter() => new()
    {
        JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull },
    };

    /// <summary>Serves until the client says exit, or is gone.</summary>
    /// <returns>True where the client has ended as the protocol has it: shutdown before exit.</returns>
    public async Task<bool> Run(CancellationToken cancellation)
    {
        _rpc.StartListening();
        using CancellationTokenRegistration stop = cancellation.Register(() => _exit.TrySetResult());
        await Task.WhenAny(_exit.Task, _rpc.Completion).ConfigureAwait(false);
        return _session.IsShutDown && _exit.Task.IsCompleted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rpc.Dispose();
        _requests.Dispose();
        _lints.Dispose();
        _tests.Dispose();
    }

    // A client that is gone is told nothing.
    private async Task Notify(string method, object parameters)
    {
        try
        {
            await _rpc.NotifyWithParameterObjectAsync(method, parameters).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is ConnectionLostException or ObjectDisposedException or IOException)
        {
            _exit.TrySetResult();
        }
    }

    // What a client refuses it does without.
    private async Task Request(string method, object parameters)
    {
        try
        {
            await _rpc.InvokeWithParameterObjectAsync(method, parameters).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is RemoteRpcException or ObjectDisposedException or IOException)
        {
            return;
        }
    }
}
