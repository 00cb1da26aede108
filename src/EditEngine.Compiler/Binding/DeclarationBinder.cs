using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds what a pack declares beside its edits into <see cref="PackSymbols"/>.</summary>
internal sealed class DeclarationBinder
{
    private readonly PackSymbols _symbols;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReferenceFiles _files;
    private readonly Dictionary<string, SourceSpan> _declared = new(StringComparer.Ordinal);
    private readonly List<SyntaxTree> _trees = [];
    private readonly List<(CodeTableSyntax Syntax, SourceText Source)> _codeTables = [];
    private readonly Dictionary<string, (CodesSyntax Syntax, SourceText Source)> _codes = new(StringComparer.Ordinal);
    private readonly List<(ParameterSyntax Syntax, SourceText Source)> _parameters = [];

    public DeclarationBinder(PackSymbols symbols, DiagnosticBag diagnostics, IReferenceFiles files)
    {
        _symbols = symbols;
        _diagnostics = diagnostics;
        _files = files;
    }

    /// <summary>What became of the sets hangs on where else they are named: of sets that are too many, those that are not are let go.</summary>
    public bool HasReadOtherTexts { get; private set; }

    /// <summary>Declares what a pack's files say; the base first.</summary>
    public void Declare(ImmutableArray<SyntaxTree> trees)
    {
        _declared.Clear();
        _trees.AddRange(trees);
        List<ReasonSymbol> reasons = [];
        foreach (PlacedDeclaration part in trees.SelectMany(tree => tree.Parts))
        {
            DeclareName(part.Syntax, part.Source, reasons);
        }

        ReportReasonsTwice(reasons);

        // The most derived pack's reasons come first, then those of lines of business: they win.
        _symbols.Reasons.InsertRange(0, reasons.OrderBy(reason => reason.LineOfBusiness.IsEmpty));
    }

    private void ReportReasonsTwice(List<ReasonSymbol> reasons)
    {
        foreach (IGrouping<string, ReasonSymbol> key in reasons.GroupBy(reason => reason.Name))
        {
            ReasonSymbol[] given = [.. key];
            for (int i = 1; i < given.Length; i++)
            {
                if (given.Take(i).FirstOrDefault(before => AreOfOneDay(before, given[i])) is ReasonSymbol first)
                {
                    _diagnostics.Report(NameDiagnostics.ReasonTwice(given[i].Place, key.Key, first.Place));
                }
            }
        }
    }

    private static bool AreOfOneDay(ReasonSymbol one, ReasonSymbol other) =>
        one.FromDay <= other.ThroughDay && other.FromDay <= one.ThroughDay
        && (one.LineOfBusiness.IsEmpty ? other.LineOfBusiness.IsEmpty : one.LineOfBusiness.Intersect(other.LineOfBusiness, StringComparer.Ordinal).Any());

    /// <summary>Binds what reads codes, when all packs have declared: a set may be made of any other, wherever it stands.</summary>
    public void Complete()
    {
        new CodeTableBinder(_symbols, _diagnostics, _files).Bind(_codeTables);
        CheckReasons();
        Lazy<HashSet<string>> outside = new(() => AtNamesOutside.Of(_trees));
        new CodeSetBinder(_symbols, _diagnostics, _files, name => outside.Value.Contains(name)).Bind(_codes);
        HasReadOtherTexts = outside.IsValueCreated;
        foreach ((ParameterSyntax parameter, SourceText source) in _parameters)
        {
            if (BindParameter(parameter, source) is ParameterSymbol symbol)
            {
                _symbols.Parameters[symbol.Name] = symbol;
            }
        }
    }

    /// <summary>A binder of values that reports elsewhere.</summary>
    public DeclarationBinder ReportingTo(DiagnosticBag diagnostics) => new(_symbols, diagnostics, _files);

    /// <summary>A parameter's dated values.</summary>
    public ParameterSymbol? BindParameter(ParameterSyntax syntax, SourceText source) =>
        BindValues(syntax.Name, syntax.Type, syntax.Values, source);

    /// <summary>Dated values under a name; the type comes from the values where none is written.</summary>
    public ParameterSymbol? BindValues(NameSyntax name, NameSyntax? typeName, ImmutableArray<ParameterValueSyntax> values, SourceText source)
    {
        SlotCounter slots = new();
        ExpressionBinder binder = new(new BindingContext(_symbols, _diagnostics, slots, source));
        LanguageType? type = typeName is null ? null : ColumnTypes.Find(typeName.Text);
        if (typeName is not null && type is null)
        {
            _diagnostics.Report(NameDiagnostics.UnknownType(source.PlaceOf(typeName.Span), typeName.Text, ColumnTypes.Names.Concat(CodeSystemNames.Names)));
            return null;
        }

        List<ParameterValue> bound = [];
        foreach (ParameterValueSyntax value in values)
        {
            BoundExpression expression = binder.BindValue(value.Value, Scope.Root(slots), type);
            if (expression is not BoundConstant constant)
            {
                if (expression is not BoundError)
                {
                    _diagnostics.Report(TypeDiagnostics.Unexpected(source.PlaceOf(value.Span), expression.Type, "a constant"));
                }

                return null;
            }

            type ??= constant.Type;
            bound.Add(new ParameterValue(value.From?.Value.DayNumber ?? int.MinValue, constant.Value));
        }

        bound.Sort((a, b) => a.FromDay.CompareTo(b.FromDay));
        return type is null ? null : new ParameterSymbol(name.Text, source.PlaceOf(name.Span), type, [.. bound]);
    }

