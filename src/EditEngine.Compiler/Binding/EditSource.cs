using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>An edit as written, with what packs that extend its own have said of it.</summary>
/// <param name="Syntax">The edit.</param>
/// <param name="Source">Its file.</param>
/// <param name="PackName">Its pack.</param>
/// <param name="PackVersion">That pack's version.</param>
/// <param name="Dates">The pack's date basis.</param>
/// <param name="Overrides">Parameters set anew, in order.</param>
/// <param name="Exceptions">Exceptions added, in order, each with the scope it is for.</param>
/// <param name="Scopes">Its pack's scope and its own.</param>
internal sealed record EditSource(
    EditSyntax Syntax,
    SourceText Source,
    string PackName,
    string PackVersion,
    BasisSyntax? Dates,
    ImmutableArray<(OverrideSyntax Change, SourceText Source)> Overrides,
    ImmutableArray<(UnlessSyntax Exception, ExpressionSyntax? Scope, SourceText Source)> Exceptions,
    ImmutableArray<(ExpressionSyntax Scope, SourceText Source)> Scopes)
{
    /// <summary>First day, by the subject's date, on which a pack that extends its own has disabled it; null for none.</summary>
    public int? DisabledFromDay { get; init; }

    /// <summary>What packs that extend its own have disabled it for.</summary>
    public ImmutableArray<ScopedDisable> Disabled { get; init; } = [];
}

/// <summary>A scope for which an edit is disabled.</summary>
/// <param name="Scope">Over the claim.</param>
/// <param name="Source">The file it stands in.</param>
/// <param name="FromDay">First day, by the subject's date; null for every day.</param>
internal sealed record ScopedDisable(ExpressionSyntax Scope, SourceText Source, int? FromDay);
