using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Analysis.Explanation;

/// <summary>Single changes of one claim, and which of them reach an end: what they have in common is said once.</summary>
/// <param name="isEnd">Whether a claim reaches it.</param>
internal sealed class ReachedClaims(Func<DatedClaim, bool> isEnd)
{
    private const int MostNamed = 4;
    private const decimal FarDays = 3650;
    private const decimal FarNumber = 1000;

    private readonly List<(ClaimNeighbour Neighbour, bool Ends)> _all = [];

    /// <summary>Takes a change that was run.</summary>
    public void Add(ClaimNeighbour neighbour, bool ends) => _all.Add((neighbour, ends));

    /// <summary>The ways to the end, in words, each with a claim; those first that change least.</summary>
    public ImmutableArray<(string Words, DatedClaim Claim)> Ways()
    {
        List<(int Rank, string Words, DatedClaim Claim)> ways = [];
        foreach (IGrouping<string, (ClaimNeighbour Neighbour, bool Ends)> same in _all.GroupBy(one => KeyOf(one.Neighbour.Change), StringComparer.Ordinal))
        {
            ClaimNeighbour[] ending = [.. same.Where(one => one.Ends).Select(one => one.Neighbour)];
            if (ending.Length > 0)
            {
                int rank = RankOf(ending[0].Change);
                ways.AddRange(WaysOf(ending, [.. same.Where(one => !one.Ends).Select(one => one.Neighbour)]).Select(way => (rank, way.Words, way.Claim)));
            }
        }

        return [.. ways.OrderBy(way => way.Rank).Select(way => (way.Words, way.Claim))];
    }

    private IEnumerable<(string Words, DatedClaim Claim)> WaysOf(ClaimNeighbour[] ending, ClaimNeighbour[] others)
    {
        if (ending[0].Change is not ValueChanged { After: not null } first)
        {
            return [(ending[0].Change.Words, ending[0].Claim)];
        }

        if (first is { IsOrdered: true, Before: not null })
        {
            return Ranges(first, ending, others);
        }

        return first.IsList ? Lists([.. ending.Select(one => (one.Claim, (ValueChanged)one.Change))])
            : [($"{first.Name} {Named([.. ending.Select(one => ValueChanged.ValueText(first.Type, ((ValueChanged)one.Change).After!))])}", ending[0].Claim)]; // Asked of the first.
    }

    // What joins or leaves the list alone is less than one in another's place.
    private static IEnumerable<(string Words, DatedClaim Claim)> Lists((DatedClaim Claim, ValueChanged Change)[] ending)
    {
        (DatedClaim Claim, ValueChanged Change)[] joining = [.. ending.Where(one => one.Change.Removed.IsEmpty && one.Change.Added.Length > 0)];
        (DatedClaim Claim, ValueChanged Change)[] leaving = [.. ending.Where(one => one.Change.Added.IsEmpty && one.Change.Removed.Length > 0)];
        if (joining.Length > 0)
        {
            yield return (joining[0].Change.ListWords(Named([.. joining.Select(one => string.Join(" and ", one.Change.Added))])), joining[0].Claim);
        }

        foreach ((DatedClaim claim, ValueChanged change) in leaving)
        {
            yield return (change.Words, claim);
        }

        HashSet<string> known = [.. joining.SelectMany(one => one.Change.Added)];
        HashSet<string> gone = [.. leaving.SelectMany(one => one.Change.Removed)];
        var swapped = ending.Where(one => one.Change is { Added.Length: > 0, Removed.Length: > 0 } && !one.Change.Added.Any(known.Contains) && !one.Change.Removed.Any(gone.Contains));
        foreach (var same in swapped.GroupBy(one => string.Join(' ', one.Change.Removed), StringComparer.Ordinal))
        {
            yield return (same.First().Change.ListWords(Named([.. same.Select(one => string.Join(" and ", one.Change.Added))])), same.First().Claim);
        }
    }