    private void DeclareName(DeclarationSyntax declaration, SourceText source, List<ReasonSymbol> reasons)
    {
        switch (declaration)
        {
            case DefineKindSyntax kind when IsNew(kind.Name.Text, kind.Name, source):
                _symbols.Kinds[kind.Name.Text] = new KindDefinition(kind, source);
                _symbols.Values.Remove(kind.Name.Text);
                break;
            case DefineValueSyntax value when IsNew(value.Name.Text, value.Name, source):
                _symbols.Values[value.Name.Text] = new ValueDefinition(value, source);
                _symbols.Kinds.Remove(value.Name.Text);
                break;
            case TableSyntax table when IsNew("@" + table.Name.Text, table.Name, source):
                _symbols.Tables[table.Name.Text] = new TableBinder(_diagnostics, _files, source).Bind(table);
                break;
            case CodesSyntax codes when IsNew("@" + codes.Name.Text, codes.Name, source):
                _codes[codes.Name.Text] = (codes, source);
                break;
            case CodeTableSyntax codes:
                _codeTables.Add((codes, source));
                break;
            case ParameterSyntax parameter when IsNew("@" + parameter.Name.Text, parameter.Name, source):
                _parameters.Add((parameter, source));
                break;
            case FactSyntax fact when IsNew("fact " + fact.Name.Text, fact.Name, source):
                DeclareFact(fact, source);
                break;
            case ReasonsSyntax map:
                DeclareReasons(map, source, reasons);
                break;
            case PhasesSyntax phases:
                DeclarePhases(phases);
                break;
        }
    }

    private void DeclareFact(FactSyntax fact, SourceText source)
    {
        LanguageType? type = ColumnTypes.OfFact(fact.Type.Text);
        if (type is null)
        {
            _diagnostics.Report(NameDiagnostics.UnknownType(source.PlaceOf(fact.Type.Span), fact.Type.Text, [.. ColumnTypes.Names, "spans", .. CodeSystemNames.Names]));
            return;
        }

        _symbols.Facts[fact.Name.Text] = new FactSymbol(fact.Name.Text, source.PlaceOf(fact.Span), fact.Member?.Value ?? fact.Name.Text, type);
    }

    private void DeclareReasons(ReasonsSyntax map, SourceText source, List<ReasonSymbol> reasons)
    {
        int from = map.Effective?.From?.Value.DayNumber ?? int.MinValue;
        int through = map.Effective?.Through?.Value.DayNumber ?? int.MaxValue;
        ImmutableArray<string> lines = LinesOfBusiness(map.Scope, source);
        foreach (ReasonRowSyntax row in map.Rows)
        {
            if (row.GroupCode.Text is not ("CO" or "PR" or "OA" or "PI"))
            {
                _diagnostics.Report(OutcomeDiagnostics.GroupCode(source.PlaceOf(row.GroupCode.Span), row.GroupCode.Text));
                continue;
            }

            reasons.Add(new ReasonSymbol(
                row.Key.Text, source.PlaceOf(row.Key.Span), row.GroupCode.Text, row.Carc.Text, [.. row.Remarks.Select(r => r.Text)], from, through, lines));
        }
    }

    // A CARC, and every RARC, is one on some day of its map, where the pack has their tables.
    private void CheckReasons()
    {
        CodeTableCheck check = new(_symbols, _diagnostics);
        foreach (ReasonSymbol reason in _symbols.Reasons)
        {
            DayRange days = new(reason.FromDay, reason.ThroughDay);
            check.Check(Code.From(CodeSystem.Carc, reason.Carc), reason.Place, days);
            foreach (string remark in reason.Rarc)
            {
                check.Check(Code.From(CodeSystem.Rarc, remark), reason.Place, days);
            }
        }
    }

    // A reason map is limited by line of business alone: `for line_of_business = "medicaid"` or `in { "a", "b" }`.
    private ImmutableArray<string> LinesOfBusiness(ExpressionSyntax? scope, SourceText source)
    {
        switch (scope)
        {
            case null:
                return [];
            case BinarySyntax { Operator: BinaryOperator.Equal, Left: NameExpressionSyntax { Name: "line_of_business" }, Right: TextLiteralSyntax text }:
                return [text.Value];
            case InSyntax { IsNegated: false, Value: NameExpressionSyntax { Name: "line_of_business" }, Set: SetSyntax set }:
                return [.. set.Items.Select(item => item.Text)];
            default:
                _diagnostics.Report(NameDiagnostics.UnknownName(source.PlaceOf(scope.Span), source.Slice(scope.Span), ["line_of_business = \"…\""]));
                return [];
        }
    }

    // A pack that extends another keeps the base's order and inserts its new phases after the known one named before them.
    private void DeclarePhases(PhasesSyntax phases)
    {
        int at = 0;
        foreach (NameSyntax phase in phases.Names)
        {
            int known = _symbols.Phases.IndexOf(phase.Text);
            if (known >= 0)
            {
                at = known + 1;
            }
            else
            {
                _symbols.Phases.Insert(at++, phase.Text);
            }
        }
    }

    private bool IsNew(string name, NameSyntax syntax, SourceText source)
    {
        SourceSpan place = source.PlaceOf(syntax.Span);
        if (_declared.TryAdd(name, place))
        {
            return true;
        }

        _diagnostics.Report(NameDiagnostics.DeclaredTwice(place, name, _declared[name]));
        return false;
    }
}
