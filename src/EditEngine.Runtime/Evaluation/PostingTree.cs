namespace EditEngine.Evaluation;

/// <summary>The edits of ranges of codes: a tree over the stretches between the ends of all ranges. A range stands at few nodes, and what holds a code is found from its leaf up.</summary>
internal sealed class PostingTree
{
    private readonly ulong[] _stretches;
    private readonly Posting[] _postings;
    private readonly int[] _starts;

    /// <summary>A tree of ranges, which may overlap.</summary>
    public PostingTree(List<(ulong First, ulong Last, Posting Posting)> ranges)
    {
        SortedSet<ulong> ends = [];
        foreach ((ulong first, ulong last, _) in ranges)
        {
            ends.Add(first);
            if (last != ulong.MaxValue)
            {
                ends.Add(last + 1);
            }
        }

        _stretches = [.. ends];
        List<(int Node, Posting Posting)> placed = [];
        foreach ((ulong first, ulong last, Posting posting) in ranges)
        {
            int left = _stretches.Length + Array.BinarySearch(_stretches, first);
            int right = _stretches.Length + (last == ulong.MaxValue ? _stretches.Length : Array.BinarySearch(_stretches, last + 1));
            for (; left < right; left >>= 1, right >>= 1)
            {
                if ((left & 1) != 0)
                {
                    placed.Add((left++, posting));
                }

                if ((right & 1) != 0)
                {
                    placed.Add((--right, posting));
                }
            }
        }

        _starts = new int[(2 * _stretches.Length) + 1];
        foreach ((int node, _) in placed)
        {
            _starts[node + 1]++;
        }

        for (int node = 1; node < _starts.Length; node++)
        {
            _starts[node] += _starts[node - 1];
        }

        _postings = [.. placed.OrderBy(one => one.Node).Select(one => one.Posting)];
    }

    /// <summary>There are no ranges.</summary>
    public bool IsEmpty => _postings.Length == 0;

    /// <summary>How many postings there are.</summary>
    public int PostingCount => _postings.Length;

    /// <summary>The leaf of a code: its ranges stand there and at the nodes above, each half the number of the last; 0 where there is none.</summary>
    public int LeafOf(ulong code)
    {
        int at = Array.BinarySearch(_stretches, code);
        at = at >= 0 ? at : ~at - 1;
        return at < 0 ? 0 : _stretches.Length + at;
    }

    /// <summary>The edits of the ranges that stand at a node.</summary>
    public ReadOnlySpan<Posting> Of(int node) => _postings.AsSpan(_starts[node], _starts[node + 1] - _starts[node]);
}
