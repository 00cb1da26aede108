using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EditEngine.Codes;

/// <summary>Whether a code is in a set on a day that is not known.</summary>
internal enum SometimeMember
{
    /// <summary>On no day.</summary>
    Never,

    /// <summary>On some days.</summary>
    Sometimes,

    /// <summary>On every day.</summary>
    Always,
}

/// <summary>A set of codes, each member on its days. Immutable; equal sets have equal <see cref="Intervals"/>.</summary>
public sealed class CodeSet
{
    /// <summary>The set without members.</summary>
    internal static readonly CodeSet Empty = new([]);

    // So many are searched where they stand: nearly all sets of ten thousand edits have two or three codes.
    private const int Few = 16;

    // First codes side by side; null of few.
    private readonly ulong[]? _firsts;
    private string? _contentHash;

    private CodeSet(ImmutableArray<CodeInterval> intervals)
    {
        Intervals = intervals;
        if (intervals.Length > Few)
        {
            _firsts = new ulong[intervals.Length];
            for (int i = 0; i < _firsts.Length; i++)
            {
                _firsts[i] = intervals[i].First;
            }
        }
    }

    /// <summary>
    /// Ordered by first code, then first day. Two intervals hold the same codes or none in common; days of the same codes do not touch.
    /// </summary>
    internal ImmutableArray<CodeInterval> Intervals { get; }

    /// <summary>True where some member is not a member on every day.</summary>
    internal bool IsDated => !Intervals.All(IsOfEveryDay);

    /// <summary>Hex SHA-256 of the intervals.</summary>
    internal string ContentHash => _contentHash ??= Convert.ToHexStringLower(SHA256.HashData(ToBytes())); // Whoever makes it makes the same.

    /// <summary>Puts intervals in any order, overlapping or not, into one set.</summary>
    internal static CodeSet From(IEnumerable<CodeInterval> intervals) => Combine([.. intervals], [], static (left, _) => left);

    /// <summary>The set that <see cref="ToBytes"/> was of; null for bytes that are of none.</summary>
    internal static CodeSet? FromBytes(ReadOnlySpan<byte> bytes)
    {
        CodeInterval[]? intervals = bytes.Length % Unsafe.SizeOf<CodeInterval>() == 0 ? MemoryMarshal.Cast<byte, CodeInterval>(bytes).ToArray() : null;
        return intervals is not null && CodeIntervals.AreInOrder(intervals) ? new CodeSet(ImmutableCollectionsMarshal.AsImmutableArray(intervals)) : null;
    }

    /// <summary>The intervals as they lie in memory, 24 bytes each: numbers written one by one take longer to read than the rest of a pack.</summary>
    internal byte[] ToBytes() => MemoryMarshal.AsBytes(Intervals.AsSpan()).ToArray();

    /// <summary>Members of either.</summary>
    internal CodeSet Union(CodeSet other) => Combine(Intervals, other.Intervals, static (left, right) => left || right);

    /// <summary>Members of both.</summary>
    internal CodeSet Intersect(CodeSet other) => Combine(Intervals, other.Intervals, static (left, right) => left && right);

    /// <summary>Members of this one that are not members of the other, day by day.</summary>
    internal CodeSet Except(CodeSet other) => Combine(Intervals, other.Intervals, static (left, right) => left && !right);

