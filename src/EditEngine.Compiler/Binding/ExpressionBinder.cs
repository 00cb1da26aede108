using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds values and conditions of one text: resolves names, finds types, writes definitions out in the places of their uses. Each construct has its binder.</summary>
internal sealed class ExpressionBinder
{
    private readonly BindingContext _context;

    public ExpressionBinder(BindingContext context)
    {
        _context = context;
        Logic = new LogicBinder(context, this);
        Literals = new LiteralBinder(context);
        Names = new NameBinder(context, this);
        Members = new MemberBinder(context, this);
        Uses = new UseBinder(context);
        Arithmetic = new ArithmeticBinder(context, this);
        Comparisons = new ComparisonBinder(context, this);
        Memberships = new MembershipBinder(context, this);
        Is = new IsBinder(context, this);
        Has = new HasBinder(context, this);
        Lookups = new LookupBinder(context, this);
        Aggregates = new AggregateBinder(context, this);
        Days = new DaysInBinder(context, this);
        Dates = new DateBinder(context, this);
        Sets = new SetBinder(context, this);
        Sources = new SourceBinder(context, this);
        Kinds = new KindBinder(context);
        ForEach = new ForEachBinder(context, this);
    }

    public LogicBinder Logic { get; }

    public LiteralBinder Literals { get; }

    public NameBinder Names { get; }

    public MemberBinder Members { get; }

    public UseBinder Uses { get; }

    public ArithmeticBinder Arithmetic { get; }

    public ComparisonBinder Comparisons { get; }

    public MembershipBinder Memberships { get; }

    public IsBinder Is { get; }

    public HasBinder Has { get; }

    public LookupBinder Lookups { get; }

    public AggregateBinder Aggregates { get; }

    public DaysInBinder Days { get; }

    public DateBinder Dates { get; }

    public SetBinder Sets { get; }

    public SourceBinder Sources { get; }

    public KindBinder Kinds { get; }

    public ForEachBinder ForEach { get; }

    /// <summary>Binds a condition; a yes-or-no fact is one by itself.</summary>
    public BoundExpression BindCondition(ExpressionSyntax syntax, Scope scope) => _context.AsCondition(BindValue(syntax, scope, LanguageType.Condition), syntax);

    /// <summary>Binds a value; <paramref name="expected"/> says what bare words and atoms are.</summary>
    public BoundExpression BindValue(ExpressionSyntax syntax, Scope scope, LanguageType? expected = null)
    {
        while (syntax is ParenthesizedSyntax inner)
        {
            syntax = inner.Inner;
        }

        if (!_context.Expansion.TryEnter(_context.Place(syntax)))
        {
            return _context.TooMuch(syntax);
        }

        BoundExpression bound = BindWhole(syntax, scope, expected);
        _context.Expansion.Leave();
        _context.Sights?.See(_context.Source, syntax, new BindingSight(scope, expected, bound));
        return bound;
    }

