using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Groups of members whose key is missing in part.</content>
internal sealed partial class GroupArena
{
    // The founders' groups come where their members stand: before the known groups of later members.
    private void AddFounders(Frame frame, GroupSteps plan, int firstCandidate, int firstGroup)
    {
        int known = Count - firstGroup;
        if (_known.Length < known)
        {
            _known = new Group[known * 2];
        }

        _groups.AsSpan(firstGroup, known).CopyTo(_known);
        Count = firstGroup;
        bool isTooMany = (long)known * CountFounders(firstCandidate) > GroupWorld.Most;
        int next = 0;
        for (int i = firstCandidate; i < _candidateCount; i++)
        {
            if (_candidates[i].IsWhole)
            {
                if (next < known && _known[next].Representative == i)
                {
                    Keep(_known[next++] with { HasGuests = !isTooMany });
                }

                continue;
            }

            int own = Count;
            Found(frame, plan, i, firstCandidate, _known.AsSpan(0, known));
            Count = isTooMany ? own + 1 : Count;
        }
    }

    private int CountFounders(int firstCandidate)
    {
        int founders = 0;
        for (int i = firstCandidate; i < _candidateCount; i++)
        {
            founders += _candidates[i].IsWhole ? 0 : 1;
        }

        return founders;
    }

    private void Found(Frame frame, GroupSteps plan, int founder, int firstCandidate, ReadOnlySpan<Group> known)
    {
        int own = Count;
        AddGroup(frame, plan, founder, firstCandidate, isOfOpen: true);
        frame.Count(known.Length);
        foreach (ref readonly Group group in known)
        {
            if (Same(plan, founder, group.Representative) != Truth.False)
            {
                Keep(group with { World = new GroupWorld(founder, Count - own, 0) });
            }
        }

        if (Count == own + 1)
        {
            return; // It is of no known group: nothing could be in its stead.
        }

        HasFounders = true;
        _groups[own] = _groups[own] with { World = new GroupWorld(founder, 0, 0) };
        for (int i = own; i < Count; i++)
        {
            _groups[i] = _groups[i] with { World = _groups[i].World with { Count = Count - own } };
        }
    }
}
