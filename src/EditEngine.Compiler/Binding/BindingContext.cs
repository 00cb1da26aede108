using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Where a text is bound: in which file, for which edit, inside of which definitions. A definition is bound in a context of its own, made of its user's.</summary>
/// <param name="Symbols">What the pack declares.</param>
/// <param name="Diagnostics">Takes what is wrong.</param>
/// <param name="Slots">Counts the edit's variables and nodes.</param>
/// <param name="Source">The file that the text is written in.</param>
internal sealed record BindingContext(PackSymbols Symbols, DiagnosticBag Diagnostics, SlotCounter Slots, SourceText Source)
{
    /// <summary>The edit's own parameters.</summary>
    public IReadOnlyDictionary<string, ParameterSymbol> Parameters { get; init; } = ImmutableDictionary<string, ParameterSymbol>.Empty;

    /// <summary>Parameters that overrides set anew for some claims, the most specific scope first.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<ScopedParameter>> ScopedParameters { get; init; } = ImmutableDictionary<string, ImmutableArray<ScopedParameter>>.Empty;

    /// <summary>The days of the edit whose text is bound; its codes should be valid on one of them.</summary>
    public DayRange Effective { get; init; } = DayRange.Always;

    /// <summary>What is being written out.</summary>
    public NamesInUse InUse { get; init; } = NamesInUse.None;

    /// <summary>Is told what expressions become; null: nobody asks.</summary>
    public BindingSights? Sights { get; init; }

    // A definition serves many edits; of its codes no one edit's days can be asked.
    public DayRange Days => InUse.AreLets ? Effective : DayRange.Always;

    public Expansion Expansion => Slots.Expansion;

    public CodeTableCheck CodeTables => new(Symbols, Diagnostics);

    /// <summary>The context of a definition's text, used here; false where it leads back to itself (reported) or is too large (reported where it is defined).</summary>
    public bool TryEnterDefinition(string name, SourceText source, SyntaxNode use, [NotNullWhen(true)] out BindingContext? inside)
    {
        inside = CanEnter(name, name, use) ? this with { InUse = InUse.WithDefinition(name), Source = source } : null;
        return inside is not null;
    }

    /// <summary>The context of a let's value, used here; false as for a definition.</summary>
    public bool TryEnterLet(LetName let, SyntaxNode use, [NotNullWhen(true)] out BindingContext? inside)
    {
        string name = let.Let.Name.Text;
        string key = "let " + name;
        inside = CanEnter(key, name, use) ? this with { InUse = InUse.WithLet(key), Source = let.Source } : null;
        return inside is not null;
    }

    private bool CanEnter(string key, string name, SyntaxNode use)
    {
        if (Symbols.TooLarge.Contains(key))
        {
            return false;
        }

        if (InUse.All.Contains(key))
        {
            Symbols.TellCircle(InUse.All);
            Diagnostics.Report(NameDiagnostics.Recursive(Place(use), name));
            return false;
        }

        return true;
    }

    public SourceSpan Place(SyntaxNode syntax) => Source.PlaceOf(syntax.Span);

    public BoundError Report(Diagnostic diagnostic, SyntaxNode syntax)
    {
        Diagnostics.Report(diagnostic);
        return new BoundError(Place(syntax));
    }

    public BoundConstant Constant(LanguageType type, SyntaxNode syntax, Constant value) => new(type, Place(syntax), value);

    /// <summary>What is made of something without a type: a mistake of a mistake, which was told, else none, as of a thing that cannot be.</summary>
    public BoundExpression OfUntyped(SyntaxNode syntax, params ReadOnlySpan<BoundExpression> operands)
    {
        foreach (BoundExpression operand in operands)
        {
            if (operand is BoundError)
            {
                return new BoundError(Place(syntax));
            }
        }

        return Constant(LanguageType.Error, syntax, NoneConstant.Instance);
    }

    public BoundExpression Expect(BoundExpression bound, TypeKind kind, string fits, SyntaxNode syntax) =>
        bound.Type.Kind == kind || bound.Type.Kind == TypeKind.Error ? bound : Report(TypeDiagnostics.Unexpected(Place(syntax), bound.Type, fits), syntax);

    public BoundExpression AsCondition(BoundExpression bound, SyntaxNode syntax)
    {
        switch (bound.Type.Kind)
        {
            case TypeKind.Condition or TypeKind.Error:
                return bound;
            case TypeKind.YesNo:
                return new BoundIsYes(bound.Place, bound);
            default:
                return Report(TypeDiagnostics.NotACondition(Place(syntax), bound.Type), syntax);
        }
    }

    /// <summary>What is too large or too deep is told once for an edit, where its own text asks for it.</summary>
    public BoundError TooMuch(SyntaxNode syntax)
    {
        if (Expansion.Report())
        {
            SourceSpan place = Expansion.Use ?? Place(syntax);
            Diagnostics.Report(Expansion.IsTooLarge
                ? SizeDiagnostics.TooLarge(place, "This", Binding.Expansion.MostNodes)
                : SizeDiagnostics.TooDeep(place, "This", Binding.Expansion.MostDepth));
        }

        return new BoundError(Place(syntax));
    }

    /// <summary>A key of a group or an order.</summary>
    public BoundExpression Ordered(BoundExpression key, SyntaxNode syntax) =>
        TypeRules.HasOrder(key.Type) ? key : Report(TypeDiagnostics.Unexpected(Place(syntax), key.Type, "one value that has an order"), syntax);

    /// <summary>A value that stands for another: of a fall-back or a choice.</summary>
    public bool IsChosenWhole(BoundExpression value, SyntaxNode syntax)
    {
        bool isPart = TypeRules.IsPart(value.Type) || value.Type.Kind is TypeKind.TextList or TypeKind.ThingList;
        if (isPart)
        {
            Diagnostics.Report(TypeDiagnostics.Unexpected(Place(syntax), value.Type, "one value"));
        }

        return !isPart;
    }
}
