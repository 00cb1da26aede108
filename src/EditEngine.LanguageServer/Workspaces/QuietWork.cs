using StreamJsonRpc;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>Work that begins when nothing has changed for a while, and that the next change cancels: it never keeps who types on waiting.</summary>
/// <param name="work">The work.</param>
internal sealed class QuietWork(Func<CancellationToken, Task> work) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource _last = new();

    /// <summary>Something changed.</summary>
    public void Want()
    {
        CancellationToken cancellation = Begin();
        Task.Run(() => RunAfter(cancellation), CancellationToken.None);
    }

    /// <summary>Ends what is at work.</summary>
    public void Dispose() => Begin();

    private CancellationToken Begin()
    {
        CancellationTokenSource next = new();
        CancellationToken cancellation = next.Token; // Another thread may end it at once.
        using CancellationTokenSource last = Interlocked.Exchange(ref _last, next);
        last.Cancel();
        return cancellation;
    }

    private async Task RunAfter(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
            await work(cancellation).ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is OperationCanceledException or LocalRpcException)
        {
            return; // Somebody types on, or the session has ended.
        }
    }
}
