using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using EditEngine.Tests.Packs;

namespace EditEngine.Tests.Docs;

/// <summary>A fenced block of rules in a page.</summary>
/// <param name="Page">Path of the page below the root.</param>
/// <param name="Line">Line of its fence, from 1.</param>
/// <param name="Bad">Id of the diagnostic that it must give; null: it compiles.</param>
/// <param name="Text">The rules; files in turn where lines <c>-- file: NAME</c> stand.</param>
internal sealed record PageSample(string Page, int Line, string? Bad, string Text)
{
    /// <summary>The samples of a page, in order.</summary>
    public static IEnumerable<PageSample> Of(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        foreach (Match match in Regex.Matches(text, "^```edit( bad (EDIT[0-9]{4}))?\n(.*?)\n?^```$", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            int line = text.AsSpan(0, match.Index).Count('\n') + 1;
            yield return new PageSample(page, line, match.Groups[2].Success ? match.Groups[2].Value : null, match.Groups[3].Value + "\n");
        }
    }

    /// <summary>Compiles it.</summary>
    /// <param name="prelude">The pack that it builds on where it has no pack clause of its own.</param>
    public CompileResult Compile(string prelude)
    {
        if (Text.Contains("-- file: ", StringComparison.Ordinal))
        {
            return CompileFiles();
        }

        // The sample comes first, so that its lines are counted from its own first one; a prelude has its pack clause anywhere.
        bool isPack = Text.StartsWith("pack ", StringComparison.Ordinal);
        return EditCompiler.Compile(PackSources.FromText("sample.edit", isPack ? Text : $"{Text}\n{prelude}"), CompileOptions.Default);
    }

    /// <summary>What a page shows of a diagnostic.</summary>
    public static string Shown(Diagnostic diagnostic) => diagnostic.ToString();

    public override string ToString() => $"{Page}({Line})";

    private CompileResult CompileFiles()
    {
        using PackOnDisk disk = new([.. Files()]);
        string folder = Regex.Match(Text, "^-- folder: (.*)$", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : ".";
        CompileResult result = disk.Compile(folder == "." ? "" : folder);
        return result with { Diagnostics = [.. result.Diagnostics.Select(one => WithoutRoot(one, disk.Path))] };
    }

    private ImmutableArray<(string Name, string Text)> Files()
    {
        string[] parts = Regex.Split(Text, "^-- file: (.*)\n", RegexOptions.Multiline);
        return [.. Enumerable.Range(0, parts.Length / 2).Select(i => (parts[(2 * i) + 1], parts[(2 * i) + 2]))];
    }

    private static Diagnostic WithoutRoot(Diagnostic diagnostic, string root)
    {
        string Clean(string text) => text.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(root, "rules", StringComparison.Ordinal)
            .Replace(Path.GetFileName(root), "rules", StringComparison.Ordinal);
        return diagnostic with
        {
            Place = diagnostic.Place is FilePlace file ? new FilePlace(Clean(file.Name)) : diagnostic.Place,
            Seen = Clean(diagnostic.Seen),
            Fits = diagnostic.Fits is null ? null : Clean(diagnostic.Fits),
            Help = diagnostic.Help is null ? null : Clean(diagnostic.Help),
        };
    }
}
