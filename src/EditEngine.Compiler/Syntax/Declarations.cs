using System.Collections.Immutable;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>Something declared at the top level of a file.</summary>
internal abstract record DeclarationSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A stretch that is no declaration; its mistake has been reported.</summary>
internal sealed record ErrorDeclarationSyntax(TextSpan Span) : DeclarationSyntax(Span);

/// <summary><c>pack NAME version "V" [extends BASE]</c></summary>
internal sealed record PackSyntax(TextSpan Span, NameSyntax Name, StringSyntax? Version, NameSyntax? Extends) : DeclarationSyntax(Span);

/// <summary><c>dates by BASIS</c>; the basis is words (<c>date of service</c>) or a path (<c>claim.from</c>).</summary>
internal sealed record DatesSyntax(TextSpan Span, BasisSyntax Basis) : DeclarationSyntax(Span);

/// <summary><c>limit lines|history|rows|cost NUMBER</c>: what the pack allows an edit to cost.</summary>
internal sealed record LimitSyntax(TextSpan Span, NameSyntax Name, NameSyntax Value) : DeclarationSyntax(Span);

/// <summary>A date basis: the words after <c>by</c> joined by one blank, or a dotted path.</summary>
internal sealed record BasisSyntax(TextSpan Span, string Words) : SyntaxNode(Span);

/// <summary><c>phases A, B, …</c></summary>
internal sealed record PhasesSyntax(TextSpan Span, ImmutableArray<NameSyntax> Names) : DeclarationSyntax(Span);

/// <summary><c>reasons [for SCOPE] [effective RANGE]</c> and its rows.</summary>
internal sealed record ReasonsSyntax(TextSpan Span, ExpressionSyntax? Scope, DateRangeSyntax? Effective, ImmutableArray<ReasonRowSyntax> Rows)
    : DeclarationSyntax(Span);

/// <summary><c>KEY = CO 16 [remark N823, M80]</c></summary>
internal sealed record ReasonRowSyntax(TextSpan Span, NameSyntax Key, NameSyntax GroupCode, NameSyntax Carc, ImmutableArray<NameSyntax> Remarks)
    : SyntaxNode(Span);

/// <summary><c>codes @NAME : SYSTEM = VALUE</c> or <c>codes @NAME : SYSTEM from …</c></summary>
internal sealed record CodesSyntax(TextSpan Span, NameSyntax Name, NameSyntax System, ExpressionSyntax? Value, CodeFileSyntax? File) : DeclarationSyntax(Span);

/// <summary><c>codes of SYSTEM from …</c>: all codes that there are, with their days.</summary>
internal sealed record CodeTableSyntax(TextSpan Span, NameSyntax System, CodeFileSyntax File) : DeclarationSyntax(Span);

/// <summary><c>from "FILE" [column NAME] [dated A .. B]</c>, where codes stand in a file.</summary>
internal sealed record CodeFileSyntax(TextSpan Span, StringSyntax Name, NameSyntax? Column, NameSyntax? DatedFrom, NameSyntax? DatedThrough) : SyntaxNode(Span);

/// <summary><c>table @NAME [from "FILE"] [dated A .. B] [key COLUMNS] [COLUMNS] [grid]</c></summary>
internal sealed record TableSyntax(
    TextSpan Span,
    NameSyntax Name,
    StringSyntax? File,
    NameSyntax? DatedFrom,
    NameSyntax? DatedThrough,
    ImmutableArray<ColumnSyntax> Keys,
    ImmutableArray<ColumnSyntax> Columns,
    ImmutableArray<GridRowSyntax> Grid)
    : DeclarationSyntax(Span);

/// <summary><c>NAME [from "HEADER"] : TYPE</c>; the type is one name, or <c>yes or no</c>.</summary>
internal sealed record ColumnSyntax(TextSpan Span, NameSyntax Name, StringSyntax? Header, NameSyntax Type) : SyntaxNode(Span);

/// <summary>One row of an inline grid; the first row of a grid is its header.</summary>
internal sealed record GridRowSyntax(TextSpan Span, ImmutableArray<GridCellSyntax> Cells) : SyntaxNode(Span);

