using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Many candidates whose keys are all known: each finds its group by a hash, so that work grows with them and not with their square.</content>
internal sealed partial class GroupArena
{
    // Up to here comparing each with each is as fast.
    private const int MostCompared = 32;

    private int[] _buckets = [];
    private int[] _next = [];
    private int[] _groupOf = [];
    private int _bucketCount;

    private void AddGroupsByHash(EvaluationContext context, GroupSteps plan, int firstCandidate, bool areLinesWhole)
    {
        int count = _candidates.Count - firstCandidate;
        int firstGroup = Count;
        context.Count(count);
        MakeRoom(count);
        for (int i = 0; i < count; i++)
        {
            _groupOf[i] = GroupOf(context, plan, firstCandidate, i, areLinesWhole);
        }

        // Members of a group stand together, in the order of the candidates.
        for (int i = 0; i < count; i++)
        {
            if (_groupOf[i] >= 0)
            {
                ref Group group = ref _groups[_groupOf[i]];
                group = group with { End = group.End + 1 };
            }
        }

        int at = _memberCount;
        for (int i = firstGroup; i < Count; i++)
        {
            int members = _groups[i].End;
            _groups[i] = _groups[i] with { First = at, End = at };
            at += members;
        }

        while (_members.Length < at)
        {
            Array.Resize(ref _members, _members.Length * 2);
        }

        _memberCount = at;
        for (int i = 0; i < count; i++)
        {
            if (_groupOf[i] >= 0)
            {
                ref Group group = ref _groups[_groupOf[i]];
                _members[group.End] = new Membership(firstCandidate + i, _candidates[firstCandidate + i].Belongs);
                group = group with { End = group.End + 1 };
            }
        }
    }

    private void MakeRoom(int count)
    {
        _bucketCount = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        if (_buckets.Length < _bucketCount)
        {
            _buckets = new int[_bucketCount];
            _next = new int[_bucketCount];
            _groupOf = new int[_bucketCount];
        }

        _buckets.AsSpan(0, _bucketCount).Fill(-1);
    }

    private int GroupOf(EvaluationContext context, GroupSteps plan, int firstCandidate, int position, bool areLinesWhole)
    {
        int candidate = firstCandidate + position;
        ref int bucket = ref _buckets[_candidates.HashOf(plan, candidate) & (uint)(_bucketCount - 1)];
        for (int group = bucket; group >= 0; group = _next[_groups[group].Representative - firstCandidate])
        {
            context.Count();
            if (_candidates.Same(plan, _groups[group].Representative, candidate) == Truth.True)
            {
                return group;
            }
        }

        if (areLinesWhole && _candidates[candidate].Thing.Kind == ThingKind.History)
        {
            return -1; // Its key is no line's, or a line would have come first: nothing can come of its group.
        }

        Keep(new Group(plan, candidate, 0, 0, GroupHypothesis.None, HasTentativeMembers: false));
        _next[position] = bucket;
        return bucket = Count - 1;
    }
}
