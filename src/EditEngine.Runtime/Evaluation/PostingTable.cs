using System.Numerics;

namespace EditEngine.Evaluation;

/// <summary>The edits of each single code: a table with open addressing into one array of postings.</summary>
internal sealed class PostingTable
{
    private readonly Entry[] _entries;
    private readonly Posting[] _postings;
    private readonly int _shift;

    /// <summary>A table of codes and edits; an edit has a code once.</summary>
    public PostingTable(List<(ulong Code, Posting Posting)> codes)
    {
        (ulong Code, Posting Posting)[] sorted = [.. codes.OrderBy(one => one.Code)]; // Stable: those of a code stay in the order of the edits.
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i].Code != sorted[i - 1].Code ? 1 : 0;
        }

        // At most half of it is taken: a code that is no edit's ends at an empty entry soon.
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * distinct, 2));
        _entries = new Entry[size];
        _postings = Array.ConvertAll(sorted, one => one.Posting);
        _shift = 64 - BitOperations.Log2((uint)size);
        for (int start = 0; start < sorted.Length;)
        {
            ulong code = sorted[start].Code;
            int end = start + 1;
            while (end < sorted.Length && sorted[end].Code == code)
            {
                end++;
            }

            int at = PlaceOf(code);
            while (_entries[at].Code != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _entries[at] = new Entry(code, start, end);
            start = end;
        }
    }

    /// <summary>How many postings there are.</summary>
    public int PostingCount => _postings.Length;

    /// <summary>The edits of a code.</summary>
    public ReadOnlySpan<Posting> Of(ulong code)
    {
        Entry[] entries = _entries;
        for (int at = PlaceOf(code); ; at = (at + 1) & (entries.Length - 1))
        {
            ref readonly Entry entry = ref entries[at];
            if (entry.Code == code)
            {
                return _postings.AsSpan(entry.Start, entry.End - entry.Start);
            }

            if (entry.Code == 0)
            {
                return default;
            }
        }
    }

    // Packed texts differ in their upper digits: multiplied, and the upper bits taken.
    private int PlaceOf(ulong code) => (int)((code * 0x9E3779B97F4A7C15) >> _shift);

    /// <summary>A code, and where its postings begin and end; 0 is no code, so that a new entry is empty.</summary>
    private readonly record struct Entry(ulong Code, int Start, int End);
}