/// <summary>One cell: its text, trimmed, without the quotes of a string. Empty where nothing stands.</summary>
internal sealed record GridCellSyntax(TextSpan Span, string Text) : SyntaxNode(Span);

/// <summary><c>parameter @NAME [: TYPE] = VALUE, VALUE from DATE …</c>, at the top level or in an edit.</summary>
internal sealed record ParameterSyntax(TextSpan Span, NameSyntax Name, NameSyntax? Type, ImmutableArray<ParameterValueSyntax> Values)
    : DeclarationSyntax(Span);

/// <summary>A value and the day from which it holds; null: from the beginning.</summary>
internal sealed record ParameterValueSyntax(TextSpan Span, ExpressionSyntax Value, DateSyntax? From) : SyntaxNode(Span);

/// <summary><c>fact NAME [from "MEMBER"] : TYPE</c></summary>
internal sealed record FactSyntax(TextSpan Span, NameSyntax Name, StringSyntax? Member, NameSyntax Type) : DeclarationSyntax(Span);

/// <summary><c>claim "TITLE"</c> and its lines: a claim that tests of any edit take over.</summary>
/// <param name="Span">All of it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Body">The lines after the title, as those of a test.</param>
internal sealed record NamedClaimSyntax(TextSpan Span, StringSyntax Title, ImmutableArray<TestLineSyntax> Body) : DeclarationSyntax(Span);

/// <summary><c>define NAME VARIABLE [of CONTEXT] : KINDS [of …] [where CONDITION]</c>, or a group kind.</summary>
internal sealed record DefineKindSyntax(
    TextSpan Span, NameSyntax Name, NameSyntax Variable, NameSyntax? Context, KindSyntax Kind) : DeclarationSyntax(Span);

/// <summary>
/// <c>define NAME [of A [and B]] : VALUE</c>: a value (no or one name), a relation (two names), or a condition of the claim (no name).
/// A list of parts is a <see cref="TupleSyntax"/>; a choice is a <see cref="ChoiceSyntax"/>.
/// </summary>
internal sealed record DefineValueSyntax(TextSpan Span, NameSyntax Name, ImmutableArray<NameSyntax> Parameters, ExpressionSyntax Value)
    : DeclarationSyntax(Span);

/// <summary><c>disable EDIT [for SCOPE] [from DATE] because "…"</c></summary>
internal sealed record DisableSyntax(TextSpan Span, NameSyntax Edit, ExpressionSyntax? Scope, DateSyntax? From, StringSyntax? Because)
    : DeclarationSyntax(Span);

/// <summary><c>override EDIT [for SCOPE] set @PARAMETER = VALUES</c></summary>
internal sealed record OverrideSyntax(TextSpan Span, NameSyntax Edit, ExpressionSyntax? Scope, NameSyntax Parameter, ImmutableArray<ParameterValueSyntax> Values)
    : DeclarationSyntax(Span);

/// <summary><c>extend EDIT [for SCOPE] with</c> one or more <c>unless</c> clauses.</summary>
internal sealed record ExtendSyntax(TextSpan Span, NameSyntax Edit, ExpressionSyntax? Scope, ImmutableArray<UnlessSyntax> Exceptions)
    : DeclarationSyntax(Span);

/// <summary><c>edit ID "TITLE" [retro] … end</c>; <c>replace edit …</c> sets <paramref name="Replaces"/>.</summary>
/// <param name="Span">The whole edit.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, or null where it is missing (reported).</param>
/// <param name="IsRetro"><c>retro</c> stands after the title.</param>
/// <param name="Replaces">It replaces the base pack's edit of this id.</param>
/// <param name="Clauses">All clauses in the order written, tests too.</param>
/// <param name="HasErrors">A syntax error lies inside: it is never compiled.</param>
internal sealed record EditSyntax(
    TextSpan Span, NameSyntax Id, StringSyntax? Title, bool IsRetro, bool Replaces, ImmutableArray<ClauseSyntax> Clauses, bool HasErrors)
    : DeclarationSyntax(Span);
