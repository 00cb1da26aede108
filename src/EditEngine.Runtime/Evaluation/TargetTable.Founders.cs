using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>What a target comes to in each of the groups that a member with an unknown key could found: it is certain where they all agree.</content>
internal sealed partial class TargetTable
{
    private void JoinFounders(EditRun run)
    {
        int end = Count;
        for (int i = 0; i < end; i++)
        {
            run.Frame.Count(_entries[i].Origin.World.IsOneOfSeveral ? end : 0);
            if (_entries[i].Origin.World.IsOneOfSeveral && IsFirstOfFounder(i) && TryCome(run, i, end, out Entry come))
            {
                Join(run, come);
            }
        }

        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!_entries[i].Origin.World.IsOneOfSeveral)
            {
                _entries[kept++] = _entries[i];
            }
        }

        Count = kept;
    }

    private bool IsFirstOfFounder(int at)
    {
        for (int i = 0; i < at; i++)
        {
            if (IsBeside(_entries[i], _entries[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBeside(in Entry one, in Entry other) =>
        one.Origin.World.Founder == other.Origin.World.Founder && one.Key == other.Key && one.Case == other.Case;

    /// <summary>What a target and case come to, whichever of the founder's groups it is; false for nothing.</summary>
    private bool TryCome(EditRun run, int first, int end, out Entry come)
    {
        int fires = 0;
        int open = 0;
        int excepted = 0;
        MissingFields? missing = run.IsRendering ? new() : null;
        come = _entries[first];
        TupleOrigin origin = come.Origin;
        for (int i = first; i < end; i++)
        {
            ref Entry entry = ref _entries[i];
            if (!IsBeside(entry, come))
            {
                continue;
            }

            come = entry.Origin.World.Number == 0 ? entry : come;
            fires += entry.Fires ? 1 : 0;
            excepted += entry.IsExcepted ? 1 : 0;
            if (!entry.Fires && entry.IsUnknown)
            {
                open++;
                missing?.AddAll(entry.Missing);
            }
        }

        come.Origin = TupleOrigin.None;
        if (fires == origin.World.Count || (fires + open == 0 && excepted == origin.World.Count))
        {
            return true;
        }

        if (missing is not null && open < origin.World.Count)
        {
            run.Frame.Groups.CollectFounder(run.Frame, origin.Group, missing);
        }

        come = new Entry { Key = come.Key, Case = come.Case, Action = come.Action, Thing = come.Thing, Exception = -1, Origin = TupleOrigin.None, IsUnknown = true, Missing = missing };
        return fires + open > 0;
    }

    private void Join(EditRun run, in Entry other)
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
            entry.IsWhole = other.IsWhole;
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
