using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace EditEngine.Cli.Commands;

/// <summary>Tells which files of a pack, and of the packs it extends, are saved.</summary>
internal sealed class SavedFiles : IDisposable
{
    /// <summary>How names of rule files end.</summary>
    public const string Rules = ".edit";

    // An editor writes a file beside, and renames it: what belongs to one save comes together.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(10);

    private static readonly string[] Read = [Rules, ".csv", ".xlsx", ".table", "edits.json", "pack.lock"];

    private readonly BlockingCollection<string> _saved = [];
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="sources">The pack.</param>
    public SavedFiles(PackSources sources)
    {
        foreach (string folder in FoldersOf(sources))
        {
            FileSystemWatcher watcher = new(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, change) => Take(change.FullPath);
            watcher.Created += (_, change) => Take(change.FullPath);
            watcher.Deleted += (_, change) => Take(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                Take(change.OldFullPath);
                Take(change.FullPath);
            };
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Waits for the next save.</summary>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>Full paths of what was saved, each once; empty where the waiting was ended.</returns>
    public ImmutableArray<string> Next(CancellationToken stop)
    {
        try
        {
            List<string> files = [_saved.Take(stop)];
            while (_saved.TryTake(out string? more, (int)Together.TotalMilliseconds, stop))
            {
                files.Add(more);
            }

            return [.. files.Distinct(StringComparer.Ordinal)];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
        {
            watcher.Dispose();
        }
    }

    private void Take(string file)
    {
        if (Array.Exists(Read, end => file.EndsWith(end, StringComparison.Ordinal)))
        {
            _saved.Add(file);
        }
    }

    // Folders below another one are watched with it.
    private static ImmutableArray<string> FoldersOf(PackSources sources)
    {
        string home = Path.GetFullPath(sources.Folder.Length == 0 ? "." : sources.Folder);
        string[] folders =
        [
            .. sources.Chain.SelectMany(pack => pack.Trees).Select(tree => Path.GetDirectoryName(Path.GetFullPath(tree.Source.File, home)) ?? home).Append(home)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return [.. folders.Where(folder => !Array.Exists(folders, other => other != folder && folder.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal)) && Directory.Exists(folder))];
    }
}
