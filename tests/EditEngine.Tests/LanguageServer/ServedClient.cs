using System.IO.Pipelines;
using EditEngine.LanguageServer;

namespace EditEngine.Tests.LanguageServer;

/// <summary>A server and a client of it in one process, over streams in memory.</summary>
internal sealed class ServedClient : IDisposable
{
    private readonly EditLanguageServer _server;

    public ServedClient()
    {
        Pipe there = new();
        Pipe back = new();
        _server = EditLanguageServer.Over(back.Writer.AsStream(), there.Reader.AsStream());
        Ended = _server.Run(CancellationToken.None);
        Client = new LanguageClient(there.Writer.AsStream(), back.Reader.AsStream());
    }

    public LanguageClient Client { get; }

    /// <summary>True where the client has ended as it should.</summary>
    public Task<bool> Ended { get; }

    public void Dispose()
    {
        Client.Dispose();
        _server.Dispose();
    }
}
