using System.Collections.Immutable;
using Antlr4.Runtime;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Declarations that one entry rule matches whole.</summary>
internal sealed class DeclarationConverter(TreeConverter tree, SyntaxReport report)
{
    /// <summary>The declaration that an entry rule has matched.</summary>
    public DeclarationSyntax Declaration(ParserRuleContext context) => context switch
    {
        Grammar.PackContext c => Pack(c),
        Grammar.DatesContext c => new DatesSyntax(SpanOf(c), Basis(c.basis())),
        Grammar.LimitContext c => new LimitSyntax(SpanOf(c), Name(c.memberName()), Name(c.ATOM())),
        Grammar.PhasesContext c => new PhasesSyntax(SpanOf(c), Names(c.id())),
        Grammar.CodesContext c => Codes(c),
        Grammar.ParameterContext c => Parameter(c),
        Grammar.FactContext c => new FactSyntax(SpanOf(c), Name(c.memberName()), OptionalString(c.STRING()), Type(c.type())),
        Grammar.DefineContext c => Define(c),
        Grammar.DisableContext c => Disable(c),
        Grammar.OverrideContext c => new OverrideSyntax(SpanOf(c), Name(c.id()), OptionalScope(c.condition()), AtName(c.ATNAME()), DatedValues(c.datedValue())),
        _ => new ErrorDeclarationSyntax(SpanOf(context)),
    };

    /// <summary>An edit, from its first line and its clauses.</summary>
    public EditSyntax Edit(Grammar.EditHeadContext head, TextSpan span, ImmutableArray<ClauseSyntax> clauses)
    {
        if (head.STRING() is null)
        {
            report.Add(SyntaxDiagnostics.NoTitle(report.Place(EndPoint(head.id())), head.id().Start.Text));
        }

        return new EditSyntax(
            span,
            Name(head.id()),
            OptionalString(head.STRING()),
            head.RETRO() is not null,
            head.REPLACE() is not null,
            clauses,
            false);
    }

    /// <summary><c>extend</c>, from its first line and its exceptions.</summary>
    public ExtendSyntax Extend(Grammar.ExtendContext head, TextSpan span, ImmutableArray<UnlessSyntax> exceptions) =>
        new(span, Name(head.id()), OptionalScope(head.condition()), exceptions);

    /// <summary>A reason map, from its first line and its rows.</summary>
    public ReasonsSyntax Reasons(Grammar.ReasonsContext head, TextSpan span, ImmutableArray<ReasonRowSyntax> rows) =>
        new(span, OptionalScope(head.condition()), head.dateRange() is { } range ? tree.Dates.DateRange(range) : null, rows);

    /// <summary>One row of a reason map.</summary>
    public static ReasonRowSyntax ReasonRow(Grammar.ReasonRowContext context)
    {
        ImmutableArray<NameSyntax> names = Names(context.id());
        return new ReasonRowSyntax(SpanOf(context), names[0], names[1], names[2], names[3..]);
    }

    private static PackSyntax Pack(Grammar.PackContext context)
    {
        Grammar.DottedNameContext[] names = context.dottedName();
        return new PackSyntax(SpanOf(context), DottedName(names[0]), OptionalString(context.STRING()), names.Length > 1 ? DottedName(names[1]) : null);
    }

    private static NameSyntax DottedName(Grammar.DottedNameContext context)
    {
        IEnumerable<string> parts = context.memberName().Select(part => part.Start.Text).Prepend(context.Start.Text);
        return new NameSyntax(SpanOf(context), string.Join('.', parts));
    }

    private ExpressionSyntax? OptionalScope(Grammar.ConditionContext? context) => context is null ? null : tree.Conditions.Condition(context);

    private DeclarationSyntax Codes(Grammar.CodesContext context)
    {
        CodeFileSyntax? file = context.codeFile() is { } from ? CodeFile(from) : null;
        return context.ATNAME() is { } name
            ? new CodesSyntax(SpanOf(context), AtName(name), Name(context.id()), context.sum() is { } value ? tree.Values.Sum(value) : null, file)
            : new CodeTableSyntax(SpanOf(context), Name(context.id()), file!); // the grammar asks for it
    }

    private static CodeFileSyntax CodeFile(Grammar.CodeFileContext context)
    {
        Grammar.DatedContext? dated = context.dated();
        return new CodeFileSyntax(
            SpanOf(context),
            String(context.STRING()),
            OptionalName(context.memberName()),
            OptionalName(dated?.memberName(0)),
            OptionalName(dated?.memberName(1)));
    }

    public ParameterSyntax Parameter(Grammar.ParameterContext context) =>
        new(SpanOf(context), AtName(context.ATNAME()), context.type() is { } type ? Type(type) : null, DatedValues(context.datedValue()));

    private ImmutableArray<ParameterValueSyntax> DatedValues(Grammar.DatedValueContext[] contexts) =>
        [.. contexts.Select(c => new ParameterValueSyntax(SpanOf(c), tree.Values.Range(c.range()), tree.Dates.OptionalDate(c.DATE())))];

    public static NameSyntax Type(Grammar.TypeContext context) =>
        context.YES() is not null && context.OR() is not null ? new NameSyntax(SpanOf(context), "yes or no") : Name(context);

    private DeclarationSyntax Define(Grammar.DefineContext context)
    {
        if (context.defineKind() is { } kind)
        {
            Grammar.VariableContext[] names = kind.variable();
            return new DefineKindSyntax(
                SpanOf(context), Name(kind.name()), Name(names[0]), names.Length > 1 ? Name(names[1]) : null, tree.Kinds.KindPhrase(kind.kindPhrase()));
        }

        Grammar.DefineValueContext value = context.defineValue();
        return new DefineValueSyntax(SpanOf(context), Name(value.name()), Names(value.variable()), tree.Values.Choice(value.choice()));
    }

    private DisableSyntax Disable(Grammar.DisableContext context)
    {
        if (context.BECAUSE() is null)
        {
            report.Add(SyntaxDiagnostics.NoBecause(report.Place(new TextSpan(EndOf(context), 0))));
        }

        return new DisableSyntax(
            SpanOf(context), Name(context.id()), OptionalScope(context.condition()), tree.Dates.OptionalDate(context.DATE()), OptionalString(context.STRING()));
    }
}
