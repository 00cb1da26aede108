using System.Collections;
using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Other lines of a target's tuples, each once: the first hundred as they came, the rest by number.</summary>
internal sealed class RelatedThings
{
    private readonly List<(int Number, Thing Thing)> _first = [];
    private readonly BitArray _seen = new(0);
    private int _count;

    /// <summary>How many there are beside the first hundred.</summary>
    public int Omitted => _count - _first.Count;

    /// <summary>The first hundred.</summary>
    public ImmutableArray<RelatedLine> ToImmutable() =>
    [
        .. _first.Select(one => one.Thing.Facts is HistoryLine history ? new RelatedLine(history.ClaimId, history.Line.Number) : new RelatedLine(null, ((ServiceLine)one.Thing.Facts).Number)),
    ];

    /// <summary>Adds a line or line of history.</summary>
    public void Add(ClaimThings things, Thing thing)
    {
        if (thing.Kind is ThingKinds.Line or ThingKinds.History)
        {
            Add(things.NumberOf(thing), thing);
        }
    }

    /// <summary>Adds those of another, in its order.</summary>
    public void AddAll(RelatedThings other)
    {
        foreach ((int number, Thing thing) in other._first)
        {
            Add(number, thing);
        }

        // More than a hundred of the other: by now there are a hundred here too.
        for (int i = 0; i < other._seen.Length && other.Omitted > 0; i++)
        {
            _count += other._seen[i] && Mark(i) ? 1 : 0;
        }
    }

    private void Add(int number, Thing thing)
    {
        if (!Mark(number))
        {
            return;
        }

        _count++;
        if (_first.Count < FindingDraft.MostRelated)
        {
            _first.Add((number, thing));
        }
    }

    private bool Mark(int number)
    {
        if (number >= _seen.Length)
        {
            _seen.Length = Math.Max(number + 1, _seen.Length * 2);
        }

        bool isNew = !_seen[number];
        _seen[number] = true;
        return isNew;
    }
}
