using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine;

/// <summary>All that a pack is compiled from: its own files, those of the packs it extends, and what they refer to.</summary>
public sealed record PackSources
{
    /// <summary>Sources that were read.</summary>
    /// <param name="folder">See <see cref="Folder"/>.</param>
    /// <param name="chain">See <see cref="Chain"/>.</param>
    /// <param name="texts">See <see cref="Texts"/>.</param>
    /// <param name="references">See <see cref="References"/>.</param>
    /// <param name="asked">See <see cref="Asked"/>.</param>
    /// <param name="diagnostics">See <see cref="Diagnostics"/>.</param>
    internal PackSources(
        string folder, ImmutableArray<PackFiles> chain, ImmutableArray<SourceText> texts, IReferenceFiles references, string? asked, ImmutableArray<Diagnostic> diagnostics)
    {
        Folder = folder;
        Chain = chain;
        Texts = texts;
        References = references;
        Asked = asked;
        Diagnostics = diagnostics;
        IsWhole = !chain.IsEmpty && !diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <summary>What is wrong with folders, files and pack clauses. Mistakes inside of the files are not among them.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The folder that file names in diagnostics are relative to, as it was given; empty for texts without a folder.</summary>
    internal string Folder { get; }

    /// <summary>The packs, base first, the pack itself last. Empty where none was found.</summary>
    internal ImmutableArray<PackFiles> Chain { get; }

    /// <summary>The text of every file, in the order of the chain.</summary>
    internal ImmutableArray<SourceText> Texts { get; }

    /// <summary>Where table and code files come from; keeps what it has read.</summary>
    internal IReferenceFiles References { get; }

    /// <summary>Name of the file or folder that was asked for, where it is a part of the pack only; else null.</summary>
    internal string? Asked { get; }

    /// <summary>Every file was read and every pack found: names that are not declared are mistakes and not merely out of sight.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>What <c>edits.json</c> says.</summary>
    internal PackSettings Settings { get; init; } = PackSettings.None;

    /// <summary>What <c>pack.lock</c> says, where it is kept and not read from the folder.</summary>
    internal string? Lock { get; init; }

    /// <summary>What a pack was compiled from that comes from a pack file; nothing of it is read from the disk.</summary>
    /// <param name="pack">A pack of <see cref="RulePack.Load(string)"/>.</param>
    /// <param name="file">Its file, as problems show it.</param>
    public static PackSources Of(RulePack pack, string file)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(file);
        return KeptSources.Read(pack, file);
    }

    /// <summary>A pack of one text that is no file and refers to none.</summary>
    /// <param name="file">Name shown in diagnostics.</param>
    /// <param name="text">The rules.</param>
    public static PackSources FromText(string file, string text) => FromTexts([KeyValuePair.Create(file, text)]);

    /// <summary>A pack of several texts that are no files and refer to none.</summary>
    /// <param name="texts">The rules by the names that are shown in diagnostics. In the order of their names they are one pack, called as its pack clause says.</param>
    public static PackSources FromTexts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return OfTrees([.. texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => EditParser.Parse(new SourceText(text.Key, text.Value)))]);
    }

    /// <summary>The same of texts that are read.</summary>
    internal static PackSources OfTrees(ImmutableArray<SyntaxTree> trees)
    {
        PackSyntax? clause = trees.SelectMany(tree => tree.BesideEdits).Select(part => part.Syntax).OfType<PackSyntax>().FirstOrDefault();
        string fallback = trees.IsEmpty ? "" : Path.GetFileNameWithoutExtension(trees[0].Source.File);
        PackFiles pack = new(clause?.Name.Text ?? fallback, clause?.Version?.Value ?? "0", trees);
        return new PackSources("", [pack], [.. trees.Select(tree => tree.Source)], new NoReferenceFiles(), null, []);
    }

    /// <summary>The same with another tree of one file, which says nothing of packs.</summary>
    internal PackSources With(int pack, int at, SyntaxTree tree)
    {
        ImmutableArray<PackFiles> chain = Chain.SetItem(pack, Chain[pack] with { Trees = Chain[pack].Trees.SetItem(at, tree) });
        return new PackSources(Folder, chain, [.. chain.SelectMany(files => files.Trees).Select(one => one.Source)], References, Asked, Diagnostics)
        {
            IsWhole = IsWhole,
            Settings = Settings,
            Lock = Lock,
        };
    }

    /// <summary>The packs of a chain that is in no folder, with other files: those that no pack had are the last one's.</summary>
    internal PackSources OfSamePacks(IReadOnlyCollection<SyntaxTree> trees)
    {
        HashSet<string> ofBases = [.. Chain.SkipLast(1).SelectMany(pack => pack.Trees).Select(tree => tree.Source.File)];
        PackSources own = OfTrees([.. trees.Where(tree => !ofBases.Contains(tree.Source.File)).OrderBy(tree => tree.Source.File, StringComparer.Ordinal)]);
        Dictionary<string, SyntaxTree> byName = trees.ToDictionary(tree => tree.Source.File, StringComparer.Ordinal);
        ImmutableArray<PackFiles> chain =
        [
            .. Chain.SkipLast(1).Select(pack => pack with { Trees = [.. pack.Trees.Select(tree => byName.GetValueOrDefault(tree.Source.File)).OfType<SyntaxTree>()] }),
            own.Chain[0],
        ];
        return new PackSources(Folder, chain, [.. chain.SelectMany(files => files.Trees).Select(one => one.Source)], References, Asked, [])
        {
            Settings = Settings,
            Lock = Lock,
        };
    }

    /// <summary>No sources, and why.</summary>
    /// <param name="path">What was asked for.</param>
    /// <param name="problems">At least one error.</param>
    internal static PackSources Refused(string path, ImmutableArray<Diagnostic> problems) => new(path, [], [], new NoReferenceFiles(), null, problems);

    internal static PackSources Nothing(string path, Diagnostic why) => Refused(path, [why]);

    /// <summary>The path of a file that a diagnostic names.</summary>
    internal string PathOf(string file) => Folder.Length == 0 ? file : Path.Combine(Folder, file);
}
