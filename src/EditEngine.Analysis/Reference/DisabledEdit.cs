using EditEngine.Compiler.Syntax;

namespace EditEngine.Analysis.Reference;

/// <summary>A base edit that a pack has switched off.</summary>
/// <param name="Edit">Its id.</param>
/// <param name="Scope">The claims for which it is off, as written; null for all.</param>
/// <param name="FromDay">First day on which it is off, by the date of its subject; null for every day.</param>
/// <param name="Because">Why.</param>
internal sealed record DisabledEdit(string Edit, string? Scope, int? FromDay, string? Because)
{
    /// <summary>Those of a pack and its bases, in the order written.</summary>
    public static IEnumerable<DisabledEdit> Of(PackSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return from files in sources.Chain
               from tree in files.Trees
               from disable in tree.Declarations.OfType<DisableSyntax>()
               select new DisabledEdit(
                   disable.Edit.Text, disable.Scope is ExpressionSyntax scope ? tree.Source.Slice(scope.Span) : null, disable.From?.Value.DayNumber, disable.Because?.Value);
    }
}