    private IEnumerable<(string Words, DatedClaim Claim)> Ranges(ValueChanged first, ClaimNeighbour[] ending, ClaimNeighbour[] others)
    {
        decimal before = ValueChanged.PositionOf(first.Before)!.Value; // The type has an order.
        decimal[] good = [.. ending.Select(Position).OfType<decimal>().Distinct().Order()];
        decimal[] bad = [.. others.Select(Position).OfType<decimal>().Append(before).Distinct().Order()];
        if (good.Where(at => at > before).Cast<decimal?>().FirstOrDefault() is decimal above)
        {
            decimal least = Nearest(first, bad.Where(at => at < above).Max(), above);
            decimal highest = least + (first.Type.Kind == TypeKind.Date ? FarDays : FarNumber);
            decimal? stop = bad.Where(at => at > least).Cast<decimal?>().FirstOrDefault() ?? (IsEnd(first, highest) ? null : highest);
            yield return Range(first, least, least, stop is decimal end ? Nearest(first, end, good.Append(least).Where(at => at < end).Max()) : null);
        }

        if (good.Where(at => at < before).Cast<decimal?>().LastOrDefault() is decimal below)
        {
            decimal most = Nearest(first, bad.Where(at => at > below).Min(), below);
            decimal lowest = first.Type.Kind == TypeKind.Date ? most - FarDays : 0;
            decimal? stop = bad.Where(at => at < most).Cast<decimal?>().LastOrDefault() ?? (lowest >= most || IsEnd(first, lowest) ? null : lowest);
            yield return Range(first, most, stop is decimal end ? Nearest(first, end, good.Append(most).Where(at => at > end).Min()) : null, most);
        }
    }

    // The last value, seen from one that reaches the end towards one that does not, that still does.
    private decimal Nearest(ValueChanged change, decimal no, decimal yes)
    {
        while (Math.Abs(yes - no) > 1)
        {
            decimal middle = decimal.Truncate((yes + no) / 2);
            if (middle == yes || middle == no)
            {
                break;
            }

            (no, yes) = IsEnd(change, middle) ? (no, middle) : (middle, yes);
        }

        return yes;
    }

    private bool IsEnd(ValueChanged change, decimal at) => isEnd(change.At!(at).Claim); // The field has an order.

    private static (string Words, DatedClaim Claim) Range(ValueChanged change, decimal at, decimal? from, decimal? to)
    {
        string Text(decimal position) => ValueChanged.ValueText(change.Type, ValueChanged.ValueAt(change.Type, position));
        bool isDate = change.Type.Kind == TypeKind.Date;
        string words = (from, to) switch
        {
            (decimal low, null) => $"{(isDate ? "from" : "at least")} {Text(low)}",
            (null, decimal high) => $"{(isDate ? "up to" : "at most")} {Text(high)}",
            (decimal low, decimal high) when low != high => $"{Text(low)} .. {Text(high)}",
            _ => Text(at),
        };
        return ($"{change.Name} {words}", change.At!(at).Claim); // The field has an order.
    }

    private static decimal? Position(ClaimNeighbour one) => ValueChanged.PositionOf(((ValueChanged)one.Change).After);

    private static string Named(string[] values)
    {
        string[] shown = [.. values.Distinct(StringComparer.Ordinal)];
        string more = shown.Length > MostNamed ? FormattableString.Invariant($", or {shown.Length - MostNamed} others that were tried") : "";
        string[] named = [.. shown.Take(MostNamed)];
        return named.Length == 1 || more.Length > 0 ? string.Join(", ", named) + more : $"{string.Join(", ", named[..^1])} or {named[^1]}";
    }

    // What is not known is another matter than what is another.
    private static string KeyOf(ClaimChange change) => change switch
    {
        ValueChanged { After: null } gone => $"{gone.Part} {gone.Path} -",
        ValueChanged value => $"{value.Part} {value.Path}",
        PartAdded added => $"+ {added.Kind} {added.Part}",
        _ => "- " + change.Part,
    };

    // Of two changes the one that a biller would look at first.
    private static int RankOf(ClaimChange change)
    {
        int rank = change switch
        {
            ValueChanged { After: null } => 6,
            ValueChanged { Part: "", Path: "type" or "all dates" } => 5,
            ValueChanged { IsList: true } => 0,
            ValueChanged { Type.Kind: TypeKind.Date } => 2,
            ValueChanged => 1,
            _ => 3,
        };
        return change.Part.StartsWith("history", StringComparison.Ordinal) ? rank + 4 : rank;
    }
}
