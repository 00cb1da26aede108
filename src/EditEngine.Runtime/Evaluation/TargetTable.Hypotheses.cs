using EditEngine.Evaluation.Provenance;
namespace EditEngine.Evaluation;

/// <content>What a target comes to in each of the groups that a member with a partial key could belong to: it is certain where they all agree.</content>
internal sealed partial class TargetTable
{
    private void MergeHypotheses(EditRun run)
    {
        int end = Count;
        for (int i = 0; i < end; i++)
        {
            run.Context.Count(_entries[i].Origin.Hypothesis.IsOneOfSeveral ? end : 0);
            if (_entries[i].Origin.Hypothesis.IsOneOfSeveral && IsFirstHypothesis(i) && TryResolve(run, i, end, out Entry resolved))
            {
                Merge(run, resolved);
            }
        }

        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!_entries[i].Origin.Hypothesis.IsOneOfSeveral)
            {
                _entries[kept++] = _entries[i];
            }
        }

        Count = kept;
    }

    private bool IsFirstHypothesis(int at)
    {
        for (int i = 0; i < at; i++)
        {
            if (IsSameTarget(_entries[i], _entries[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSameTarget(in Entry one, in Entry other) =>
        one.Origin.Hypothesis.Member == other.Origin.Hypothesis.Member && one.Key == other.Key && one.Case == other.Case;

    /// <summary>What a target and case come to, whichever of the member's groups it is; false for nothing.</summary>
    private bool TryResolve(EditRun run, int first, int end, out Entry resolved)
    {
        int fires = 0;
        int open = 0;
        int excepted = 0;
        MissingFields? missing = run.IsRendering ? new() : null;
        resolved = _entries[first];
        TupleOrigin origin = resolved.Origin;
        for (int i = first; i < end; i++)
        {
            ref Entry entry = ref _entries[i];
            if (!IsSameTarget(entry, resolved))
            {
                continue;
            }

            resolved = entry.Origin.Hypothesis.Number == 0 ? entry : resolved;
            fires += entry.Fires ? 1 : 0;
            excepted += entry.IsExcepted ? 1 : 0;
            if (!entry.Fires && entry.IsUnknown)
            {
                open++;
                missing?.AddAll(entry.Missing);
            }
        }

        resolved.Origin = TupleOrigin.None;
        if (fires == origin.Hypothesis.Count || (fires + open == 0 && excepted == origin.Hypothesis.Count))
        {
            return true;
        }

        if (missing is not null && open < origin.Hypothesis.Count)
        {
            GroupProvenance.CollectPartialKey(run.Context, origin.Group, missing);
        }

        resolved = new Entry { Key = resolved.Key, Case = resolved.Case, Action = resolved.Action, Thing = resolved.Thing, Exception = -1, Origin = TupleOrigin.None, IsUnknown = true, Missing = missing };
        return fires + open > 0;
    }

    private void Merge(EditRun run, in Entry other)
    {
        ref Entry entry = ref EntryOf(run, other.Key, other.Case, other.Action, other.Thing, TupleOrigin.None);
        entry.IsUnknown |= other.IsUnknown;
        if (other.Missing is not null)
        {
            entry.Missing ??= new MissingFields();
            entry.Missing.AddAll(other.Missing);
        }

        RelatedLines? own = entry.Fires ? entry.Related : null;
        bool leads = other.Fires ? !entry.Fires || other.Number < entry.Number : other.IsExcepted && !entry.Fires && !entry.IsExcepted;
        if (leads)
        {
            entry.Leading = other.Leading;
            entry.IsComplete = other.IsComplete;
            entry.Number = other.Number;
            entry.Related = RelatedLines.Both(other.Related, own);
        }
        else if (other.Fires)
        {
            entry.Related = RelatedLines.Both(own, other.Related);
        }

        entry.Fires |= other.Fires;
        entry.Exception = entry.IsExcepted ? entry.Exception : other.Exception;
        entry.IsExcepted |= other.IsExcepted;
    }
}
