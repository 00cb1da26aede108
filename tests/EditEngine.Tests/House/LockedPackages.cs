using System.Text.Json;
using System.Xml.Linq;
using EditEngine.Tests.Docs;

namespace EditEngine.Tests.House;

/// <summary>A package of the lock files.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version that is restored.</param>
/// <param name="IsShipped">A project below <c>src/</c> needs it; otherwise only tests or the bench do.</param>
internal sealed record LockedPackage(string Name, string Version, bool IsShipped);

/// <summary>What the lock files hold, and what the packages themselves say of their licence.</summary>
internal static class LockedPackages
{
    // A package that names its licence by a page in place of an expression, read there on the day it was taken, or by the heading of a file.
    private static readonly Dictionary<string, string> LicencesByText = new(StringComparer.Ordinal)
    {
        ["MIT License"] = "MIT",
        ["https://github.com/sprache/Sprache/blob/master/licence.txt"] = "MIT",
    };

    /// <summary>Every package of every lock file once a version, by name.</summary>
    public static IReadOnlyList<LockedPackage> All { get; } =
    [
        .. LockFiles()
            .SelectMany(file => Entries(file).Select(entry => (entry.Name, entry.Version, IsShipped: file.StartsWith("src/", StringComparison.Ordinal))))
            .GroupBy(entry => (entry.Name, entry.Version))
            .Select(group => new LockedPackage(group.Key.Name, group.Key.Version, group.Any(entry => entry.IsShipped)))
            .OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.Version, StringComparer.Ordinal),
    ];

    /// <summary>The SPDX expression that the restored package declares; what it says in place of one, where it has none.</summary>
    public static string LicenceOf(LockedPackage package)
    {
        string id = package.Name.ToLowerInvariant();
        string file = Folders.Select(folder => Path.Combine(folder, id, package.Version, id + ".nuspec")).First(File.Exists);
        XElement metadata = XDocument.Load(file).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Text(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        XElement? licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        string said = licence?.Attribute("type")?.Value == "file" ? HeadingOf(Path.Combine(Path.GetDirectoryName(file)!, licence.Value)) : licence?.Value ?? Text("licenseUrl") ?? "none";
        return LicencesByText.GetValueOrDefault(said, said);
    }

    private static string HeadingOf(string file) => File.ReadLines(file).First(line => line.Trim().Length > 0).Trim();

    // Where restored packages are, as the restore of this very project wrote it down.
    private static string[] Folders { get; } = FindFolders();

    private static string[] FindFolders()
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests/EditEngine.Tests/obj/project.assets.json")));
        return [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    private static IEnumerable<string> LockFiles() => new[] { "src", "tests", "bench", "samples" }
        .SelectMany(floor => Directory.EnumerateFiles(Repository.PathOf(floor), "packages.lock.json", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static IEnumerable<(string Name, string Version)> Entries(string file)
    {
        using JsonDocument text = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file)));
        return
        [
            .. text.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(entry => entry.Value.GetProperty("type").GetString() != "Project")
                .Select(entry => (entry.Name, entry.Value.GetProperty("resolved").GetString()!)),
        ];
    }
}
