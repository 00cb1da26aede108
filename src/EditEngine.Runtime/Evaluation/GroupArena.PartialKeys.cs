using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Groups of members whose key is missing in part.</content>
internal sealed partial class GroupArena
{
    // The groups of a member with a partial key come where it is: before the known groups of later members.
    private void AddPartialKeys(EvaluationContext context, GroupSteps plan, int firstCandidate, int firstGroup)
    {
        int known = Count - firstGroup;
        if (_known.Length < known)
        {
            _known = new Group[known * 2];
        }

        _groups.AsSpan(firstGroup, known).CopyTo(_known);
        Count = firstGroup;
        bool isTooMany = (long)known * _candidates.CountPartialKeys(firstCandidate) > GroupHypothesis.Most;
        int next = 0;
        for (int i = firstCandidate; i < _candidates.Count; i++)
        {
            if (_candidates[i].KeyIsComplete)
            {
                if (next < known && _known[next].Representative == i)
                {
                    Keep(_known[next++] with { HasTentativeMembers = !isTooMany });
                }

                continue;
            }

            int own = Count;
            AddHypotheses(context, plan, i, firstCandidate, _known.AsSpan(0, known));
            Count = isTooMany ? own + 1 : Count;
        }
    }

    private void AddHypotheses(EvaluationContext context, GroupSteps plan, int member, int firstCandidate, ReadOnlySpan<Group> known)
    {
        int own = Count;
        AddGroup(context, plan, member, firstCandidate, isOfOpen: true);
        context.Count(known.Length);
        foreach (ref readonly Group group in known)
        {
            if (_candidates.Same(plan, member, group.Representative) != Truth.False)
            {
                Keep(group with { Hypothesis = new GroupHypothesis(member, Count - own, 0) });
            }
        }

        if (Count == own + 1)
        {
            return; // It is of no known group: nothing could be instead of it.
        }

        HasPartialKeys = true;
        _groups[own] = _groups[own] with { Hypothesis = new GroupHypothesis(member, 0, 0) };
        for (int i = own; i < Count; i++)
        {
            _groups[i] = _groups[i] with { Hypothesis = _groups[i].Hypothesis with { Count = Count - own } };
        }
    }
}
