using System.Collections.Immutable;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>A clause of an edit.</summary>
internal abstract record ClauseSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A clause with a mistake, already reported.</summary>
internal sealed record ErrorClauseSyntax(TextSpan Span) : ClauseSyntax(Span);

/// <summary><c>effective RANGE [by BASIS]</c></summary>
internal sealed record EffectiveSyntax(TextSpan Span, DateRangeSyntax Range, BasisSyntax? Basis) : ClauseSyntax(Span);

/// <summary><c>cite "…"</c></summary>
internal sealed record CiteSyntax(TextSpan Span, StringSyntax Text) : ClauseSyntax(Span);

/// <summary><c>owner "…"</c></summary>
internal sealed record OwnerSyntax(TextSpan Span, StringSyntax Text) : ClauseSyntax(Span);

/// <summary><c>phase NAME</c></summary>
internal sealed record PhaseSyntax(TextSpan Span, NameSyntax Name) : ClauseSyntax(Span);

/// <summary><c>monitor [from DATE]</c></summary>
internal sealed record MonitorSyntax(TextSpan Span, DateSyntax? From) : ClauseSyntax(Span);

/// <summary><c>retro</c> as a clause of its own.</summary>
internal sealed record RetroSyntax(TextSpan Span) : ClauseSyntax(Span);

/// <summary><c>deprecated since DATE [use EDIT]</c></summary>
internal sealed record DeprecatedSyntax(TextSpan Span, DateSyntax Since, NameSyntax? Use) : ClauseSyntax(Span);

/// <summary><c>tags A, B</c></summary>
internal sealed record TagsSyntax(TextSpan Span, ImmutableArray<NameSyntax> Names) : ClauseSyntax(Span);

/// <summary><c>for SCOPE</c>: limits the edit, as <c>for state in { OH, MI } and product = "HMO"</c>.</summary>
internal sealed record ScopeSyntax(TextSpan Span, ExpressionSyntax Scope) : ClauseSyntax(Span);

/// <summary><c>on fire skip phases A, B</c></summary>
internal sealed record SkipSyntax(TextSpan Span, ImmutableArray<NameSyntax> Phases) : ClauseSyntax(Span);

/// <summary><c>precedence NUMBER</c>: among equal actions the smaller number wins.</summary>
internal sealed record PrecedenceSyntax(TextSpan Span, NameSyntax Value) : ClauseSyntax(Span);

/// <summary>A parameter of the edit alone.</summary>
internal sealed record ParameterClauseSyntax(TextSpan Span, ParameterSyntax Parameter) : ClauseSyntax(Span);

/// <summary><c>for each BINDINGS [with same A, same B]</c></summary>
internal sealed record ForEachSyntax(TextSpan Span, ImmutableArray<KindSyntax> Bindings, ImmutableArray<NameSyntax> Same) : ClauseSyntax(Span);

/// <summary><c>let NAME = VALUE</c></summary>
internal sealed record LetSyntax(TextSpan Span, NameSyntax Name, ExpressionSyntax Value) : ClauseSyntax(Span);

/// <summary><c>when CONDITION</c></summary>
internal sealed record WhenSyntax(TextSpan Span, ExpressionSyntax Condition) : ClauseSyntax(Span);

/// <summary><c>unless CONDITION because "…" [owner "…"] [until DATE]</c></summary>
internal sealed record UnlessSyntax(TextSpan Span, ExpressionSyntax Condition, StringSyntax? Because, StringSyntax? Owner, DateSyntax? Until)
    : ClauseSyntax(Span);

/// <summary><c>otherwise</c>: what follows is the next case.</summary>
internal sealed record OtherwiseSyntax(TextSpan Span) : ClauseSyntax(Span);

/// <summary><c>then ACTION</c></summary>
internal sealed record ThenSyntax(TextSpan Span, ActionSyntax Action) : ClauseSyntax(Span);

/// <summary><c>also ACTION</c></summary>
internal sealed record AlsoSyntax(TextSpan Span, ActionSyntax Action) : ClauseSyntax(Span);

/// <summary><c>message "…"</c></summary>
internal sealed record MessageSyntax(TextSpan Span, StringSyntax Text) : ClauseSyntax(Span);

/// <summary>
/// A test: its title, the names it repeats over, and its body as text lines for the claim notation. The body's own grammar is
/// Notation's; here it is only cut out.
/// </summary>
/// <param name="Span">The whole test.</param>
/// <param name="Title">Its title.</param>
/// <param name="Each">Name after <c>test each</c>, or null.</param>
/// <param name="Values">The values it takes, as texts in braces; empty without <c>each</c>.</param>
/// <param name="Body">Lines after the title, each with its span, comments and blank lines left out.</param>
internal sealed record TestSyntax(TextSpan Span, StringSyntax? Title, NameSyntax? Each, ImmutableArray<NameSyntax> Values, ImmutableArray<TestLineSyntax> Body)
    : ClauseSyntax(Span)
{
    /// <summary>After <c>in</c> the set whose codes it takes, or the table whose rows; null: braces.</summary>
    public AtNameSyntax? Over { get; init; }

    /// <summary><c>test each row</c>: it takes rows of a table.</summary>
    public bool IsOfRows { get; init; }
}

/// <summary>One line of a test's body, trimmed, without its comment.</summary>
internal sealed record TestLineSyntax(TextSpan Span, string Text) : SyntaxNode(Span);

/// <summary>What an edit does, to what, and how much.</summary>
/// <param name="Span">The action.</param>
/// <param name="Verb">deny, reject, return, pend, review, warn, inform, reduce, replace, recoup or add.</param>
/// <param name="Target">A name or path; null for <c>add line</c>.</param>
/// <param name="EveryOf">For <c>deny every line of g</c>: the words after <c>every</c> (line), the target being <c>g</c>; else null.</param>
/// <param name="Amount">After <c>to</c>, for reduce.</param>
/// <param name="With">After <c>with</c>, for replace: the new code.</param>
/// <param name="Most">The percent after <c>up to</c>, or null.</param>
/// <param name="Reason">Reason key.</param>
/// <param name="Queue">Queue.</param>
/// <param name="IsOverridable"><c>overridable</c> stands there.</param>
/// <param name="OverridableWhere">Its condition, or null.</param>
/// <param name="Added">For <c>add line</c>: what is added.</param>
internal sealed record ActionSyntax(
    TextSpan Span,
    NameSyntax Verb,
    ExpressionSyntax? Target,
    NameSyntax? EveryOf,
    ExpressionSyntax? Amount,
    ExpressionSyntax? With,
    PercentLiteralSyntax? Most,
    NameSyntax? Reason,
    StringSyntax? Queue,
    bool IsOverridable,
    ExpressionSyntax? OverridableWhere,
    AddedLineSyntax? Added)
    : SyntaxNode(Span);

/// <summary><c>add line CODE [with modifier A, B] [, units N] [pay P%] [supports g]</c></summary>
internal sealed record AddedLineSyntax(
    TextSpan Span, ExpressionSyntax Code, ImmutableArray<NameSyntax> Modifiers, ExpressionSyntax? Units, ExpressionSyntax? Pay, ExpressionSyntax? Supports)
    : SyntaxNode(Span);
