using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Notation;

/// <summary>A claim that a pack names.</summary>
/// <param name="Syntax">As written.</param>
/// <param name="Source">The text that it stands in.</param>
/// <param name="Pack">The pack, by its position in the chain: the base first.</param>
internal sealed record NamedClaim(NamedClaimSyntax Syntax, SourceText Source, int Pack)
{
    /// <summary>What it is called.</summary>
    public string Title => Syntax.Title.Value;
}

/// <summary>The claims that a pack and the packs it extends name: tests of any edit may take them over.</summary>
/// <param name="byTitle">Of several of one name the one that stands.</param>
/// <param name="broken">Titles of those with a mistake, which was told.</param>
internal sealed class NamedClaims(IReadOnlyDictionary<string, NamedClaim> byTitle, IReadOnlySet<string> broken)
{
    /// <summary>A pack that names none.</summary>
    public static readonly NamedClaims None = new(ImmutableDictionary<string, NamedClaim>.Empty, ImmutableHashSet<string>.Empty);

    /// <summary>What they are called, in order.</summary>
    public IEnumerable<string> Titles => byTitle.Keys.Order(StringComparer.Ordinal);

    /// <summary>The claim of a title; null where there is none.</summary>
    public NamedClaim? Find(string title) => byTitle.GetValueOrDefault(title);

    /// <summary>Its claim has a mistake.</summary>
    public bool IsBroken(string title) => broken.Contains(title);
}
