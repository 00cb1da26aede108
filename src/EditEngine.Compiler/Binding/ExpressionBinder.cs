using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds values and conditions of one edit: resolves names, finds types, writes definitions out in the places of their uses.</summary>
internal sealed partial class ExpressionBinder
{
    private readonly PackSymbols _symbols;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyDictionary<string, ParameterSymbol> _ownParameters;
    private readonly NamesInUse _inUse = new();
    private readonly SlotCounter _slots;
    private readonly CodeTableCheck _codeTables;
    private SourceText _source;

    public ExpressionBinder(
        PackSymbols symbols, DiagnosticBag diagnostics, IReadOnlyDictionary<string, ParameterSymbol> ownParameters, SlotCounter slots, SourceText source)
    {
        _slots = slots;
        _symbols = symbols;
        _diagnostics = diagnostics;
        _ownParameters = ownParameters;
        _source = source;
        _codeTables = new CodeTableCheck(symbols, diagnostics);
    }

    /// <summary>The days of the edit whose text is bound; its codes should be valid on one of them.</summary>
    public DayRange Effective { get; init; } = DayRange.Always;

    // A definition serves many edits; of its codes no one edit's days can be asked.
    private DayRange Days => _inUse.AreLets ? Effective : DayRange.Always;

    private Expansion Expansion => _slots.Expansion;

    /// <summary>Parameters that overrides set anew for some claims, the most specific scope first.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<ScopedParameter>> ScopedParameters { get; init; } = ImmutableDictionary<string, ImmutableArray<ScopedParameter>>.Empty;

    /// <summary>Binds a condition; a yes-or-no fact is one by itself.</summary>
    public BoundExpression BindCondition(ExpressionSyntax syntax, Scope scope) => AsCondition(BindValue(syntax, scope, LanguageType.Condition), syntax);

    /// <summary>Binds a value; <paramref name="expected"/> says what bare words and atoms are.</summary>
    public BoundExpression BindValue(ExpressionSyntax syntax, Scope scope, LanguageType? expected = null)
    {
        while (syntax is ParenthesizedSyntax inner)
        {
            syntax = inner.Inner;
        }

        if (!Expansion.TryEnter(Place(syntax)))
        {
            return TooMuch(syntax);
        }

        BoundExpression bound = BindWhole(syntax, scope, expected);
        Expansion.Leave();
        return bound;
    }

