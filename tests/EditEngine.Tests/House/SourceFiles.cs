using System.Text.RegularExpressions;
using EditEngine.Tests.Docs;

namespace EditEngine.Tests.House;

/// <summary>The code as it lies in the repository.</summary>
internal static partial class SourceFiles
{
    public static readonly string[] Projects = ["EditEngine.Analysis", "EditEngine.Cli", "EditEngine.Compiler", "EditEngine.Formats", "EditEngine.LanguageServer", "EditEngine.Runtime", "EditEngine.Testing", "EditEngine.Workbench"];

    /// <summary>The source files of a project, with their names below its folder, in ordinal order.</summary>
    public static IEnumerable<(string Name, string Text)> Sources(string project)
    {
        string folder = Repository.PathOf("src", project);
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
}
