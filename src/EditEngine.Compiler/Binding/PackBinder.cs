using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>A pack's files.</summary>
/// <param name="Name">Name of the pack.</param>
/// <param name="Version">Its version.</param>
/// <param name="Trees">Its files in ordinal order of their names.</param>
public sealed record PackFiles(string Name, string Version, ImmutableArray<SyntaxTree> Trees);

/// <summary>Binds a pack and the packs it extends to one.</summary>
public sealed class PackBinder
{
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
        List<EditSource> edits = [];
        foreach (PackFiles pack in chain)
        {
            foreach (Diagnostic diagnostic in pack.Trees.SelectMany(tree => tree.Diagnostics))
            {
                bag.Report(diagnostic);
            }

            declarations.Declare(pack.Trees);
            Collect(pack, edits, bag);
        }

        declarations.Complete();
        if (symbols.Phases.Count == 0)
        {
            symbols.Phases.Add("main");
        }

        ImmutableArray<BoundEdit>.Builder bound = ImmutableArray.CreateBuilder<BoundEdit>();
        Dictionary<string, EditSyntax> syntaxOf = new(StringComparer.Ordinal);
        foreach (EditSource edit in edits)
        {
            syntaxOf[edit.Syntax.Id.Text] = edit.Syntax;
            if (!edit.Syntax.HasErrors && new EditBinder(symbols, bag, declarations, edit).Bind() is BoundEdit whole)
            {
                bound.Add(whole);
            }
        }

        _checks?.Invoke(bound, syntaxOf, [.. symbols.Phases], bag);
        new DefinitionChecker(symbols, bag).Check();
        BrokenNames broken = new(chain.SelectMany(pack => pack.Trees));
        diagnostics = [.. bag.ToImmutable().Where(diagnostic => !broken.Explain(diagnostic))];
        return new BoundPack(
            chain[^1].Name,
            chain[^1].Version,
            [.. symbols.Phases],
            bound.ToImmutable(),
            [.. symbols.Reasons],
            [.. symbols.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)],
            [.. symbols.CodeSets.Values.OrderBy(set => set.Name, StringComparer.Ordinal)]);
    }

    private static void Collect(PackFiles pack, List<EditSource> edits, DiagnosticBag bag)
    {
        BasisSyntax? dates = pack.Trees.SelectMany(tree => tree.Declarations).OfType<DatesSyntax>().FirstOrDefault()?.Basis;
        HashSet<string> own = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in pack.Trees)
        {
            foreach (EditSyntax syntax in tree.Declarations.OfType<EditSyntax>())
            {
                Add(new EditSource(syntax, tree.Source, pack.Name, pack.Version, dates, [], [],
                    [.. syntax.Clauses.OfType<ScopeSyntax>().Select(scope => (scope.Scope, tree.Source))]));
            }
        }

        foreach (SyntaxTree tree in pack.Trees)
        {
            foreach (DeclarationSyntax declaration in tree.Declarations)
            {
                Change(declaration, tree.Source);
            }
        }

        void Add(EditSource edit)
        {
            string id = edit.Syntax.Id.Text;
            SourceSpan place = edit.Source.PlaceOf(edit.Syntax.Id.Span);
            int known = edits.FindIndex(other => other.Syntax.Id.Text == id);
            if (edit.Syntax.Replaces && known < 0)
            {
                bag.Report(NameDiagnostics.UnknownEdit(place, id, edits.Select(other => other.Syntax.Id.Text)));
                return;
            }

            if (!own.Add(id) || (known >= 0 && !edit.Syntax.Replaces))
            {
                bag.Report(NameDiagnostics.DeclaredTwice(place, id, edits[known].Source.PlaceOf(edits[known].Syntax.Id.Span)));
                return;
            }

            if (known >= 0)
            {
                edits[known] = edit;
            }
            else
            {
                edits.Add(edit);
            }
        }

        void Change(DeclarationSyntax declaration, SourceText source)
        {
            NameSyntax? id = declaration switch { DisableSyntax d => d.Edit, OverrideSyntax o => o.Edit, ExtendSyntax e => e.Edit, _ => null };
            if (id is null)
            {
                return;
            }

            int index = edits.FindIndex(edit => edit.Syntax.Id.Text == id.Text);
            if (index < 0)
            {
                bag.Report(NameDiagnostics.UnknownEdit(source.PlaceOf(id.Span), id.Text, edits.Select(edit => edit.Syntax.Id.Text)));
                return;
            }

            EditSource old = edits[index];
            switch (declaration)
            {
                case DisableSyntax { Scope: null, From: DateSyntax from }:
                    edits[index] = old with { DisabledFromDay = from.Value.DayNumber };
                    break;
                case DisableSyntax { Scope: null }:
                    edits.RemoveAt(index);
                    break;
                case DisableSyntax { Scope: ExpressionSyntax scope } disable:
                    edits[index] = old with { Disables = old.Disables.Add((scope, disable.From?.Value.DayNumber, source)) };
                    break;
                case OverrideSyntax change:
                    edits[index] = old with { Overrides = old.Overrides.Add((change, source)) };
                    break;
                case ExtendSyntax extend:
                    edits[index] = old with { Exceptions = old.Exceptions.AddRange(extend.Exceptions.Select(e => (e, extend.Scope, source))) };
                    break;
            }
        }
    }
}
