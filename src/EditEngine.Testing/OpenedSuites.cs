using System.Collections.Concurrent;
using EditEngine.Analysis.Testing;

namespace EditEngine.Testing;

/// <summary>The packs of a test run, each compiled once.</summary>
internal static class OpenedSuites
{
    private static readonly ConcurrentDictionary<string, Lazy<PackSuite>> Suites = new(StringComparer.Ordinal);

    /// <summary>The pack of a name; its problems say where it leads nowhere.</summary>
    public static PackSuite Of(string name) => Suites.GetOrAdd(name, _ => new(() => PackSuite.Open(PathOf(name)))).Value;

    // Test assemblies lie in bin/Debug/net10.0 below what they belong to.
    private static string PathOf(string name)
    {
        if (Path.IsPathRooted(name))
        {
            return name;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, name);
            if (Path.Exists(path))
            {
                return path;
            }
        }

        return Path.GetFullPath(name, AppContext.BaseDirectory);
    }
}