    private BoundExpression BindWhole(ExpressionSyntax syntax, Scope scope, LanguageType? expected) => syntax switch
    {
        NameExpressionSyntax name => BindName(name, scope, expected),
        AtomSyntax atom => BindLiteral(atom.Text, atom.Span, expected),
        TextLiteralSyntax text => BindText(text, expected),
        DateLiteralSyntax date => Constant(LanguageType.Date, date, new DateConstant(date.Value.DayNumber)),
        MoneyLiteralSyntax money => BindMoney(money),
        PercentLiteralSyntax percent => BindPercent(percent),
        QuantitySyntax quantity => BindQuantity(quantity),
        AtNameSyntax at => BindAtName(at),
        MemberSyntax member => BindMember(member, scope),
        BinarySyntax { Operator: BinaryOperator.And } and => BindAnd(and, scope),
        BinarySyntax { Operator: BinaryOperator.Or } or => BindOr(or, scope),
        BinarySyntax binary when IsComparison(binary.Operator) => BindComparison(binary, scope),
        BinarySyntax binary => BindArithmetic(binary, scope, expected),
        NotSyntax not => new BoundNot(Place(not), BindCondition(not.Operand, scope)),
        NegateSyntax negate => BindNegate(negate, scope, expected),
        InSyntax @in => BindIn(@in, scope),
        OverlapsSyntax overlaps => BindOverlaps(overlaps, scope),
        IsSyntax @is => BindIs(@is, scope),
        HasSyntax has => BindHas(has, scope),
        HasSameSyntax same => BindHasSame(same, scope),
        SharesSyntax shares => BindShares(shares, scope),
        QuantifiedSyntax quantified => BindQuantified(quantified, scope),
        ChoiceSyntax choice => BindChoice(choice, scope, expected),
        OrElseSyntax orElse => BindOrElse(orElse, scope, expected),
        TupleSyntax tuple => new BoundTuple(Place(tuple), [.. tuple.Values.Select(value => BindValue(value, scope))]),
        RowSyntax row when expected?.Kind == TypeKind.Condition => BindRowCondition(row, scope),
        RowSyntax row => (BoundExpression?)Row(row.Table, row.Key, row.On, scope, row) ?? new BoundError(Place(row)),
        LookupSyntax lookup => BindLookup(lookup, scope),
        OfSyntax of => BindOf(of, scope, expected),
        SumSyntax sum => BindSum(sum, scope),
        CountSyntax count => new BoundCount(Place(count), BindSource(count.Over, scope, out _)),
        ExtremeSyntax extreme => BindExtreme(extreme, scope, expected),
        FirstSyntax first => BindFirst(first, scope),
        RunSyntax run => BindRun(run, scope),
        DaysBetweenSyntax days => new BoundDaysBetween(Place(days), BindDate(days.From, scope), BindDate(days.To, scope)),
        MonthsBetweenSyntax months => new BoundMonthsBetween(Place(months), BindDate(months.From, scope), BindDate(months.To, scope)),
        PeriodEdgeSyntax edge => BindPeriodEdge(edge, scope),
        SampleSyntax sample => BindSample(sample, scope),
        RoundedSyntax rounded => BindRounded(rounded, scope),
        CodesOfSyntax codes => BindCodesOf(codes),
        SetSyntax or RangeSyntax => Report(CodeDiagnostics.NotASet(Place(syntax)) with { Seen = "A set or range stands alone here." }, syntax),
        _ => new BoundError(Place(syntax)),
    };

    /// <summary>What is too large or too deep is told once for an edit, where its own text asks for it.</summary>
    private BoundError TooMuch(SyntaxNode syntax)
    {
        if (Expansion.Tell())
        {
            SourceSpan place = Expansion.Use ?? Place(syntax);
            _diagnostics.Report(Expansion.IsTooLarge
                ? SizeDiagnostics.TooLarge(place, "This", Expansion.MostNodes)
                : SizeDiagnostics.TooDeep(place, "This", Expansion.MostDepth));
        }

        return new BoundError(Place(syntax));
    }

    private static BoundConstant Constant(LanguageType type, SourceSpan place, Constant value) => new(type, place, value);

    private static bool IsComparison(BinaryOperator op) => op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    private BoundConstant Constant(LanguageType type, SyntaxNode syntax, Constant value) => Constant(type, Place(syntax), value);

    private SourceSpan Place(SyntaxNode syntax) => _source.PlaceOf(syntax.Span);

    private BoundError Report(Diagnostic diagnostic, SyntaxNode syntax)
    {
        _diagnostics.Report(diagnostic);
        return new BoundError(Place(syntax));
    }

    private BoundExpression AsCondition(BoundExpression bound, SyntaxNode syntax)
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

    private BoundExpression BindDate(ExpressionSyntax syntax, Scope scope) => Expect(BindValue(syntax, scope, LanguageType.Date), TypeKind.Date, "a date", syntax);

    private BoundExpression Expect(BoundExpression bound, TypeKind kind, string fits, SyntaxNode syntax) =>
        bound.Type.Kind == kind || bound.Type.Kind == TypeKind.Error ? bound : Report(TypeDiagnostics.Unexpected(Place(syntax), bound.Type, fits), syntax);

    private BoundExpression BindAnd(BinarySyntax and, Scope scope)
    {
        // What an operand establishes (a row's name, a narrower kind) holds for those after it, and in the clauses that follow.
        ImmutableArray<BoundExpression>.Builder operands = ImmutableArray.CreateBuilder<BoundExpression>();
        Scope current = scope;
        foreach (ExpressionSyntax operand in Flatten(and, BinaryOperator.And))
        {
            BoundExpression bound = BindCondition(operand, current);
            operands.Add(bound);
            current = Narrowed(current, bound);
        }

        return new BoundAnd(Place(and), operands.ToImmutable());
    }

