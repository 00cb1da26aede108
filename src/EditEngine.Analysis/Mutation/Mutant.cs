using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Mutation;

/// <summary>A pack with one small change: the edits that are others then. A change of a declaration changes every edit that uses it.</summary>
/// <param name="Number">From 1, in the order of the text.</param>
/// <param name="Place">What is changed.</param>
/// <param name="Words">The change, to be read after "no test notices when".</param>
/// <param name="Edits">The changed edits, each with its position in the pack; at least one.</param>
internal sealed record Mutant(int Number, SourceSpan Place, string Words, ImmutableArray<(int Position, BoundEdit Edit)> Edits);

/// <summary>Makes the mutants of a pack.</summary>
internal static class Mutants
{
    private static readonly ImmutableArray<IMutationKind> Kinds =
        [new ComparisonMutations(), new BoundMutations(), new OmissionMutations(), new SetMutations(), new TableMutations(), new OutcomeMutations()];

    /// <summary>Every mutant that means something else than the pack, by file and place.</summary>
    /// <param name="material">The pack.</param>
    /// <param name="isOwn">Whether a file is the pack's own: what it extends is not changed.</param>
    /// <param name="takes">Whether changes of an edit are wanted; of a mutant of several edits one is enough.</param>
    public static ImmutableArray<Mutant> Of(MutationMaterial material, Func<string, bool> isOwn, Func<BoundEdit, bool> takes)
    {
        Dictionary<(SourceSpan Place, string Words), List<(int Position, BoundEdit Edit)>> found = [];
        List<(SourceSpan Place, string Words)> order = [];
        for (int position = 0; position < material.Pack.Edits.Length; position++)
        {
            BoundEdit edit = material.Pack.Edits[position];
            Lazy<string> meaning = new(() => PackFingerprint.HashOf(edit));
            foreach (IGrouping<(SourceSpan Place, string Words), Mutation> same in Kinds.SelectMany(kind => kind.Of(edit, material)).Where(mutation => isOwn(mutation.Place.File)).GroupBy(mutation => (mutation.Place, mutation.Words)))
            {
                // A definition stands in the edit as often as it is used, and in the text once.
                Mutation[] everywhere = [.. same];
                BoundEdit changed = BoundRewrite.Of(edit, node => everywhere.Select(mutation => mutation.Replace(node)).FirstOrDefault(replaced => replaced is not null));
                if (PackFingerprint.HashOf(changed) == meaning.Value)
                {
                    continue;
                }

                (SourceSpan, string) key = same.Key;
                if (!found.TryGetValue(key, out List<(int, BoundEdit)>? edits))
                {
                    found.Add(key, edits = []);
                    order.Add(key);
                }

                if (edits.Count == 0 || edits[^1].Item1 != position)
                {
                    edits.Add((position, changed));
                }
            }
        }

        return
        [
            .. order.Where(key => found[key].Exists(one => takes(one.Edit)))
                .OrderBy(key => key.Place.File, StringComparer.Ordinal).ThenBy(key => key.Place.Start)
                .Select((key, at) => new Mutant(at + 1, key.Place, key.Words, [.. found[key]])),
        ];
    }
}
