using EditEngine.Compiler.Binding;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A thing that may come first, with the values that it is ordered by.</summary>
internal sealed record OrderedMember(Member Member, EvaluatedValue[] Keys)
{
    /// <summary>The one that surely comes first; missing where another could.</summary>
    public static EvaluatedValue FirstOf(BoundFirst first, List<OrderedMember> ordered)
    {
        if (first.Keys.IsEmpty && first.IsLast)
        {
            ordered.Reverse();
        }

        // The certain member that comes before every other certain one; unknown where another could come before it.
        int best = -1;
        for (int i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Member.Belongs.Truth == Truth.True && (best < 0 || Before(first, ordered[i].Keys, ordered[best].Keys).Truth == Truth.True))
            {
                best = i;
            }
        }

        for (int i = 0; i < ordered.Count; i++)
        {
            // Without keys the list's own order counts: those after the best do not matter.
            TruthValue before = i == best ? TruthValue.False : best < 0 ? TruthValue.True : first.Keys.IsEmpty ? TruthValue.Of(i < best) : Before(first, ordered[i].Keys, ordered[best].Keys);
            TruthValue couldBeFirst = before & ordered[i].Member.Belongs;
            if (couldBeFirst.Truth != Truth.False)
            {
                return new EvaluatedMissing(couldBeFirst.Missing);
            }
        }

        return best < 0 ? EvaluatedNone.Instance : new EvaluatedThing(ordered[best].Member.Thing);
    }

    private static TruthValue Before(BoundFirst first, EvaluatedValue[] left, EvaluatedValue[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] is EvaluatedMissing || right[i] is EvaluatedMissing)
            {
                return TruthValue.Unknown(Arithmetic.FieldsOf(left[i]).Union(Arithmetic.FieldsOf(right[i])));
            }

            int order = left[i] is EvaluatedNone ? right[i] is EvaluatedNone ? 0 : 1 : right[i] is EvaluatedNone ? -1 : Comparison.OrderOf(left[i], right[i]) ?? 0;
            if (order != 0)
            {
                return TruthValue.Of((order < 0) != (first.Keys[i].IsDescending != first.IsLast));
            }
        }

        return TruthValue.False;
    }
}
