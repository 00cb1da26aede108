using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Plans;

namespace EditEngine.Evaluation;

/// <summary>Which edits can concern a claim, and by which of its lines: postings of the codes of its lines. Its memory is linear in what the edits say.</summary>
internal sealed class EditIndex
{
    // With more, a set holds nearly all codes, as a look-up in a table of them does: to ask of every line would only cost.
    private const int MostIntervals = 3_000;

    private readonly PostingTable _codes;
    private readonly PostingTree _ranges;
    private readonly Posting[] _always;
    private readonly Posting[] _withCodes;
    private readonly Posting[] _uncodedHistory;

    /// <summary>An index of edits in the order of the pack.</summary>
    public EditIndex(ImmutableArray<EditPlan> edits)
    {
        List<Posting> always = [];
        List<Posting> withCodes = [];
        List<Posting> uncodedHistory = [];
        List<(ulong Code, Posting Posting)> codes = [];
        List<(ulong First, ulong Last, Posting Posting)> ranges = [];
        for (int i = 0; i < edits.Length; i++)
        {
            IndexKey key = edits[i].IndexKey;
            Posting posting = new(i, key.ClaimTypes);
            if (CodesOf(key) is not CodeSet set)
            {
                always.Add(posting);
                continue;
            }

            withCodes.Add(posting);
            if (key.MayMatchUncodedHistory)
            {
                uncodedHistory.Add(posting);
            }

            for (int at = 0; at < set.Intervals.Length; at++)
            {
                CodeInterval interval = set.Intervals[at];
                if (at > 0 && set.Intervals[at - 1].First == interval.First)
                {
                    continue; // The same codes on other days.
                }

                if (interval.First == interval.Last)
                {
                    codes.Add((interval.First, posting));
                }
                else
                {
                    ranges.Add((interval.First, interval.Last, posting));
                }
            }
        }

        EditCount = edits.Length;
        _always = [.. always];
        _withCodes = [.. withCodes];
        _uncodedHistory = [.. uncodedHistory];
        _codes = new PostingTable(codes);
        _ranges = new PostingTree(ranges);
    }

    /// <summary>The codes by which lines are found; null where all lines are.</summary>
    public static CodeSet? CodesOf(IndexKey key) => key.Codes is { Intervals.Length: <= MostIntervals } codes ? codes : null;

    /// <summary>How many edits there are.</summary>
    public int EditCount { get; }

    /// <summary>How many postings are kept, of codes and of ranges.</summary>
    internal int PostingCount => _codes.PostingCount + _ranges.PostingCount;

    /// <summary>Adds each edit that can concern a claim, with the lines that it can concern.</summary>
    public void FindCandidates(EvaluationContext context, CandidateSet candidates)
    {
        int type = (int)context.Columns.ClaimType;
        AddAllLines(_always, type, candidates);
        if (_withCodes.Length == 0)
        {
            return;
        }

        // A line without a code can be one of any set, and leaves open what is asked of another beside it.
        if (context.Columns.HasUncoded)
        {
            AddWhateverCodes(_withCodes, type, candidates);
            return;
        }

        ulong[] codes = context.Columns.Codes;
        for (int i = 0; i < codes.Length; i++)
        {
            Add(_codes.Of(codes[i]), type, i, candidates);
            if (!_ranges.IsEmpty)
            {
                for (int node = _ranges.LeafOf(codes[i]); node > 0; node >>= 1)
                {
                    Add(_ranges.Of(node), type, i, candidates);
                }
            }
        }

        if (_uncodedHistory.Length > 0 && context.HistoryColumns.HasUncoded)
        {
            AddWhateverCodes(_uncodedHistory, type, candidates);
        }
    }

    private static void Add(ReadOnlySpan<Posting> postings, int type, int line, CandidateSet candidates)
    {
        foreach (Posting posting in postings)
        {
            if (posting.IsOf(type))
            {
                candidates.Add(posting.Edit, line);
            }
        }
    }

    private static void AddWhateverCodes(Posting[] postings, int type, CandidateSet candidates)
    {
        foreach (Posting posting in postings)
        {
            if (posting.IsOf(type))
            {
                candidates.AddWhateverCodes(posting.Edit);
            }
        }
    }

    private static void AddAllLines(Posting[] postings, int type, CandidateSet candidates)
    {
        foreach (Posting posting in postings)
        {
            if (posting.IsOf(type))
            {
                candidates.AddAllLines(posting.Edit);
            }
        }
    }
}