    private BoundExpression BindWhole(ExpressionSyntax syntax, Scope scope, LanguageType? expected) => syntax switch
    {
        NameExpressionSyntax name => Names.BindName(name, scope, expected),
        AtomSyntax atom => Literals.BindLiteral(atom.Text, atom.Span, expected),
        TextLiteralSyntax text => Literals.BindText(text, expected),
        DateLiteralSyntax date => _context.Constant(LanguageType.Date, date, new DateConstant(date.Value.DayNumber)),
        MoneyLiteralSyntax money => Literals.BindMoney(money),
        PercentLiteralSyntax percent => Literals.BindPercent(percent),
        QuantitySyntax quantity => Literals.BindQuantity(quantity),
        AtNameSyntax at => Lookups.BindAtName(at),
        MemberSyntax member => Members.BindMember(member, scope),
        BinarySyntax { Operator: BinaryOperator.And } and => Logic.BindAnd(and, scope),
        BinarySyntax { Operator: BinaryOperator.Or } or => Logic.BindOr(or, scope),
        BinarySyntax binary when IsComparison(binary.Operator) => Comparisons.BindComparison(binary, scope),
        BinarySyntax binary => Arithmetic.BindArithmetic(binary, scope, expected),
        NotSyntax not => new BoundNot(_context.Place(not), BindCondition(not.Operand, scope)),
        NegateSyntax negate => Arithmetic.BindNegate(negate, scope, expected),
        InSyntax @in => Memberships.BindIn(@in, scope),
        OverlapsSyntax overlaps => Memberships.BindOverlaps(overlaps, scope),
        IsSyntax @is => Is.BindIs(@is, scope),
        HasSyntax has => Has.BindHas(has, scope),
        HasSameSyntax same => Has.BindHasSame(same, scope),
        SharesSyntax shares => Has.BindShares(shares, scope),
        DaysInSyntax days => Days.Bind(days, scope),
        QuantifiedSyntax quantified => Aggregates.BindQuantified(quantified, scope),
        ChoiceSyntax choice => Logic.BindChoice(choice, scope, expected),
        OrElseSyntax orElse => Logic.BindOrElse(orElse, scope, expected),
        TupleSyntax tuple => new BoundTuple(_context.Place(tuple), [.. tuple.Values.Select(value => BindValue(value, scope))]),
        RowSyntax row when expected?.Kind == TypeKind.Condition => Lookups.BindRowCondition(row, scope),
        RowSyntax row => (BoundExpression?)Lookups.Row(row.Table, row.Key, row.On, scope, row) ?? new BoundError(_context.Place(row)),
        LookupSyntax lookup => Lookups.BindLookup(lookup, scope),
        OfSyntax of => Members.BindOf(of, scope, expected),
        SumSyntax sum => Aggregates.BindSum(sum, scope),
        ExtremeOverSyntax extreme => Aggregates.BindExtremeOver(extreme, scope),
        CountSyntax count => new BoundCount(_context.Place(count), Sources.BindSource(count.Over, scope, out _)),
        ExtremeSyntax extreme => Arithmetic.BindExtreme(extreme, scope, expected),
        FirstSyntax first => Aggregates.BindFirst(first, scope),
        RunSyntax run => Aggregates.BindRun(run, scope),
        DaysBetweenSyntax days => new BoundDaysBetween(_context.Place(days), BindDate(days.From, scope), BindDate(days.To, scope)),
        MinutesBetweenSyntax minutes => new BoundMinutesBetween(_context.Place(minutes), BindInstant(minutes.From, scope), BindInstant(minutes.To, scope)),
        MonthsBetweenSyntax months => new BoundMonthsBetween(_context.Place(months), BindDate(months.From, scope), BindDate(months.To, scope)),
        PeriodEdgeSyntax edge => Dates.BindPeriodEdge(edge, scope),
        SampleSyntax sample => Dates.BindSample(sample, scope),
        RoundedSyntax rounded => Arithmetic.BindRounded(rounded, scope),
        CodesOfSyntax codes => Has.BindCodesOf(codes),
        SetSyntax or RangeSyntax => _context.Report(CodeDiagnostics.NotASet(_context.Place(syntax)) with { Seen = "A set or range stands alone here." }, syntax),
        _ => new BoundError(_context.Place(syntax)),
    };

    public BoundExpression BindDate(ExpressionSyntax syntax, Scope scope) => _context.Expect(BindValue(syntax, scope, LanguageType.Date), TypeKind.Date, "a date", syntax);

    private BoundExpression BindInstant(ExpressionSyntax syntax, Scope scope) =>
        _context.Expect(BindValue(syntax, scope, LanguageType.Instant), TypeKind.Instant, "a point in time, as v.start_at,", syntax);

    /// <summary>A value of a message.</summary>
    public BoundExpression BindShown(ExpressionSyntax syntax, Scope scope)
    {
        BoundExpression value = BindValue(syntax, scope);
        return _context.IsChosenWhole(value, syntax) ? value : new BoundError(_context.Place(syntax));
    }

    private static bool IsComparison(BinaryOperator op) => op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
}
