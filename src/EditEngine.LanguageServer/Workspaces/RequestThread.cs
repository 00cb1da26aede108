using System.Collections.Concurrent;
using EditEngine.Stacks;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>The thread that answers a client, one message after the other, with room for the deepest walk. Where the processors are busy each hand-over to another thread may wait for its turn, and a keystroke is not to wait twice.</summary>
internal sealed class RequestThread : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Work, object? State)> _asked = [];

    public RequestThread() => new Thread(() => DeepStack.Run(Serve)) { IsBackground = true, Name = "EditEngine.Requests" }.UnsafeStart();

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _asked.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            return; // The client is gone.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asked.CompleteAdding();

    private bool Serve()
    {
        foreach ((SendOrPostCallback work, object? state) in _asked.GetConsumingEnumerable())
        {
            work(state);
        }

        return true;
    }
}