    /// <summary>Whether every member of another set, on whatever days it is one, is a member of this one on every day.</summary>
    internal bool Covers(CodeSet other)
    {
        int at = 0;
        foreach (CodeInterval wanted in other.Intervals)
        {
            while (at < Intervals.Length && Intervals[at].Last < wanted.First)
            {
                at++;
            }

            if (at == Intervals.Length || Intervals[at] is not { FromDay: int.MinValue, ThroughDay: int.MaxValue } own || own.First > wanted.First || own.Last < wanted.Last)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the code is a member, on some day at least. A code that fits no pattern is in no set.</summary>
    public bool Contains(Code code) => code.Odd is null && ContainsSometime(code.Packed) != SometimeMember.Never;

    /// <summary>The members as the language writes them, codes and ranges of codes that have one pattern: <c>83036</c>, <c>99202-99215</c>.</summary>
    public ImmutableArray<string> ToRanges() =>
    [
        .. CodeRange.Joined(Intervals)
            .Select(range => range.First == range.Last ? Code.FromPacked(range.First).ToString() : $"{Code.FromPacked(range.First)}-{Code.FromPacked(range.Last)}"),
    ];

    /// <summary>Whether the code is a member on the day. An odd code is in no set. O(log n), no allocation.</summary>
    internal bool Contains(ulong code, int day)
    {
        for (int i = FindBlock(code); i < Intervals.Length && FirstOf(i) <= code; i++)
        {
            CodeInterval interval = Intervals[i];
            if (code <= interval.Last && day >= interval.FromDay && day <= interval.ThroughDay)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What can be said of the code where the day is not known.</summary>
    internal SometimeMember ContainsSometime(ulong code)
    {
        SometimeMember found = SometimeMember.Never;
        for (int i = FindBlock(code); i < Intervals.Length && FirstOf(i) <= code; i++)
        {
            CodeInterval interval = Intervals[i];
            if (code <= interval.Last)
            {
                found = SometimeMember.Sometimes;
                if (interval.FromDay == int.MinValue && interval.ThroughDay == int.MaxValue)
                {
                    return SometimeMember.Always;
                }
            }
        }

        return found;
    }

    /// <summary>The intervals that hold the code, by first day.</summary>
    internal IEnumerable<CodeInterval> DaysOf(ulong code)
    {
        for (int i = FindBlock(code); i < Intervals.Length && FirstOf(i) <= code; i++)
        {
            if (code <= Intervals[i].Last)
            {
                yield return Intervals[i];
            }
        }
    }

    /// <summary>Whether one interval holds all numbers from one through the other.</summary>
    internal bool Holds(ulong first, ulong last)
    {
        int block = FindBlock(first);
        return block < Intervals.Length && Intervals[block].Last >= last;
    }

    /// <summary>Whether some member's number lies from one through the other, on any day.</summary>
    internal bool Meets(ulong first, ulong last)
    {
        int block = FindBlock(last);
        return block < Intervals.Length && Intervals[block].Last >= first;
    }

    private ulong FirstOf(int interval) => _firsts is null ? Intervals[interval].First : _firsts[interval];

    // INVARIANT: intervals of different codes never overlap, so the block with the greatest first code not above the code is the only one.
    private int FindBlock(ulong code)
    {
        int low = 0;
        int high = Intervals.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (FirstOf(middle) <= code)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return Intervals.Length;
        }

        ulong first = FirstOf(low - 1);
        int start = low - 1;
        while (start > 0 && FirstOf(start - 1) == first)
        {
            start--;
        }

        return start;
    }

    private static CodeSet Combine(ImmutableArray<CodeInterval> left, ImmutableArray<CodeInterval> right, Func<bool, bool, bool> keep)
    {
        if (left.All(IsOfEveryDay) && right.All(IsOfEveryDay))
        {
            return new CodeSet(CombineUndated(Edges(left), Edges(right), keep));
        }

        ImmutableArray<CodeInterval>.Builder result = ImmutableArray.CreateBuilder<CodeInterval>();
        CodeInterval[] all = [.. left, .. right];
        int[] order = [.. Enumerable.Range(0, all.Length)];
        Array.Sort(order, (a, b) => all[a].First != all[b].First ? all[a].First.CompareTo(all[b].First) : a.CompareTo(b));
        int next = 0;
        while (next < order.Length)
        {
            // One cluster of intervals whose codes touch is cut at every first and last code; clusters are small but for odd inputs.
            int begin = next;
            ulong reach = all[order[next]].Last;
            next++;
            while (next < order.Length && all[order[next]].First <= reach)
            {
                reach = Math.Max(reach, all[order[next]].Last);
                next++;
            }

            CutCluster(all, order.AsSpan(begin, next - begin), left.Length, keep, result);
        }

        return new CodeSet(Merged(result));
    }

    private static bool IsOfEveryDay(CodeInterval interval) => interval.FromDay == int.MinValue && interval.ThroughDay == int.MaxValue;

    /// <summary>Where membership begins and ends by turns, in order: overlapping and touching intervals are one.</summary>
    private static ulong[] Edges(ImmutableArray<CodeInterval> intervals)
    {
        CodeInterval[] sorted = [.. intervals];
        if (!IsSorted(sorted))
        {
            Array.Sort(sorted, static (a, b) => a.First.CompareTo(b.First));
        }

        List<ulong> edges = new(2 * sorted.Length);
        foreach (CodeInterval interval in sorted)
        {
            if (edges.Count > 0 && interval.First <= edges[^1])
            {
                edges[^1] = Math.Max(edges[^1], interval.Last + 1);
            }
            else
            {
                edges.Add(interval.First);
                edges.Add(interval.Last + 1);
            }
        }

        return [.. edges];
    }

    private static bool IsSorted(CodeInterval[] intervals)
    {
        for (int i = 1; i < intervals.Length; i++)
        {
            if (intervals[i].First < intervals[i - 1].First)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One walk along both: what is kept changes at edges only.</summary>
    private static ImmutableArray<CodeInterval> CombineUndated(ulong[] left, ulong[] right, Func<bool, bool, bool> keep)
    {
        ImmutableArray<CodeInterval>.Builder result = ImmutableArray.CreateBuilder<CodeInterval>(Math.Max(left.Length, right.Length) / 2);
        int l = 0;
        int r = 0;
        ulong? open = null;
        while (l < left.Length || r < right.Length)
        {
            ulong at = l == left.Length ? right[r] : r == right.Length ? left[l] : Math.Min(left[l], right[r]);
            l += l < left.Length && left[l] == at ? 1 : 0;
            r += r < right.Length && right[r] == at ? 1 : 0;
            bool isMember = keep(l % 2 == 1, r % 2 == 1);
            if (isMember)
            {
                open ??= at;
            }
            else if (open is ulong first)
            {
                result.Add(new CodeInterval(first, at - 1, int.MinValue, int.MaxValue));
                open = null;
            }
        }

        return result.ToImmutable();
    }

    private static void CutCluster(
        CodeInterval[] all, ReadOnlySpan<int> cluster, int leftCount, Func<bool, bool, bool> keep, ImmutableArray<CodeInterval>.Builder result)
    {
        SortedSet<ulong> cuts = [];
        foreach (int i in cluster)
        {
            cuts.Add(all[i].First);
            cuts.Add(all[i].Last + 1);
        }

        ulong[] edges = [.. cuts];
        for (int e = 0; e + 1 < edges.Length; e++)
        {
            List<CodeInterval> inLeft = [];
            List<CodeInterval> inRight = [];
            foreach (int i in cluster)
            {
                if (all[i].First <= edges[e] && all[i].Last >= edges[e + 1] - 1)
                {
                    (i < leftCount ? inLeft : inRight).Add(all[i]);
                }
            }

            AddDays(edges[e], edges[e + 1] - 1, inLeft, inRight, keep, result);
        }
    }

    private static void AddDays(
        ulong first, ulong last, List<CodeInterval> left, List<CodeInterval> right, Func<bool, bool, bool> keep, ImmutableArray<CodeInterval>.Builder result)
    {
        SortedSet<long> cuts = [int.MinValue, (long)int.MaxValue + 1];
        foreach (CodeInterval interval in left.Concat(right))
        {
            cuts.Add(interval.FromDay);
            cuts.Add((long)interval.ThroughDay + 1);
        }

        long[] edges = [.. cuts];
        long? open = null;
        for (int e = 0; e + 1 < edges.Length; e++)
        {
            int day = (int)edges[e];
            bool isMember = keep(left.Exists(i => i.FromDay <= day && i.ThroughDay >= day), right.Exists(i => i.FromDay <= day && i.ThroughDay >= day));
            if (isMember)
            {
                open ??= day;
            }
            else if (open is long from)
            {
                result.Add(new CodeInterval(first, last, (int)from, day - 1));
                open = null;
            }
        }

        if (open is long start)
        {
            result.Add(new CodeInterval(first, last, (int)start, int.MaxValue));
        }
    }

    // Neighbouring codes with the same days become one interval, so that equal sets look equal however they were written.
    private static ImmutableArray<CodeInterval> Merged(ImmutableArray<CodeInterval>.Builder intervals)
    {
        ImmutableArray<CodeInterval>.Builder merged = ImmutableArray.CreateBuilder<CodeInterval>();
        for (int i = 0; i < intervals.Count; i++)
        {
            CodeInterval current = intervals[i];
            bool alone = i + 1 == intervals.Count || intervals[i + 1].First != current.First;
            bool previousAlone = merged.Count > 0 && (merged.Count == 1 || merged[^2].First != merged[^1].First);
            if (alone && previousAlone && merged[^1].Last + 1 == current.First && merged[^1].FromDay == current.FromDay && merged[^1].ThroughDay == current.ThroughDay)
            {
                merged[^1] = merged[^1] with { Last = current.Last };
            }
            else
            {
                merged.Add(current);
            }
        }

        return merged.ToImmutable();
    }
}
