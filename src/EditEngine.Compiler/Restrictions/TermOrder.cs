using System.Collections.Immutable;

namespace EditEngine.Compiler.Restrictions;

/// <summary>An order of what conditions ask, by what it is: 0 where two ask the same. That order stands in what is told of a pack, so that it hangs on no hash and on no order of writing.</summary>
internal static class TermOrder
{
    /// <summary>By field, then by values.</summary>
    public static int Compare(KeyRestriction left, KeyRestriction right) =>
        string.CompareOrdinal(left.Path, right.Path) is not 0 and int path ? path : Compare(left.OneOf, right.OneOf, Compare);

    /// <summary>By date; what is on or after before what is on or before; by days, then by what must not be missing.</summary>
    public static int Compare(DayRestriction left, DayRestriction right) =>
        string.CompareOrdinal(left.Path, right.Path) is not 0 and int path ? path
            : left.IsUpper.CompareTo(right.IsUpper) is not 0 and int end ? end
            : Compare(left.OneOf, right.OneOf, Compare) is not 0 and int days ? days
            : Compare(left.Unless, right.Unless, Compare);

    private static int Compare(DayTerm left, DayTerm right) =>
        ReferenceEquals(left, right) ? 0
            : Compare(left.Anchor, right.Anchor) is not 0 and int anchor ? anchor
            : left.Months.CompareTo(right.Months) is not 0 and int months ? months
            : left.Days.CompareTo(right.Days);

    private static int Compare(Anchor left, Anchor right) => (left, right) switch
    {
        (DateAnchor first, DateAnchor second) => Compare(first.Date, second.Date),
        (DayAnchor first, DayAnchor second) => first.DayNumber.CompareTo(second.DayNumber),
        (EdgeAnchor first, EdgeAnchor second) =>
            first.Period.CompareTo(second.Period) is not 0 and int period ? period
                : first.IsLast.CompareTo(second.IsLast) is not 0 and int end ? end
                : Compare(first.Of, second.Of) is not 0 and int of ? of
                : first.Start is null || second.Start is null ? (first.Start is null ? 0 : 1) - (second.Start is null ? 0 : 1)
                : Compare(first.Start, second.Start),
        _ => Rank(left).CompareTo(Rank(right)),
    };

    private static int Compare(Term left, Term right) => (left, right) switch
    {
        (ThingTerm first, ThingTerm second) => first.Slot.CompareTo(second.Slot) is not 0 and int slot ? slot : string.CompareOrdinal(first.Path, second.Path),
        (ClaimTerm first, ClaimTerm second) => string.CompareOrdinal(first.Path, second.Path),
        (ConstantTerm first, ConstantTerm second) => string.CompareOrdinal(first.Text, second.Text),
        (OtherTerm first, OtherTerm second) => ReferenceEquals(first.Expression, second.Expression) ? 0 : string.CompareOrdinal(first.ToString(), second.ToString()),
        _ => Rank(left).CompareTo(Rank(right)),
    };

    private static int Compare<T>(ImmutableArray<T> left, ImmutableArray<T> right, Comparison<T> compare)
    {
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            if (compare(left[i], right[i]) is not 0 and int order)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Rank(Anchor anchor) => anchor switch
    {
        DateAnchor => 0,
        DayAnchor => 1,
        _ => 2,
    };

    private static int Rank(Term term) => term switch
    {
        ClaimTerm => 0,
        ConstantTerm => 1,
        OtherTerm => 2,
        _ => 3,
    };
}
