using System.Text.RegularExpressions;

namespace EditEngine.Tests.House;

/// <summary>The checked-out files.</summary>
internal static partial class Repository
{
    public static readonly string[] Projects = ["EditEngine.Analysis", "EditEngine.Cli", "EditEngine.Compiler", "EditEngine.Formats", "EditEngine.Runtime"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>The source files of a project, with their names below its folder, in ordinal order.</summary>
    public static IEnumerable<(string Name, string Text)> Sources(string project)
    {
        string folder = PathOf(Path.Combine("src", project));
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(name => !name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, File.ReadAllText(Path.Combine(folder, name))));
    }

    /// <summary>A text without its comments, whose words are no code.</summary>
    public static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"^\s*//.*$|(?<=[;{,]\s*)//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    private static string Find(string folder)
    {
        DirectoryInfo? at = new(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "EditEngine.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException($"No EditEngine.sln above {folder}.");
    }
}
