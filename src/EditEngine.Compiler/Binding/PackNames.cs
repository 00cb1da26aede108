using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>What a pack declares beside its edits, bound; and what it was declared by.</summary>
internal sealed class PackNames
{
    private readonly ImmutableArray<(string Pack, PlacedDeclaration Declaration)> _declared;

    private PackNames(
        ImmutableArray<(string Pack, PlacedDeclaration Declaration)> declared, PackSymbols symbols, DeclarationBinder binder, DefinitionGraph definitions, bool isSound)
    {
        _declared = declared;
        Symbols = symbols;
        Binder = binder;
        Definitions = definitions;
        IsSound = isSound;
    }

    public PackSymbols Symbols { get; }

    public DeclarationBinder Binder { get; }

    public DefinitionGraph Definitions { get; }

    /// <summary>Nothing is wrong with the declarations, and they hang on no edit's text.</summary>
    public bool IsSound { get; private init; }

    /// <summary>Binds the declarations of a chain of packs; in between, what is wrong with each pack's files and edits is reported where it always was.</summary>
    public static PackNames Bind(ImmutableArray<PackFiles> chain, IReferenceFiles files, DiagnosticBag bag, Action<PackFiles> afterEach)
    {
        PackSymbols symbols = new();
        DeclarationBinder declarations = new(symbols, bag, files);
        bool isSound = true;
        foreach (PackFiles pack in chain)
        {
            bag.ReportAll(pack.Trees.SelectMany(tree => tree.Diagnostics));
            int before = bag.Count;
            declarations.Declare(pack.Trees);
            isSound &= bag.Count == before;
            afterEach(pack);
        }

        int beforeSets = bag.Count;
        declarations.Complete();
        if (symbols.Phases.Count == 0)
        {
            symbols.Phases.Add("main");
        }

        DefinitionGraph definitions = new(symbols);
        DefinitionSizes.Check(definitions, symbols, bag);
        return new PackNames(DeclaredBy(chain), symbols, declarations, definitions, isSound && bag.Count == beforeSets && !declarations.HasReadOtherTexts);
    }

    /// <summary>The same for a chain that declares the same at the same places; null where it does not.</summary>
    public PackNames? For(ImmutableArray<PackFiles> chain, IReferenceFiles files, DiagnosticBag bag, Action<PackFiles> afterEach)
    {
        if (!IsSound || !AreSame(_declared, DeclaredBy(chain)))
        {
            return null;
        }

        foreach (PackFiles pack in chain)
        {
            bag.ReportAll(pack.Trees.SelectMany(tree => tree.Diagnostics));
            afterEach(pack);
        }

        PackSymbols symbols = Symbols.Again();
        return new PackNames(_declared, symbols, new DeclarationBinder(symbols, bag, files), Definitions, isSound: true);
    }

    /// <summary>The same names for another reader: nothing that it asks is written down elsewhere.</summary>
    public PackNames Again(IReferenceFiles files)
    {
        PackSymbols symbols = Symbols.Again();
        return new PackNames(_declared, symbols, new DeclarationBinder(symbols, new DiagnosticBag(), files), Definitions, IsSound);
    }

    // Edits and what is read of them declare no names.
    private static ImmutableArray<(string Pack, PlacedDeclaration Declaration)> DeclaredBy(ImmutableArray<PackFiles> chain) =>
    [
        .. from pack in chain
           from tree in pack.Trees
           from part in tree.BesideEdits
           where part.Syntax is not (DisableSyntax or OverrideSyntax or ExtendSyntax or DatesSyntax or LimitSyntax or PackSyntax or NamedClaimSyntax or ErrorDeclarationSyntax)
           select (pack.Name, part),
    ];

    private static bool AreSame(ImmutableArray<(string Pack, PlacedDeclaration Declaration)> some, ImmutableArray<(string Pack, PlacedDeclaration Declaration)> others) =>
        some.Length == others.Length && some.Zip(others).All(pair =>
            pair.First.Pack == pair.Second.Pack && ReferenceEquals(pair.First.Declaration.Syntax, pair.Second.Declaration.Syntax)
            && (ReferenceEquals(pair.First.Declaration.Source, pair.Second.Declaration.Source)
                || pair.First.Declaration.Source.PlaceOf(pair.First.Declaration.Syntax.Span) == pair.Second.Declaration.Source.PlaceOf(pair.Second.Declaration.Syntax.Span)));
}
