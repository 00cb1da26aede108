using System.Collections.Immutable;
using Antlr4.Runtime;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>The clauses of an edit.</summary>
internal sealed class ClauseConverter(TreeConverter tree, SyntaxReport report)
{
    /// <summary>The clause that an entry rule has matched.</summary>
    public ClauseSyntax Clause(ParserRuleContext context) => context switch
    {
        Grammar.EffectiveContext c => new EffectiveSyntax(SpanOf(c), tree.Dates.DateRange(c.dateRange()), c.basis() is { } basis ? Basis(basis) : null),
        Grammar.CiteContext c => new CiteSyntax(SpanOf(c), String(c.STRING())),
        Grammar.OwnerContext c => new OwnerSyntax(SpanOf(c), String(c.STRING())),
        Grammar.PhaseContext c => new PhaseSyntax(SpanOf(c), Name(c.id())),
        Grammar.MonitorContext c => new MonitorSyntax(SpanOf(c), tree.Dates.OptionalDate(c.DATE())),
        Grammar.RetroContext c => new RetroSyntax(SpanOf(c)),
        Grammar.DeprecatedContext c => new DeprecatedSyntax(SpanOf(c), tree.Dates.Date(c.DATE()), OptionalName(c.id())),
        Grammar.TagsContext c => new TagsSyntax(SpanOf(c), Names(c.id())),
        Grammar.PrecedenceContext c => new PrecedenceSyntax(SpanOf(c), Name(c.ATOM())),
        Grammar.SkipPhasesContext c => new SkipSyntax(SpanOf(c), Names(c.id())),
        Grammar.ScopeContext c => new ScopeSyntax(SpanOf(c), tree.Conditions.Condition(c.condition())),
        Grammar.ParameterContext c => new ParameterClauseSyntax(SpanOf(c), tree.Declarations.Parameter(c)),
        Grammar.ForEachContext c => ForEach(c),
        Grammar.LetContext c => new LetSyntax(SpanOf(c), Name(c.variable()), tree.Values.Choice(c.choice())),
        Grammar.WhenContext c => new WhenSyntax(SpanOf(c), tree.Conditions.Condition(c.condition())),
        Grammar.UnlessContext c => Unless(c),
        Grammar.OtherwiseContext c => new OtherwiseSyntax(SpanOf(c)),
        Grammar.ThenContext c => new ThenSyntax(SpanOf(c), tree.Actions.Action(c.action())),
        Grammar.AlsoContext c => new AlsoSyntax(SpanOf(c), tree.Actions.Action(c.action())),
        Grammar.MessageContext c => new MessageSyntax(SpanOf(c), String(c.STRING())),
        _ => new ErrorClauseSyntax(SpanOf(context)),
    };

    /// <summary>A test's first line; the body is cut out by the outline.</summary>
    public TestSyntax Test(Grammar.TestContext context, ImmutableArray<TestLineSyntax> body)
    {
        ImmutableArray<NameSyntax> values = context.set() is { } set
            ? [.. tree.Primaries.Set(set).Items.SelectMany(item => TestValues.Of(item, context.variable()?.GetText(), body))]
            : [];
        if (context.STRING() is null)
        {
            report.Add(SyntaxDiagnostics.TestWithoutTitle(report.Place(SpanOf(context))));
        }

        TextSpan span = body.IsEmpty ? SpanOf(context) : Join(SpanOf(context), body[^1].Span);
        AtNameSyntax? over = context.ATNAME() is { } name ? new AtNameSyntax(Token(name).Span, Token(name).Text[1..]) : null;
        return new TestSyntax(span, OptionalString(context.STRING()), OptionalName(context.variable()), values, body) { Over = over, IsOfRows = context.ROW() is not null };
    }

    private ForEachSyntax ForEach(Grammar.ForEachContext context)
    {
        ImmutableArray<KindSyntax>.Builder bindings = ImmutableArray.CreateBuilder<KindSyntax>();
        foreach (Grammar.BindingContext binding in context.binding())
        {
            bindings.Add(tree.Kinds.Binding(binding));
        }

        if (context.groupBinding() is { } group)
        {
            bindings.Add(tree.Kinds.GroupBinding(group));
        }

        return new ForEachSyntax(SpanOf(context), bindings.ToImmutable(), [.. context.sameItem().Select(item => Name(item.name()))]);
    }

    /// <summary>An exception, in an edit or in <c>extend</c>.</summary>
    public UnlessSyntax Unless(Grammar.UnlessContext context)
    {
        if (context.BECAUSE() is null)
        {
            report.Add(SyntaxDiagnostics.NoBecause(report.Place(EndPoint(context.condition()))));
        }

        StringSyntax? because = context.BECAUSE() is null ? null : String(context.STRING(0));
        StringSyntax? owner = context.OWNER() is null ? null : String(context.STRING()[^1]);
        return new UnlessSyntax(SpanOf(context), tree.Conditions.Condition(context.condition()), because, owner, tree.Dates.OptionalDate(context.DATE()));
    }
}
