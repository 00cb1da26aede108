using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Which edits can concern a claim: by the codes of its lines, and for lines without one by postings for missing.</summary>
internal sealed class EditIndex
{
    private readonly ulong[] _starts;
    private readonly int[] _classes;
    private readonly ulong[][] _postings;
    private readonly ulong[] _always;
    private readonly ulong[] _withCodes;
    private readonly ulong[] _uncodedHistory;
    private readonly bool _readsHistory;
    private readonly ulong[][] _byClaimType;

    /// <summary>An index of edits in the order of the pack.</summary>
    public EditIndex(ImmutableArray<EditPlan> edits)
    {
        Words = (edits.Length + 63) / 64;
        _always = new ulong[Words];
        _withCodes = new ulong[Words];
        _uncodedHistory = new ulong[Words];
        _byClaimType = [new ulong[Words], new ulong[Words], new ulong[Words], new ulong[Words]];
        SortedDictionary<ulong, List<(int Edit, bool Begins)>> cuts = [];
        for (int i = 0; i < edits.Length; i++)
        {
            IndexKey key = edits[i].IndexKey;
            for (int type = 0; type < 4; type++)
            {
                if ((key.ClaimTypes & (1 << type)) != 0)
                {
                    Set(_byClaimType[type], i);
                }
            }

            if (key.Codes is null)
            {
                Set(_always, i);
                continue;
            }

            Set(_withCodes, i);
            if (key.MayMatchUncodedHistory)
            {
                Set(_uncodedHistory, i);
                _readsHistory = true;
            }

            foreach (CodeInterval interval in key.Codes.Intervals)
            {
                At(interval.First).Add((i, true));
                At(interval.Last + 1).Add((i, false));
            }
        }

        (_starts, _classes, _postings) = Sweep(cuts);

        List<(int Edit, bool Begins)> At(ulong code)
        {
            if (!cuts.TryGetValue(code, out List<(int, bool)>? list))
            {
                list = [];
                cuts.Add(code, list);
            }

            return list;
        }
    }

    /// <summary>64-bit words that the edits of a pack take.</summary>
    public int Words { get; }

    /// <summary>Codes that trigger the same edits share a class; how many there are.</summary>
    public int Classes => _postings.Length;

    /// <summary>Sets a bit for each edit that can concern a claim.</summary>
    public void Candidates(EvaluationContext context, ulong[] candidates)
    {
        _always.CopyTo(candidates, 0);
        for (int i = 0; i < context.LineCount; i++)
        {
            CodeKey code = context.Procedures[i];
            if (code.IsMissing)
            {
                Or(candidates, _withCodes);
                continue;
            }

            int at = Array.BinarySearch(_starts, code.Held);
            at = at >= 0 ? at : ~at - 1;
            if (at >= 0)
            {
                Or(candidates, _postings[_classes[at]]);
            }
        }

        if (_readsHistory && context.HistoryProcedures.AsSpan(0, context.HistoryCount).Contains(CodeKey.Missing))
        {
            Or(candidates, _uncodedHistory);
        }

        ulong[] ofType = _byClaimType[(int)context.Claim.Type];
        for (int i = 0; i < candidates.Length; i++)
        {
            candidates[i] &= ofType[i];
        }
    }

    private static void Set(ulong[] bits, int position) => bits[position / 64] |= 1UL << (position % 64);

    private static void Or(ulong[] into, ulong[] bits)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] |= bits[i];
        }
    }

    private (ulong[] Starts, int[] Classes, ulong[][] Postings) Sweep(SortedDictionary<ulong, List<(int Edit, bool Begins)>> cuts)
    {
        ulong[] starts = new ulong[cuts.Count];
        int[] classes = new int[cuts.Count];
        List<ulong[]> postings = [];
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        int[] open = new int[Words * 64];
        ulong[] current = new ulong[Words];
        int at = 0;
        foreach ((ulong code, List<(int Edit, bool Begins)> changes) in cuts)
        {
            foreach ((int edit, bool begins) in changes)
            {
                open[edit] += begins ? 1 : -1;
                if (open[edit] > 0)
                {
                    Set(current, edit);
                }
                else
                {
                    current[edit / 64] &= ~(1UL << (edit % 64));
                }
            }

            string key = string.Join(',', current);
            if (!known.TryGetValue(key, out int posting))
            {
                posting = postings.Count;
                postings.Add([.. current]);
                known.Add(key, posting);
            }

            starts[at] = code;
            classes[at++] = posting;
        }

        return (starts, classes, [.. postings]);
    }
}
