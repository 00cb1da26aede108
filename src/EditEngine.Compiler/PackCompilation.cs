using System.Collections.Immutable;
using EditEngine.Compiler.Packs;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine;

/// <summary>
/// A compiled pack that takes changes of its texts: only what a change touches is read, bound and made anew, and the result is that of compiling
/// all of it. Immutable: a changed text gives another compilation, and both share what is the same.
/// </summary>
/// <example><code>
/// PackCompilation pack = EditCompiler.Open("payer-rules/acme/commercial", CompileOptions.Default);
/// PackCompilation changed = pack.WithText("visits.edit", text);
/// foreach (Diagnostic diagnostic in changed.Result.Diagnostics) …
/// </code></example>
public sealed class PackCompilation
{
    private readonly CompileOptions _options;
    private readonly string? _path;
    private readonly ImmutableDictionary<string, string?> _texts;
    private readonly Lazy<CompileResult> _result;
    private KeptCompilation? _before;

    private PackCompilation(PackSources sources, CompileOptions options, string? path, ImmutableDictionary<string, string?> texts, KeptCompilation? before)
    {
        Sources = sources;
        _options = options;
        _path = path;
        _texts = texts;
        _before = before;
        _result = new Lazy<CompileResult>(Compile);
    }

    /// <summary>What became of the pack's rules: compiled when it is first asked for.</summary>
    public CompileResult Result => _result.Value;

    /// <summary>It was compiled.</summary>
    internal bool HasResult => _result.IsValueCreated;

    // What the next one may take over: of a text that was never compiled, what was kept before it.
    private KeptCompilation? Kept => HasResult ? Result.Kept : _before;

    /// <summary>What it is compiled from: the texts as they are now, tables and CSV files as they were when the first compilation read them.</summary>
    public PackSources Sources { get; }

    /// <summary>Compiles what lies at a path.</summary>
    internal static PackCompilation Open(string path, CompileOptions options) =>
        new(PackReader.Read(path, options.Tables), options, path, ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal), null);

    /// <summary>Compiles sources that are no folder's.</summary>
    internal static PackCompilation Open(PackSources sources, CompileOptions options) =>
        new(sources, options, null, ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal), null);

    /// <summary>The pack with another text in a file, or with one file more.</summary>
    /// <param name="file">Its name as diagnostics show it, or its full path.</param>
    /// <param name="text">Its text; the file on the disk is not read.</param>
    public PackCompilation WithText(string file, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(text);
        string name = NameOf(file);
        return Find(name) is not (int pack, int at) ? Changed(name, text)
            : ChangedFile.Read(Sources.Chain[pack].Trees[at], new SourceText(name, text)) is var tree && ReferenceEquals(tree, Sources.Chain[pack].Trees[at]) ? this
            : IsOfPacks(tree) || IsOfPacks(Sources.Chain[pack].Trees[at]) || !Sources.IsWhole ? Changed(name, text, tree)
            : With(Sources.With(pack, at, tree), name, text);
    }

    /// <summary>The pack without a file.</summary>
    /// <param name="file">Its name as diagnostics show it, or its full path.</param>
    public PackCompilation Without(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        string name = NameOf(file);
        return Find(name) is null && Sources.IsWhole ? this : Changed(name, null);
    }

    // What was kept before is let go: it must not live as long as its successors.
    private CompileResult Compile()
    {
        CompileResult result = EditCompiler.Compile(Sources, _options, _before);
        _before = null;
        return result;
    }

    private string NameOf(string file) => Sources.Folder.Length > 0 || _path is not null
        ? Path.IsPathRooted(file) ? Path.GetRelativePath(Path.GetFullPath(Sources.Folder), file).Replace('\\', '/') : file
        : file;

    private (int Pack, int At)? Find(string name)
    {
        for (int pack = 0; pack < Sources.Chain.Length; pack++)
        {
            for (int at = 0; at < Sources.Chain[pack].Trees.Length; at++)
            {
                if (Sources.Chain[pack].Trees[at].Source.File == name)
                {
                    return (pack, at);
                }
            }
        }

        return null;
    }

    // What it says, or may be meant to say, of packs: which files are the pack's hangs on that.
    private static bool IsOfPacks(SyntaxTree tree) => tree.BesideEdits.Any(part => part.Syntax is PackSyntax
        || (part.Syntax is ErrorDeclarationSyntax && part.Source.Slice(part.Syntax.Span).StartsWith("pack", StringComparison.OrdinalIgnoreCase)));

    private PackCompilation With(PackSources sources, string name, string? text) => new(sources, _options, _path, _texts.SetItem(FullPathOf(name), text), ReferenceEquals(sources.References, Sources.References) ? Kept : null);

    // Which files are the pack's, and which packs it extends, is found anew.
    private PackCompilation Changed(string name, string? text, SyntaxTree? tree = null)
    {
        Dictionary<string, SyntaxTree> known = new(StringComparer.Ordinal);
        foreach (SyntaxTree one in Sources.Chain.SelectMany(pack => pack.Trees))
        {
            known[one.Source.File] = one;
        }

        if (text is null)
        {
            known.Remove(name);
        }
        else
        {
            known[name] = tree ?? EditParser.Parse(new SourceText(name, text));
        }

        return With(
            _path is null
                ? Sources.OfSamePacks([.. known.Values])
                : PackReader.Read(_path, _options.Tables, new ChangedTexts(_texts.SetItem(FullPathOf(name), text), known, Sources.References)),
            name,
            text);
    }

    private string FullPathOf(string name) => _path is null ? name : Path.GetFullPath(Path.Combine(Sources.Folder, name));
}
