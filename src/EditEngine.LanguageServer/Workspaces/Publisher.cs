using System.Collections.Immutable;
using EditEngine.LanguageServer.Protocol;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>Tells the client what is to be said of its documents, whenever that changed: one round at a time, and the last state always.</summary>
/// <param name="session">The session.</param>
/// <param name="send">Sends to the client.</param>
internal sealed class Publisher(Session session, Func<PublishParams, Task> send)
{
    private const int MostRounds = 3;

    // What is asked together with a keystroke, as completion, is answered before the processors are busy with what comes of it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly Dictionary<string, (int? Version, ImmutableArray<DocumentDiagnostic> Diagnostics)> _said = new(StringComparer.Ordinal);
    private int _wanted;
    private int _isAtWork;

    /// <summary>Something changed.</summary>
    public void Want()
    {
        Interlocked.Increment(ref _wanted);
        if (Interlocked.Exchange(ref _isAtWork, 1) == 0)
        {
            Task.Run(Work);
        }
    }

    private async Task Work()
    {
        int done;
        do
        {
            do
            {
                await Task.Delay(Pause).ConfigureAwait(false);
                done = Volatile.Read(ref _wanted);
                foreach (PublishParams one in Fresh())
                {
                    await send(one).ConfigureAwait(false);
                }
            }
            while (done != Volatile.Read(ref _wanted));
            Volatile.Write(ref _isAtWork, 0);
        }
        while (done != Volatile.Read(ref _wanted) && Interlocked.Exchange(ref _isAtWork, 1) == 0);
    }

    // Beside the questions that are asked meanwhile: only who types on has to wait, for the last text.
    private void Compile()
    {
        for (int round = 0; round < MostRounds; round++)
        {
            List<PackCompilation> open = session.Turn(CancellationToken.None).Ask(workspace => workspace.Packs.Select(pack => pack.Compilation).Where(one => !one.HasResult).ToList());
            if (open.Count == 0)
            {
                return;
            }

            foreach (PackCompilation one in open)
            {
                _ = one.Result;
            }
        }
    }

    // What is not as it was said.
    private List<PublishParams> Fresh()
    {
        try
        {
            Compile();
            return session.Turn(CancellationToken.None).Ask(workspace =>
            {
                SortedDictionary<string, ImmutableArray<DocumentDiagnostic>> found = WorkspaceDiagnostics.Of(workspace, session.Unit);
                Dictionary<string, OpenDocument> documents = workspace.Documents.ToDictionary(document => document.Path, StringComparer.Ordinal);
                List<PublishParams> fresh = [];
                foreach (string path in found.Keys.Concat(documents.Keys).Concat(_said.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
                {
                    ImmutableArray<DocumentDiagnostic> now = found.GetValueOrDefault(path, []);
                    int? version = documents.GetValueOrDefault(path)?.Version;
                    bool isKnown = _said.TryGetValue(path, out (int? Version, ImmutableArray<DocumentDiagnostic> Diagnostics) said);
                    if (isKnown && said.Version == version && said.Diagnostics.SequenceEqual(now))
                    {
                        continue;
                    }

                    _said[path] = (version, now);
                    if (isKnown || version is not null || !now.IsEmpty)
                    {
                        fresh.Add(new PublishParams(workspace.UriOf(path), version, now));
                    }
                }

                return fresh;
            });
        }
        catch (StreamJsonRpc.LocalRpcException)
        {
            return []; // The fault was told, or the session has ended.
        }
    }
}
