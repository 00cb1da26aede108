using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>A pack's files.</summary>
/// <param name="Name">Name of the pack.</param>
/// <param name="Version">Its version.</param>
/// <param name="Trees">Its files in ordinal order of their names.</param>
internal sealed record PackFiles(string Name, string Version, ImmutableArray<SyntaxTree> Trees);

/// <summary>Binds a pack and the packs it extends to one.</summary>
internal sealed class PackBinder
{
    /// <summary>The most nodes of all edits together: so many, and so many for each edit, which then are written and not made.</summary>
    private const long MostNodes = 2_000_000;

    private const long MostNodesOfEach = 500;

    private readonly IReferenceFiles _files;
    private readonly EditChecks? _checks;

    /// <summary>A binder that gets reference files from somewhere.</summary>
    public PackBinder(IReferenceFiles files)
        : this(files, null)
    {
    }

    /// <summary>The same with checks of what it bound.</summary>
    internal PackBinder(IReferenceFiles files, EditChecks? checks)
    {
        _files = files;
        _checks = checks;
    }

    /// <summary>Binds a chain of packs.</summary>
    /// <param name="chain">The base first, the pack itself last.</param>
    /// <param name="diagnostics">All that is wrong, syntax mistakes too, in the order of packs, files and places.</param>
    /// <returns>The pack with all edits that are whole; run it only where no diagnostic is an error.</returns>
    public BoundPack Bind(ImmutableArray<PackFiles> chain, out ImmutableArray<Diagnostic> diagnostics)
    {
        DiagnosticBag bag = new();
        PackSymbols symbols = new();
        DeclarationBinder declarations = new(symbols, bag, _files);
        EditSources edits = new();
        foreach (PackFiles pack in chain)
        {
            foreach (Diagnostic diagnostic in pack.Trees.SelectMany(tree => tree.Diagnostics))
            {
                bag.Report(diagnostic);
            }

            declarations.Declare(pack.Trees);
            new EditCollector(pack, edits, bag).Collect();
        }

        declarations.Complete();
        if (symbols.Phases.Count == 0)
        {
            symbols.Phases.Add("main");
        }

        DefinitionGraph definitions = new(symbols);
        DefinitionSizes.Check(definitions, symbols, bag);
        ImmutableArray<BoundEdit> bound = Bind(edits.All, symbols, declarations, bag, out Dictionary<string, EditSyntax> syntaxOf);
        _checks?.Invoke(bound, syntaxOf, [.. symbols.Phases], bag);
        new DefinitionChecker(symbols, bag, definitions).Check();
        UndeclaredNames broken = new(chain.SelectMany(pack => pack.Trees));
        diagnostics = [.. bag.ToImmutable().Where(diagnostic => !broken.Explain(diagnostic))];
        return new BoundPack(
            chain[^1].Name,
            chain[^1].Version,
            [.. symbols.Phases],
            bound,
            [.. symbols.Reasons],
            [.. symbols.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)],
            [.. symbols.CodeSets.Values.OrderBy(set => set.Name, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<BoundEdit> Bind(
        IReadOnlyCollection<EditSource> edits, PackSymbols symbols, DeclarationBinder declarations, DiagnosticBag bag, out Dictionary<string, EditSyntax> syntaxOf)
    {
        ImmutableArray<BoundEdit>.Builder bound = ImmutableArray.CreateBuilder<BoundEdit>();
        syntaxOf = new Dictionary<string, EditSyntax>(StringComparer.Ordinal);
        long most = MostNodes + (MostNodesOfEach * edits.Count);
        long nodes = 0;
        foreach (EditSource edit in edits)
        {
            syntaxOf[edit.Syntax.Id.Text] = edit.Syntax;
            if (edit.Syntax.HasErrors || nodes > most)
            {
                continue;
            }

            EditBinder binder = new(symbols, bag, declarations, edit);
            BoundEdit? whole = binder.Bind();
            nodes += binder.Nodes;
            if (nodes > most)
            {
                bag.Report(SizeDiagnostics.PackTooLarge(edit.Source.PlaceOf(edit.Syntax.Id.Span), edit.Syntax.Id.Text, most));
            }
            else if (whole is not null)
            {
                bound.Add(whole);
            }
        }

        return bound.ToImmutable();
    }
}
