using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds one edit, clause by clause.</summary>
internal sealed class EditBinder
{
    /// <summary>The most things that an edit names together; four is the most in the packs here.</summary>
    private const int MostNames = 12;

    private readonly PackSymbols _symbols;
    private readonly DiagnosticBag _diagnostics;
    private readonly Lazy<DeclarationBinder> _declarations;
    private readonly EditSource _edit;
    private readonly SourceText _source;
    private readonly SlotCounter _slots = new();
    private readonly Dictionary<string, ParameterSymbol> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ScopedParameter>> _scoped = new(StringComparer.Ordinal);
    private readonly BindingContext _context;
    private readonly ExpressionBinder _expressions;
    private readonly Scope _scope;
    private readonly DayRange _effective;

    private EditBinder(PackSymbols symbols, DiagnosticBag diagnostics, Func<DeclarationBinder> declarations, EditSource edit, BindingSights? sights = null)
    {
        _symbols = symbols;
        _diagnostics = diagnostics;
        _declarations = new Lazy<DeclarationBinder>(declarations);
        _edit = edit;
        _source = edit.Source;
        EffectiveSyntax? effective = Clause<EffectiveSyntax>();
        _effective = new DayRange(effective?.Range.From?.Value.DayNumber ?? int.MinValue, effective?.Range.Through?.Value.DayNumber ?? int.MaxValue);
        _context = new BindingContext(symbols, diagnostics, _slots, _source) { Parameters = _parameters, ScopedParameters = _scoped, Effective = _effective, Sights = sights };
        _expressions = new ExpressionBinder(_context);
        _scope = Scope.Root(_slots);
    }

    /// <summary>Binds an edit by itself: what comes of it hangs on its text and on the names that it asks, and not on edits before it.</summary>
    public static EditResult Bind(EditSource edit, PackNames names)
    {
        DiagnosticBag bag = new();
        NameReads reads = new();
        names.Symbols.Reads = reads;
        EditBinder binder = new(names.Symbols, bag, () => names.Binder.ReportingTo(bag), edit);
        BoundEdit? whole = binder.Bind();
        names.Symbols.Reads = null;
        return EditResult.Of(edit, whole, bag.ToImmutable(), binder._slots.Expansion.Nodes, reads);
    }

    /// <summary>Binds an edit that may be half written, for what is seen on the way.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="names">What the pack declares, for this reader alone.</param>
    /// <param name="sights">Is told what its expressions become.</param>
    public static void Look(EditSource edit, PackNames names, BindingSights sights)
    {
        DiagnosticBag bag = new();
        new EditBinder(names.Symbols, bag, () => names.Binder.ReportingTo(bag), edit, sights).Bind();
    }

    // The edit; null where it has mistakes, which are then reported.
    private BoundEdit? Bind()
    {
        EditSyntax syntax = _edit.Syntax;
        foreach (ParameterClauseSyntax clause in syntax.Clauses.OfType<ParameterClauseSyntax>())
        {
            if (_declarations.Value.BindParameter(clause.Parameter, _source) is ParameterSymbol parameter)
            {
                _parameters[parameter.Name] = parameter;
            }
        }

        ScopeConflicts.Check(_edit.Overrides, _diagnostics);
        foreach ((OverrideSyntax change, SourceText source) in _edit.Overrides.Where(one => one.Change.Scope is null))
        {
            if (_declarations.Value.BindValues(change.Parameter, null, change.Values, source) is ParameterSymbol parameter)
            {
                _parameters[parameter.Name] = _parameters.TryGetValue(parameter.Name, out ParameterSymbol? old) ? parameter with { Type = old.Type } : parameter;
            }
        }

        BindScopedOverrides();
        ForEachSyntax? forEach = syntax.Clauses.OfType<ForEachSyntax>().FirstOrDefault();
        if (forEach is null)
        {
            return null; // reported with the syntax
        }

        if (forEach.Bindings.Length > MostNames)
        {
            _diagnostics.Report(SizeDiagnostics.TooManyNames(_source.PlaceOf(forEach.Bindings[MostNames].Span), MostNames));
            return null;
        }

        ImmutableArray<BoundBinding>.Builder bindings = ImmutableArray.CreateBuilder<BoundBinding>();
        BoundBinding? subject = null;
        int errorsBefore = _diagnostics.ErrorCount;
        foreach (KindSyntax kind in forEach.Bindings)
        {
            bindings.AddRange(_expressions.ForEach.BindBinding(kind, _scope));
            subject ??= bindings[^1];
        }

        if (_diagnostics.ErrorCount > errorsBefore || bindings.Any(binding => binding is BoundThingBinding { Source.Alternatives: [] }))
        {
            return null; // of things of an unknown kind nothing more can be said: one mistake, one diagnostic
        }

        ImmutableArray<BoundExpression> joins = [.. _expressions.ForEach.BindSame(forEach.Same, bindings.ToImmutable())];
        ImmutableArray<BoundCase> cases = new CaseBinder(_context, _expressions, _edit, new ActionBinder(_context, _expressions, IsRetro)).Bind(_scope);
        return cases.IsEmpty || subject is null ? null : Assemble(subject, bindings.ToImmutable(), [.. joins, .. DisabledSince(subject.Variable)], cases);
    }