    private BoundExpression BindOr(BinarySyntax or, Scope scope) =>
        new BoundOr(Place(or), [.. Flatten(or, BinaryOperator.Or).Select(operand => BindCondition(operand, scope.Child()))]);

    /// <summary>The operands of a chain from left to right; the parser nests it to the left.</summary>
    private static List<ExpressionSyntax> Flatten(ExpressionSyntax syntax, BinaryOperator op)
    {
        List<ExpressionSyntax> operands = [];
        Stack<ExpressionSyntax> open = new([syntax]);
        while (open.TryPop(out ExpressionSyntax? next))
        {
            if (next is BinarySyntax binary && binary.Operator == op)
            {
                open.Push(binary.Right);
                open.Push(binary.Left);
            }
            else
            {
                operands.Add(next);
            }
        }

        return operands;
    }

    private static Scope Narrowed(Scope scope, BoundExpression condition)
    {
        (BoundExpression? thing, ThingKinds kinds) = condition switch
        {
            BoundIsIn isIn => (isIn.Thing, isIn.Stores),
            BoundNot { Operand: BoundIsIn isIn } => (isIn.Thing, isIn.Thing.Type.Things & ~isIn.Stores),
            BoundIsKind isKind => (isKind.Thing, isKind.Alternatives.Aggregate(ThingKinds.None, (all, one) => all | one.Store)),
            _ => (null, ThingKinds.None),
        };
        if (thing is not BoundVariable { Variable: VariableSymbol variable } || scope.Find(variable.Name) is not VariableSymbol)
        {
            return scope;
        }

        Scope narrowed = scope.Child();
        narrowed.Narrow(variable with { Type = variable.Type with { Things = variable.Type.Things & kinds } });
        return narrowed;
    }

    private BoundExpression BindChoice(ChoiceSyntax choice, Scope scope, LanguageType? expected)
    {
        ImmutableArray<BoundBranch>.Builder branches = ImmutableArray.CreateBuilder<BoundBranch>();
        LanguageType? type = null;
        foreach (ChoiceBranchSyntax branch in choice.Branches)
        {
            BoundExpression? condition = branch.Condition is null ? null : BindCondition(branch.Condition, scope);
            Scope inner = condition is null ? scope : condition is BoundAnd and ? and.Operands.Aggregate(scope, Narrowed) : Narrowed(scope, condition);
            BoundExpression value = BindValue(branch.Value, inner, expected ?? type ?? OpenWord);
            branches.Add(new BoundBranch(value, condition));
            if (value.Type.Kind == TypeKind.Error || value is BoundConstant { Value: NoneConstant })
            {
                continue;
            }

            if (!IsChosenWhole(value, branch.Value))
            {
                return new BoundError(Place(choice));
            }

            if (type is not null && !AreComparable(type, value.Type))
            {
                return Report(TypeDiagnostics.ChoiceTypes(Place(branch), type, value.Type), choice);
            }

            type = type is null ? value.Type : Wider(type, value.Type);
        }

        return new BoundChoice(type ?? LanguageType.Error, Place(choice), branches.ToImmutable());
    }

    private BoundExpression BindOrElse(OrElseSyntax orElse, Scope scope, LanguageType? expected)
    {
        BoundExpression first = BindValue(orElse.First, scope, expected);
        BoundExpression second = BindValue(orElse.Second, scope, first.Type.Kind == TypeKind.Error ? expected : first.Type);
        if (first.Type.Kind == TypeKind.Error || second.Type.Kind == TypeKind.Error || !IsChosenWhole(first, orElse.First))
        {
            return new BoundError(Place(orElse));
        }

        return AreComparable(first.Type, second.Type)
            ? new BoundOrElse(Wider(first.Type, second.Type), Place(orElse), first, second)
            : Report(TypeDiagnostics.ChoiceTypes(Place(orElse), first.Type, second.Type), orElse);
    }
}
