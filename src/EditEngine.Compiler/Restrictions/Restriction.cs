using System.Collections.Immutable;

namespace EditEngine.Compiler.Restrictions;

/// <summary>
/// What must hold of a thing for a condition not to be false: never more than the condition asks, and of what it asks all that is seen.
/// A field that is missing, or a value that it is compared with, leaves the condition unknown, not false: whoever reads this keeps such things.
/// </summary>
/// <remarks>
/// <c>h.procedure in @visits and h.date &gt;= v.date - 30 days and h.place = v.place</c>, of h: a code of @visits; 30 days back from v.date, or later; v's place.
/// </remarks>
internal sealed record Restriction
{
    /// <summary>Nothing is asked.</summary>
    public static readonly Restriction None = new();

    /// <summary>The condition is false whatever the thing.</summary>
    public static readonly Restriction Impossible = new() { IsImpossible = true };

    /// <summary>No thing meets it.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>Codes, one restriction a field.</summary>
    public ImmutableArray<CodeRestriction> Codes { get; init; } = [];

    /// <summary>Words, one restriction a field.</summary>
    public ImmutableArray<WordRestriction> Words { get; init; } = [];

    /// <summary>Numbers, one restriction a field.</summary>
    public ImmutableArray<NumberRestriction> Numbers { get; init; } = [];

    /// <summary>Fields equal to other values; all hold.</summary>
    public ImmutableArray<KeyRestriction> Keys { get; init; } = [];

    /// <summary>Columns of a row equal to values; all hold.</summary>
    public ImmutableArray<ColumnRestriction> Columns { get; init; } = [];

    /// <summary>Ends of windows; all hold.</summary>
    public ImmutableArray<DayRestriction> Days { get; init; } = [];

    /// <summary>The condition is true of no thing, though it may be unknown: two of what it asks rule one another out.</summary>
    public bool IsNeverTrue => IsImpossible
        || Codes.Any(one => one.Dated.Intervals.IsEmpty)
        || Words.Any(one => one.Words.IsEmpty)
        || Numbers.Any(one => one.Range.IsEmpty)
        || Days.Any(first => !first.IsUpper && Days.Any(last => last.IsUpper && last.Path == first.Path && first.OneOf.All(from => last.OneOf.All(to => DayWindows.IsEmpty(from, to)))));

    // At most: it is in order whoever made it.
    private bool HasOneOfEach => Codes.Length <= 1 && Words.Length <= 1 && Numbers.Length <= 1 && Keys.Length <= 1 && Days.Length <= 1;

    /// <summary>Both hold.</summary>
    public Restriction And(Restriction other)
    {
        if (IsImpossible || other.IsImpossible)
        {
            return Impossible;
        }

        if (ReferenceEquals(this, None) && other.HasOneOfEach)
        {
            return other;
        }

        if (ReferenceEquals(other, None) && HasOneOfEach)
        {
            return this;
        }

        return new Restriction
        {
            Codes = Merged(Codes, other.Codes),
            Words = Merged(Words, other.Words),
            Numbers = Merged(Numbers, other.Numbers),
            Keys = InOrder(Keys.AddRange(other.Keys), TermOrder.Compare),
            Columns = Columns.AddRange(other.Columns),
            Days = InOrder(Days.AddRange(other.Days), TermOrder.Compare),
        };
    }

    /// <summary>At least one of them holds.</summary>
    public Restriction Or(Restriction other)
    {
        if (IsImpossible)
        {
            return other;
        }

        if (other.IsImpossible)
        {
            return this;
        }

        return new Restriction
        {
            Codes =
            [
                .. from mine in Codes
                   from theirs in other.Codes
                   where mine.Path == theirs.Path
                   select new CodeRestriction(mine.Path, mine.Codes.Union(theirs.Codes), [.. mine.Unless.Union(theirs.Unless)]) { Dated = mine.Dated.Union(theirs.Dated) },
            ],
            Words =
            [
                .. from mine in Words
                   from theirs in other.Words
                   where mine.Path == theirs.Path
                   select new WordRestriction(mine.Path, mine.Words.Union(theirs.Words)),
            ],
            Numbers =
            [
                .. from mine in Numbers
                   from theirs in other.Numbers
                   where mine.Path == theirs.Path
                   select new NumberRestriction(mine.Path, mine.Range.Or(theirs.Range)),
            ],
            Keys = InOrder(
            [
                .. from mine in Keys
                   from theirs in other.Keys
                   where mine.Path == theirs.Path
                   select new KeyRestriction(mine.Path, [.. mine.OneOf.Union(theirs.OneOf)]),
            ], TermOrder.Compare),
            Days = InOrder(
            [
                .. from mine in Days
                   from theirs in other.Days
                   where mine.Path == theirs.Path && mine.IsUpper == theirs.IsUpper
                   select new DayRestriction(mine.Path, mine.IsUpper, DayWindows.Weakest([.. mine.OneOf, .. theirs.OneOf], mine.IsUpper), [.. mine.Unless.Union(theirs.Unless)]),
            ], TermOrder.Compare),
        };
    }

    // Two sets asked of one field are both asked. Where they depend on different keys, that of the fewest keys and codes is kept: less is asked, never more.
    private static ImmutableArray<CodeRestriction> Merged(ImmutableArray<CodeRestriction> left, ImmutableArray<CodeRestriction> right) => IsOne(left, right) ? left.AddRange(right) :
    [
        .. left.Concat(right).GroupBy(one => one.Path, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            group.Aggregate((first, second) =>
                first.Unless.SequenceEqual(second.Unless) ? first with { Codes = first.Codes.Intersect(second.Codes), Dated = first.Dated.Intersect(second.Dated) }
                    : Keeps(first).CompareTo(Keeps(second)) <= 0 ? first : second)),
    ];

    private static (int Keys, int Codes, string Says) Keeps(CodeRestriction one) => (one.Unless.Length, one.Codes.Intervals.Length, string.Join(' ', one.Unless));

    private static ImmutableArray<NumberRestriction> Merged(ImmutableArray<NumberRestriction> left, ImmutableArray<NumberRestriction> right) => IsOne(left, right) ? left.AddRange(right) :
    [
        .. left.Concat(right).GroupBy(one => one.Path, StringComparer.Ordinal)
            .Select(group => new NumberRestriction(group.Key, group.Select(one => one.Range).Aggregate((first, second) => first.And(second)))),
    ];

    private static ImmutableArray<WordRestriction> Merged(ImmutableArray<WordRestriction> left, ImmutableArray<WordRestriction> right) => IsOne(left, right) ? left.AddRange(right) :
    [
        .. left.Concat(right).GroupBy(one => one.Path, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new WordRestriction(group.Key, group.Select(one => one.Words).Aggregate((first, second) => first.Intersect(second)))),
    ];

    // Most conditions ask one thing: there is nothing to put together, and nothing to order.
    private static bool IsOne<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.Length + right.Length <= 1;

    // The order in which a condition is written changes nothing.
    private static ImmutableArray<T> InOrder<T>(ImmutableArray<T> all, Comparison<T> compare)
    {
        if (all.Length <= 1)
        {
            return all;
        }

        List<T> ordered = [.. all.Order(Comparer<T>.Create(compare))];
        for (int i = ordered.Count - 1; i > 0; i--)
        {
            if (compare(ordered[i - 1], ordered[i]) == 0)
            {
                ordered.RemoveAt(i);
            }
        }

        return [.. ordered];
    }
}
