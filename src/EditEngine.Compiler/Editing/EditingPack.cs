using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Editing;

/// <summary>A declaration in its file and pack.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Tree">The file.</param>
/// <param name="Declaration">The declaration.</param>
internal sealed record FilePart(PackFiles Pack, SyntaxTree Tree, PlacedDeclaration Declaration)
{
    /// <summary>The text that its spans are of.</summary>
    public SourceText Source => Declaration.Source;

    /// <summary>How far on in the file a character of that text stands.</summary>
    public int By => Declaration.Source.At;

    /// <summary>Where it begins in the file.</summary>
    public int Start => Declaration.Syntax.Span.Start + By;

    /// <summary>Where it ends in the file.</summary>
    public int End => Declaration.Syntax.Span.End + By;

    /// <summary>A stretch of its text as a stretch of the file.</summary>
    public TextSpan InFile(TextSpan span) => new(span.Start + By, span.Length);
}

/// <summary>A stretch of a file.</summary>
/// <param name="File">Its name as diagnostics show it.</param>
/// <param name="Span">The stretch.</param>
internal readonly record struct FileSpan(string File, TextSpan Span);

/// <summary>A compiled pack as an editor asks it: with all of its files, half written as they may be. For one thread.</summary>
internal sealed class EditingPack
{
    private readonly Lazy<PackNames> _names;
    private readonly PackNames? _known;

    /// <summary>Takes a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="before">The pack before its last change: where that changed no declaration, names are the same, and nothing need be compiled to ask a place.</param>
    public EditingPack(PackCompilation compilation, EditingPack? before = null)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        Compilation = compilation;

        // Nobody may have asked between two keystrokes: then those from before the first are taken, and are asked whether they are still the same.
        _known = before?._names is { IsValueCreated: true } names ? names.Value : before?._known;
        _names = new Lazy<PackNames>(() => DeepStack.Run(() => NamesOf(compilation, _known)));
    }

    /// <summary>The compilation.</summary>
    public PackCompilation Compilation { get; }

    /// <summary>Its sources.</summary>
    public PackSources Sources => Compilation.Sources;

    /// <summary>What it declares, known also where it cannot run.</summary>
    public PackNames Names => _names.Value;

    /// <summary>The same by name.</summary>
    public PackSymbols Symbols => Names.Symbols;

    /// <summary>The declarations of all packs, the base first, by file and place.</summary>
    public IEnumerable<FilePart> Parts => from pack in Sources.Chain from tree in pack.Trees from part in tree.Parts select new FilePart(pack, tree, part);

    /// <summary>Ids of the edits of all packs.</summary>
    public IEnumerable<string> EditIds => Parts.Select(part => part.Declaration.Syntax).OfType<EditSyntax>().Select(edit => edit.Id.Text).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>A file by its name as diagnostics show it.</summary>
    public (PackFiles Pack, SyntaxTree Tree)? Find(string file)
    {
        foreach (PackFiles pack in Sources.Chain)
        {
            foreach (SyntaxTree tree in pack.Trees)
            {
                if (tree.Source.File == file)
                {
                    return (pack, tree);
                }
            }
        }

        return null;
    }

    /// <summary>The last part of a kind of declaration that a test takes: that of the most derived pack, which stands.</summary>
    public FilePart? FindLast(Func<DeclarationSyntax, bool> takes) => Parts.LastOrDefault(part => takes(part.Declaration.Syntax));

    private static PackNames NamesOf(PackCompilation compilation, PackNames? known)
    {
        PackSources sources = compilation.Sources;
        if (!compilation.HasResult && known?.For(sources.Chain, sources.References, new DiagnosticBag(), static _ => { }) is PackNames same)
        {
            return same;
        }

        return compilation.Result.Kept is { } kept
            ? kept.Names.Again(sources.References)
            : PackNames.Bind(sources.Chain, sources.References, new DiagnosticBag(), static _ => { });
    }

    /// <summary>The declarations of one file, in order.</summary>
    public ImmutableArray<FilePart> PartsOf(string file) =>
        Find(file) is (PackFiles pack, SyntaxTree tree) ? [.. tree.Parts.Select(part => new FilePart(pack, tree, part))] : [];
}
