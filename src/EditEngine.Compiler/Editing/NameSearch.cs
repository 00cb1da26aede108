using System.Collections.Immutable;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>A place that was found.</summary>
/// <param name="File">The file as diagnostics name it.</param>
/// <param name="Span">The stretch of a rule file.</param>
/// <param name="Line">Line, from 1, of a file of rows; null in rule files.</param>
internal readonly record struct FoundPlace(string File, TextSpan Span, long? Line = null);

/// <summary>Where names are declared and used, over all packs of a compilation.</summary>
internal static class NameSearch
{
    /// <summary>The name at a place; null where none is.</summary>
    public static Occurrence? At(EditingPack pack, string file, int offset)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Occurrence? found = null;
        foreach (FilePart part in pack.PartsOf(file).Where(part => part.Start <= offset && offset <= part.End))
        {
            foreach (Occurrence one in WrittenNames.Of(part, pack.Symbols))
            {
                // The @ belongs to its name, though it is not renamed.
                if (one.Span.Start - (one.Key.Role == NameRole.AtName ? 1 : 0) <= offset && offset <= one.Span.End && (found is null || one.Span.Length <= found.Value.Span.Length))
                {
                    found = one;
                }
            }
        }

        return found;
    }

    /// <summary>Every place of a name, by pack, file and place.</summary>
    public static ImmutableArray<(string File, Occurrence Occurrence)> All(EditingPack pack, NameKey key) =>
    [
        .. from part in pack.Parts
           where MayHold(part, key)
           from one in WrittenNames.Of(part, pack.Symbols)
           where IsSame(pack, one.Key, key)
           select (part.Tree.Source.File, one),
    ];

    /// <summary>Where a name is declared, the most derived pack first.</summary>
    public static ImmutableArray<FoundPlace> Declarations(EditingPack pack, NameKey key) =>
        [.. All(pack, key).Where(one => one.Occurrence.IsDeclaration).Reverse().Select(one => new FoundPlace(one.File, one.Occurrence.Span))];

    // What does not hold the word at all need not be walked.
    private static bool MayHold(FilePart part, NameKey key)
    {
        TextSpan span = part.Declaration.Syntax.Span;
        return (key.Role != NameRole.Local || key.Owner!.StartsWith(part.Tree.Source.File + ":", StringComparison.Ordinal)) // A local name has a place.
            && part.Source.Text.AsSpan(span.Start, span.Length).Contains(key.Name, StringComparison.Ordinal);
    }

    // A parameter of an edit that the edit does not declare itself is the pack's.
    private static bool IsSame(EditingPack pack, NameKey one, NameKey key) =>
        one == key || (one.Role == NameRole.AtName && key.Role == NameRole.AtName && one.Name == key.Name && Owner(pack, one) == Owner(pack, key));

    private static string? Owner(EditingPack pack, NameKey key) =>
        key.Owner is string edit && pack.Parts.Any(part => part.Declaration.Syntax is Syntax.EditSyntax syntax && syntax.Id.Text == edit
            && syntax.Clauses.OfType<Syntax.ParameterClauseSyntax>().Any(clause => clause.Parameter.Name.Text == key.Name)) ? edit : null;
}