    // The most specific first; of equal ones, which then say the same, the first written.
    private void BindScopedOverrides()
    {
        foreach ((OverrideSyntax change, SourceText source) in _edit.Overrides.Where(one => one.Change.Scope is not null).OrderByDescending(one => ScopeNames.RankOf(one.Change.Scope!)))
        {
            if (_declarations.Value.BindValues(change.Parameter, null, change.Values, source) is not ParameterSymbol parameter)
            {
                continue;
            }

            BoundExpression scope = ScopeBinder(source).BindCondition(ScopeNames.AsClaimFields(change.Scope!), Scope.Root(_slots)); // Those without are bound already.
            LanguageType type = _parameters.TryGetValue(parameter.Name, out ParameterSymbol? old) || _symbols.Parameters.TryGetValue(parameter.Name, out old) ? old.Type : parameter.Type;
            _scoped[parameter.Name] = _scoped.GetValueOrDefault(parameter.Name, []).Add(new ScopedParameter(scope, parameter with { Type = type }));
        }
    }

    private BoundEdit Assemble(BoundBinding subject, ImmutableArray<BoundBinding> bindings, ImmutableArray<BoundExpression> joins, ImmutableArray<BoundCase> cases)
    {
        EditSyntax syntax = _edit.Syntax;
        string phase = Clause<PhaseSyntax>()?.Name.Text ?? _symbols.Phases[0];
        foreach (NameSyntax named in syntax.Clauses.SelectMany(PhasesOf).Where(name => !_symbols.Phases.Contains(name.Text)))
        {
            _diagnostics.Report(NameDiagnostics.UnknownPhase(_source.PlaceOf(named.Span), named.Text, _symbols.Phases));
        }

        MonitorSyntax? monitor = Clause<MonitorSyntax>();
        (BoundExpression? scope, int rank) = BindScope();
        return new BoundEdit(
            syntax.Id.Text,
            syntax.Title?.Value ?? "",
            _source.PlaceOf(syntax.Id.Span),
            _edit.PackName,
            _edit.PackVersion,
            phase,
            BasisOf(Clause<EffectiveSyntax>()?.Basis ?? _edit.Dates),
            _effective.From,
            Math.Min(_effective.Through, _edit.DisabledFromDay is int disabled ? disabled - 1 : int.MaxValue),
            [.. syntax.Clauses.OfType<CiteSyntax>().Select(cite => cite.Text.Value)],
            Clause<OwnerSyntax>()?.Text.Value,
            [.. syntax.Clauses.OfType<TagsSyntax>().SelectMany(tags => tags.Names).Select(name => name.Text)],
            Clause<DeprecatedSyntax>() is DeprecatedSyntax old ? new Deprecation(_source.PlaceOf((old.Use ?? (SyntaxNode)old).Span), old.Since.Value.DayNumber, old.Use?.Text) : null,
            IsRetro,
            monitor is null ? null : monitor.From?.Value.DayNumber ?? int.MinValue,
            PrecedenceOf(),
            [.. syntax.Clauses.OfType<SkipSyntax>().SelectMany(skip => skip.Phases).Select(name => name.Text)],
            scope,
            rank,
            new BoundVariable(_source.PlaceOf(syntax.Id.Span), subject.Variable),
            bindings,
            joins,
            cases,
            _slots.Count,
            [.. syntax.Clauses.OfType<TestSyntax>()],
            _source);
    }

