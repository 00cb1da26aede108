using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>A pack that was bound, and what of it serves a pack that is mostly the same.</summary>
/// <param name="Name">Name of the pack.</param>
/// <param name="Version">Its version.</param>
/// <param name="Names">What it declares.</param>
/// <param name="Results">What came of its edits, in order; without those that cannot be read.</param>
internal sealed record KeptBinding(string Name, string Version, PackNames Names, ImmutableArray<EditResult> Results)
{
    private readonly Lazy<BoundPack> _pack = new(() => Of(Name, Version, Names, Results.Select(result => result.Placed(Names))));

    /// <summary>The pack with every place where it is.</summary>
    public BoundPack Pack => _pack.Value;

    /// <summary>The same for who asks no place inside of an edit.</summary>
    public BoundPack Unplaced() => Of(Name, Version, Names, Results);

    private static BoundPack Of(string name, string version, PackNames names, IEnumerable<EditResult> results) => new(
        name,
        version,
        [.. names.Symbols.Phases],
        [.. results.Select(result => result.Edit).OfType<BoundEdit>()],
        [.. names.Symbols.Reasons],
        [.. names.Symbols.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)],
        [.. names.Symbols.CodeSets.Values.OrderBy(set => set.Name, StringComparer.Ordinal)]);
}

/// <summary>Results of a pack before, found for the edits of the pack now.</summary>
/// <param name="before">The results.</param>
internal sealed class KeptEdits(ImmutableArray<EditResult> before)
{
    private readonly Dictionary<string, EditResult> _byId = ById(before);

    /// <summary>An edit of which no other pack says anything, as it was known before; null where it is another, or stands elsewhere.</summary>
    public EditSource? SourceOf(PlacedDeclaration part, PackFiles pack, BasisSyntax? dates) =>
        part.Syntax is EditSyntax edit && _byId.TryGetValue(edit.Id.Text, out EditResult? known) && known.Source is var source
        && ReferenceEquals(source.Syntax, edit) && ReferenceEquals(source.Source, part.Source) && ReferenceEquals(source.Dates, dates)
        && source.PackName == pack.Name && source.PackVersion == pack.Version && source.DisabledFromDay is null && SameEdit.IsPlain(source)
            ? source
            : null;

    /// <summary>What came of the edit before, where the same comes of it now.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="changes">Names that mean another thing now; null: all names mean the same and stand at the same places.</param>
    public EditResult? Find(EditSource edit, NameChanges? changes)
    {
        if (!_byId.TryGetValue(edit.Syntax.Id.Text, out EditResult? known) || !SameEdit.IsWritten(known.Source, edit) || changes?.Concern(known.Reads) == true)
        {
            return null;
        }

        bool isMoved = changes is not null || !SameEdit.Stands(known.Source, edit);
        return isMoved && (known.Edit is null || !known.Diagnostics.IsEmpty) ? null : known.At(edit, isMoved);
    }

    private static Dictionary<string, EditResult> ById(ImmutableArray<EditResult> results)
    {
        Dictionary<string, EditResult> byId = new(results.Length, StringComparer.Ordinal);
        foreach (EditResult result in results)
        {
            byId[result.Source.Syntax.Id.Text] = result;
        }

        return byId;
    }
}
