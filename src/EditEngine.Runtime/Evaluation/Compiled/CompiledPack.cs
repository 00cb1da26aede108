using System.Collections.Immutable;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Compiled;

/// <summary>The compiled code of a pack.</summary>
/// <param name="Edits">By position in the pack.</param>
/// <param name="Numbers">The numbers of all edits, one edit behind the other.</param>
/// <param name="Objects">The objects of all edits; edits with the same ones share them.</param>
/// <param name="Works">By position: how many steps the executor would take at most.</param>
internal sealed record CompiledPack(CompiledEntry[] Edits, long[] Numbers, object[] Objects, WorkBound[] Works)
{
    // Numbers of edits that are gone stay: so many changes later all are written anew.
    private const int MostAdded = 1_000;

    /// <summary>The methods by their text.</summary>
    public required ImmutableDictionary<string, CompiledEdit> Shapes { get; init; }

    /// <summary>Positions of the edits for which nothing was written yet: the executor runs them.</summary>
    public ImmutableArray<int> Unwritten { get; init; } = [];

    /// <summary>How many edits were written since all were.</summary>
    public int Added { get; init; }

    /// <summary>What of it serves a pack that has some of the plans, the very same records. The rest is unwritten.</summary>
    /// <param name="plans">The plans of that pack.</param>
    /// <param name="known">Positions of the plans in the pack of this code.</param>
    public CompiledPack For(ImmutableArray<EditPlan> plans, IReadOnlyDictionary<EditPlan, int> known)
    {
        bool isWorn = Added > Math.Max(MostAdded, plans.Length);
        CompiledEntry[] entries = new CompiledEntry[plans.Length];
        WorkBound[] works = new WorkBound[plans.Length];
        HashSet<int> before = [.. Unwritten];
        ImmutableArray<int>.Builder unwritten = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < entries.Length; i++)
        {
            if (!isWorn && known.TryGetValue(plans[i], out int position) && !before.Contains(position))
            {
                (entries[i], works[i]) = (Edits[position], Works[position]);
            }
            else
            {
                (entries[i], works[i]) = (CompiledEntry.Of(plans[i], null, 0, 0, WorkBound.None), WorkBound.None);
                unwritten.Add(i);
            }
        }

        return new CompiledPack(entries, isWorn ? [] : Numbers, isWorn ? [] : Objects, works) { Shapes = Shapes, Unwritten = unwritten.ToImmutable(), Added = isWorn ? 0 : Added };
    }
}