    private bool IsRetro => _edit.Syntax.IsRetro || Clause<RetroSyntax>() is not null;

    private static IEnumerable<NameSyntax> PhasesOf(ClauseSyntax clause) => clause switch
    {
        PhaseSyntax phase => [phase.Name],
        SkipSyntax skip => skip.Phases,
        _ => [],
    };

    private T? Clause<T>()
        where T : ClauseSyntax => _edit.Syntax.Clauses.OfType<T>().FirstOrDefault();

    private int PrecedenceOf() =>
        Clause<PrecedenceSyntax>() is PrecedenceSyntax precedence && int.TryParse(precedence.Value.Text, System.Globalization.CultureInfo.InvariantCulture, out int value) ? value : 1000;

    private Basis BasisOf(BasisSyntax? basis)
    {
        switch (basis?.Words)
        {
            case null or "date of service":
                return Basis.DateOfService;
            case "discharge" or "claim.discharge":
                return Basis.Discharge;
            case "admission" or "claim.admission":
                return Basis.Admission;
            case "received" or "claim.received":
                return Basis.Received;
            case "processed" or "claim.processed":
                return Basis.Processed;
            case "claim.from":
                return Basis.From;
            case "claim.through":
                return Basis.Through;
            default:
                string[] known = ["date of service", "discharge", "admission", "received", "processed", "claim.from", "claim.through"];
                _diagnostics.Report(NameDiagnostics.UnknownBasis(_source.PlaceOf(basis.Span), basis.Words, known));
                return Basis.DateOfService;
        }
    }

    private (BoundExpression? Scope, int Rank) BindScope()
    {
        BoundExpression? all = null;
        int rank = 0;
        foreach ((ExpressionSyntax syntax, SourceText source) in _edit.Scopes)
        {
            rank = Math.Max(rank, ScopeNames.RankOf(syntax));
            Add(BindScope(syntax, source));
        }

        foreach (ScopedDisable disabled in _edit.Disabled.Where(one => one.FromDay is null))
        {
            BoundExpression scope = BindScope(disabled.Scope, disabled.Source);
            Add(new BoundNot(scope.Place, scope));
        }

        return (all, rank);

        void Add(BoundExpression one) => all = all is null ? one : new BoundAnd(one.Place, [all, one]);
    }

    // From a day on, by the subject's date: what a scope asks of the claim and a day asks of its things.
    private IEnumerable<BoundExpression> DisabledSince(VariableSymbol subject)
    {
        foreach (ScopedDisable disabled in _edit.Disabled)
        {
            if (disabled.FromDay is int day)
            {
                BoundExpression scope = BindScope(disabled.Scope, disabled.Source);
                BoundDateOf date = new(scope.Place, new BoundVariable(scope.Place, subject));
                BoundConstant from = new(LanguageType.Date, scope.Place, new DateConstant(day));
                yield return new BoundNot(scope.Place, new BoundAnd(scope.Place, [scope, new BoundCompare(scope.Place, BinaryOperator.GreaterOrEqual, date, from)]));
            }
        }
    }

    // A scope asks of the claim, and is not itself of one.
    private ExpressionBinder ScopeBinder(SourceText source) =>
        new(new BindingContext(_symbols, _diagnostics, _slots, source) { Parameters = _parameters });

    private BoundExpression BindScope(ExpressionSyntax scope, SourceText source) =>
        ScopeBinder(source).BindCondition(ScopeNames.AsClaimFields(scope), Scope.Root(_slots));
}
