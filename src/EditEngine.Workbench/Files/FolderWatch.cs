using System.Collections.Concurrent;
using System.Threading.Channels;
using EditEngine.Compiler.Packs;
using EditEngine.Formats.Files;

namespace EditEngine.Workbench.Files;

/// <summary>Tells what changes below a folder and beside it in its root: tables and bases may lie there.</summary>
internal sealed class FolderWatch : IDisposable
{
    // A program that saves writes beside, and renames: what belongs to one save comes together.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(40);

    private readonly FileSystemWatcher _watcher;
    private readonly ConcurrentDictionary<Listener, bool> _listeners = new();

    /// <param name="folder">The folder.</param>
    public FolderWatch(DeskFolder folder)
    {
        _watcher = new FileSystemWatcher(PackReader.RootAbove(folder.Path) ?? folder.Path)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, change) => Take(change.FullPath);
        _watcher.Created += (_, change) => Take(change.FullPath);
        _watcher.Deleted += (_, change) => Take(change.FullPath);
        _watcher.Renamed += (_, change) =>
        {
            Take(change.OldFullPath);
            Take(change.FullPath);
        };
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Something changed. Called before listeners hear of it.</summary>
    public event Action? Changed;

    /// <summary>Begins to listen.</summary>
    public Listener Listen()
    {
        Listener listener = new(this);
        _listeners.TryAdd(listener, true);
        return listener;
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher.Dispose();

    private void Take(string path)
    {
        if (Path.GetFileName(path).StartsWith('.') || UnfinishedFile.IsName(Path.GetFileName(path)))
        {
            return;
        }

        Changed?.Invoke();
        foreach (Listener listener in _listeners.Keys)
        {
            listener.Take(path);
        }
    }

    /// <summary>Who wants to hear of changes, from its beginning until it is disposed.</summary>
    internal sealed class Listener(FolderWatch watch) : IDisposable
    {
        private readonly Channel<string> _paths = Channel.CreateUnbounded<string>();

        /// <summary>Waits for what changes next.</summary>
        /// <returns>Full paths, each once; none where the waiting was ended.</returns>
        public async Task<IReadOnlyCollection<string>> Next(CancellationToken stop)
        {
            try
            {
                SortedSet<string> found = new(StringComparer.Ordinal) { await _paths.Reader.ReadAsync(stop).ConfigureAwait(false) };
                await Task.Delay(Together, stop).ConfigureAwait(false);
                while (_paths.Reader.TryRead(out string? more))
                {
                    found.Add(more);
                }

                return found;
            }
            catch (OperationCanceledException)
            {
                return [];
            }
        }

        /// <inheritdoc/>
        public void Dispose() => watch._listeners.TryRemove(this, out _);

        internal void Take(string path) => _paths.Writer.TryWrite(path);
    }
}
