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
    private readonly Func<string, bool> _isWanted;

    /// <summary>A binder that gets reference files from somewhere.</summary>
    public PackBinder(IReferenceFiles files)
        : this(files, null)
    {
    }

    /// <summary>The same with checks of what it bound.</summary>
    internal PackBinder(IReferenceFiles files, EditChecks? checks)
        : this(files, checks, static _ => true)
    {
    }

    private PackBinder(IReferenceFiles files, EditChecks? checks, Func<string, bool> isWanted)
    {
        _files = files;
        _checks = checks;
        _isWanted = isWanted;
    }

    /// <summary>A binder of some edits only.</summary>
    public static PackBinder OfEdits(IReferenceFiles files, IReadOnlySet<string> ids) => new(files, null, ids.Contains);

    /// <summary>Binds a chain of packs.</summary>
    /// <param name="chain">The base first, the pack itself last.</param>
    /// <param name="diagnostics">All that is wrong, syntax mistakes too, in the order of packs, files and places.</param>
    /// <returns>The pack with all edits that are whole; run it only where no diagnostic is an error.</returns>
    public BoundPack Bind(ImmutableArray<PackFiles> chain, out ImmutableArray<Diagnostic> diagnostics) => Bind(chain, null, out diagnostics).Pack;

    /// <summary>The same, and what can be kept of it.</summary>
    /// <param name="chain">The base first, the pack itself last.</param>
    /// <param name="before">What was kept of a pack of which most is the same, with the same reference files; null: nothing.</param>
    /// <param name="diagnostics">All that is wrong, as without anything kept.</param>
    public KeptBinding Bind(ImmutableArray<PackFiles> chain, KeptBinding? before, out ImmutableArray<Diagnostic> diagnostics)
    {
        DiagnosticBag bag = new();
        KeptEdits? kept = before is null ? null : new KeptEdits(before.Results);
        EditSources edits = new(chain.Sum(pack => pack.Trees.Sum(tree => tree.Parts.Length)));
        void Collect(PackFiles pack) => new EditCollector(pack, edits, kept, bag).Collect();
        PackNames? same = before?.Names.For(chain, _files, bag, Collect);
        PackNames names = same ?? PackNames.Bind(chain, _files, bag, Collect);
        PackSymbols symbols = names.Symbols;
        NameChanges? changes = before is null || same is not null ? null : new NameChanges(before.Names.Symbols, symbols);
        ImmutableArray<EditResult> results = Bind(edits.All, names, kept, changes, bag, out Dictionary<string, EditSyntax> syntaxOf);
        if (_checks is not null)
        {
            results = Check(results, names, syntaxOf, bag);
        }

        new DefinitionChecker(symbols, bag, names.Definitions).Check();
        UndeclaredNames broken = new(chain.SelectMany(pack => pack.Trees));
        diagnostics = [.. bag.ToImmutable().Where(diagnostic => !broken.Explain(diagnostic))];
        return new KeptBinding(chain[^1].Name, chain[^1].Version, names, results);
    }

    private ImmutableArray<EditResult> Bind(
        IReadOnlyCollection<EditSource> edits, PackNames names, KeptEdits? kept, NameChanges? changes, DiagnosticBag bag, out Dictionary<string, EditSyntax> syntaxOf)
    {
        ImmutableArray<EditResult>.Builder results = ImmutableArray.CreateBuilder<EditResult>(edits.Count);
        syntaxOf = new Dictionary<string, EditSyntax>(edits.Count, StringComparer.Ordinal);
        long most = MostNodes + (MostNodesOfEach * edits.Count);
        long nodes = 0;
        foreach (EditSource edit in edits)
        {
            syntaxOf[edit.Syntax.Id.Text] = edit.Syntax;
            if (edit.Syntax.HasErrors || nodes > most || !_isWanted(edit.Syntax.Id.Text))
            {
                continue;
            }

            EditResult result = kept?.Find(edit, changes) ?? EditBinder.Bind(edit, names);
            if (!result.Diagnostics.IsEmpty)
            {
                bag.ReportAll(result.Diagnostics);
            }

            if (result.Reads.Circles.Count > 0)
            {
                names.Symbols.InCircles.UnionWith(result.Reads.Circles);
            }

            nodes += result.Nodes;
            if (nodes > most)
            {
                bag.Report(SizeDiagnostics.PackTooLarge(edit.Source.PlaceOf(edit.Syntax.Id.Span), edit.Syntax.Id.Text, most));
            }
            else
            {
                results.Add(result);
            }
        }

        return results.ToImmutable();
    }

    // What checks say names places inside of edits: an edit that has moved is bound where it stands before anything is said of it.
    private ImmutableArray<EditResult> Check(ImmutableArray<EditResult> results, PackNames names, Dictionary<string, EditSyntax> syntaxOf, DiagnosticBag bag)
    {
        if (results.All(result => result.IsQuiet))
        {
            return results;
        }

        ImmutableArray<EditResult> placed = [.. results.Select(result => result.IsMoved && !result.IsQuiet ? result.Placed(names) : result)];
        _checks!(placed, syntaxOf, [.. names.Symbols.Phases], bag); // There are some where this is asked.
        return placed;
    }
}
