using System.Collections.Immutable;
using System.Numerics;
using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Outcomes;

namespace EditEngine.Evaluation;

/// <summary>The other lines of a target's tuples: the first hundred by name, the rest by a bit each, so that a claim of thousands of lines stays small.</summary>
internal sealed class RelatedLines(EvaluationContext context)
{
    // Up to here looking through the list is faster than bits, and nearly all targets stay here.
    private const int MostScanned = 16;

    private readonly List<int> _first = [];
    private ulong[]? _seen;
    private int _count;

    /// <summary>No further line is kept by name.</summary>
    public bool IsFull => _first.Count == FindingDraft.MostRelated;

    /// <summary>How many lines there are beside those kept by name.</summary>
    public int Omitted => _count - _first.Count;

    /// <summary>The number of a line, or line of history; -1 of another thing.</summary>
    public static int IdOf(EvaluationContext context, in BoundThing thing) => thing.Kind switch
    {
        ThingKind.Line => thing.Index,
        ThingKind.History => context.LineCount + thing.Index,
        _ => -1,
    };

    /// <summary>Both, the lines of the first before those of the second.</summary>
    public static RelatedLines? Both(RelatedLines? first, RelatedLines? second)
    {
        if (first is null || second is null)
        {
            return first ?? second;
        }

        foreach (int id in second._first)
        {
            first.Add(id);
        }

        if (second._seen is not null)
        {
            first.AddAll(second._seen, -1);
        }

        return first;
    }

    /// <summary>Adds a line, unless it is there.</summary>
    public void Add(int id)
    {
        if (_seen is null && _first.Count == MostScanned && !Scan(id))
        {
            KeepBits();
        }

        bool isNew = _seen is null ? !Scan(id) : Mark(context.FirstOfHistory(id));
        if (!isNew)
        {
            return;
        }

        _count++;
        if (!IsFull)
        {
            _first.Add(id);
        }
    }

    /// <summary>Adds lines by their bits, past those kept by name.</summary>
    /// <param name="lines">Bits by number.</param>
    /// <param name="except">One that is not added.</param>
    public void AddAll(ReadOnlySpan<ulong> lines, int except)
    {
        KeepBits();
        for (int word = 0; word < lines.Length; word++)
        {
            ulong added = lines[word] & ~_seen![word]; // Kept now.
            added &= except >= 0 && except / 64 == word ? ~(1UL << (except % 64)) : ulong.MaxValue;
            _count += BitOperations.PopCount(added);
            _seen[word] |= added;
        }
    }

    /// <summary>The lines kept by name, in the order of tuples.</summary>
    public ImmutableArray<RelatedLine> ToImmutable()
    {
        ImmutableArray<RelatedLine>.Builder lines = ImmutableArray.CreateBuilder<RelatedLine>(_first.Count);
        foreach (int id in _first)
        {
            lines.Add(id < context.LineCount ? new RelatedLine(null, context.Lines[id].Number) : Of(context.History[id - context.LineCount]));
        }

        return lines.MoveToImmutable();
    }

    private static RelatedLine Of(HistoryLine line) => new(line.ClaimId, line.Line.Number);

    // A line of history given twice is one.
    private bool Scan(int id)
    {
        foreach (int known in _first)
        {
            if (known == id || (known >= context.LineCount && id >= context.LineCount && context.AreOneOfHistory(known - context.LineCount, id - context.LineCount)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Mark(int id)
    {
        ref ulong word = ref _seen![id / 64]; // Called once bits are kept.
        ulong bit = 1UL << (id % 64);
        bool isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    private void KeepBits()
    {
        if (_seen is not null)
        {
            return;
        }

        _seen = new ulong[(context.LineCount + context.HistoryCount + 63) / 64];
        foreach (int id in _first)
        {
            Mark(context.FirstOfHistory(id));
        }
    }
}
