using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Packs;

namespace EditEngine.Conformance;

/// <summary>One case of the suite as a pack.</summary>
internal static partial class CasePack
{
    /// <summary>Compiles a text; one with lines <c>-- file: NAME</c> is several files, of which <c>-- folder: NAME</c> says what is compiled.</summary>
    /// <param name="name">Name of a pack of one text, shown in places.</param>
    /// <param name="text">The text.</param>
    public static CompileResult Compile(string name, string text)
    {
        if (!FileLine().IsMatch(text))
        {
            return EditCompiler.Compile(PackSources.FromText(name, text), CompileOptions.Default);
        }

        string root = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            foreach ((string file, string content) in FilesOf(text))
            {
                string path = Path.Combine(root, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!); // It lies below the root.
                File.WriteAllText(path, content);
            }

            string folder = FolderLine().Match(text) is { Success: true } match ? match.Groups[1].Value : ".";
            CompileResult result = EditCompiler.Compile(PackReader.Read(folder == "." ? root : Path.Combine(root, folder)), CompileOptions.Default);
            return result with { Diagnostics = [.. result.Diagnostics.Select(one => PlaceText.WithoutRoot(one, root))] };
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The files of a text, in order; the text itself where it is but one.</summary>
    public static ImmutableArray<(string Name, string Text)> FilesOf(string text)
    {
        string[] parts = FileLine().Split(text);
        return [.. Enumerable.Range(0, parts.Length / 2).Select(i => (parts[(2 * i) + 1], parts[(2 * i) + 2]))];
    }

    [GeneratedRegex("^-- file: (.*)\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex("^-- folder: (.*)$", RegexOptions.Multiline)]
    private static partial Regex FolderLine();
}
