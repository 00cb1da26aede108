using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Compiled;

/// <summary>The compiled code of a pack.</summary>
/// <param name="Rows">By position in the pack: where the row of an edit begins.</param>
/// <param name="Numbers">The rows of all edits, one behind the other: a <see cref="CompiledHead"/> and the edit's numbers. The first row is that of edits without code.</param>
/// <param name="Objects">The objects of all edits; edits with the same ones share them.</param>
/// <param name="Methods">The code of each shape. None at the first place, nor where no edit has a shape any more.</param>
/// <param name="Outcomes">By position: what is asked of findings.</param>
/// <param name="Works">By position: how many steps the executor would take at most.</param>
internal sealed record CompiledPack(int[] Rows, long[] Numbers, object[] Objects, CompiledEdit?[] Methods, CompiledOutcome[] Outcomes, WorkBound[] Works)
{
    // Numbers of edits that are gone stay: so many changes later all are written anew.
    private const int MostAdded = 1_000;

    private const int Fetched = 63;

    private static readonly long[] NoRows = new long[CompiledHead.Size];

    /// <summary>The methods by their text.</summary>
    public required ImmutableDictionary<string, int> Shapes { get; init; }

    /// <summary>Positions of the edits for which nothing was written yet: the executor runs them.</summary>
    public ImmutableArray<int> Unwritten { get; init; } = [];

    /// <summary>How many edits were written since all were.</summary>
    public int Added { get; init; }

    /// <summary>Nothing is written of some plans.</summary>
    public static CompiledPack Of(ImmutableArray<EditPlan> plans) =>
        new(new int[plans.Length], NoRows, [], [null], [.. plans.Select(CompiledOutcome.Of)], [.. plans.Select(_ => WorkBound.None)])
        {
            Shapes = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
            Unwritten = [.. Enumerable.Range(0, plans.Length)],
        };

    /// <summary>What is asked before the code of an edit runs.</summary>
    /// <param name="row">Where its row begins.</param>
    public ref readonly CompiledHead HeadAt(int row) => ref CompiledHead.At(ref Numbers[row]);

    /// <summary>Has a row fetched from memory: it is asked soon.</summary>
    /// <param name="row">Where it begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Fetch(int row)
    {
        if (Sse.IsSupported)
        {
            byte* at = (byte*)Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Numbers), row));
            Sse.Prefetch0(at);
            Sse.Prefetch0(at + Fetched); // Most rows end there.
        }
    }

    /// <summary>What of it serves a pack that has some of the plans, the very same records. The rest is unwritten.</summary>
    /// <param name="plans">The plans of that pack.</param>
    /// <param name="known">Positions of the plans in the pack of this code.</param>
    public CompiledPack For(ImmutableArray<EditPlan> plans, IReadOnlyDictionary<EditPlan, int> known)
    {
        CompiledPack made = Of(plans);
        if (Added > Math.Max(MostAdded, plans.Length))
        {
            return made with { Methods = Methods, Shapes = Shapes };
        }

        HashSet<int> before = [.. Unwritten];
        ImmutableArray<int>.Builder unwritten = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < plans.Length; i++)
        {
            if (known.TryGetValue(plans[i], out int position) && !before.Contains(position))
            {
                (made.Rows[i], made.Works[i]) = (Rows[position], Works[position]);
            }
            else
            {
                unwritten.Add(i);
            }
        }

        return made with { Numbers = Numbers, Objects = Objects, Methods = Methods, Shapes = Shapes, Unwritten = unwritten.ToImmutable(), Added = Added };
    }
}
