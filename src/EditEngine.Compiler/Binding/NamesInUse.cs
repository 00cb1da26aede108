using System.Collections.Immutable;

namespace EditEngine.Compiler.Binding;

/// <summary>The definitions and lets that are written out where a text is bound, one inside another.</summary>
/// <param name="All">All of them.</param>
/// <param name="AreLets">None of them is a definition, which serves many edits.</param>
internal sealed record NamesInUse(ImmutableHashSet<string> All, bool AreLets)
{
    /// <summary>The text is an edit's or a declaration's own.</summary>
    public static readonly NamesInUse None = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), true);

    /// <summary>Within a definition.</summary>
    public NamesInUse WithDefinition(string name) => new(All.Add(name), false);

    /// <summary>Within a let.</summary>
    public NamesInUse WithLet(string name) => new(All.Add(name), AreLets);
}
