using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>The groups of the edit that runs: who may belong, with which keys. Arrays are used again.</summary>
/// <remarks>
/// A member whose key is missing in part may belong to each known group that its key could be of, and founds one of its own; what it founds is given once for each of these, and
/// <see cref="WorldOf"/> says so.
/// </remarks>
internal sealed partial class GroupArena
{
    // An evaluator that waits keeps room for so many, and not for the largest claim that it ever saw.
    private const int MostKept = 1_024;

    private Candidate[] _candidates = new Candidate[16];
    private KeptKey[] _keys = new KeptKey[32];
    private Group[] _groups = new Group[8];
    private Membership[] _members = new Membership[32];
    private Group[] _known = new Group[8];
    private int _candidateCount;
    private int _keyCount;
    private int _memberCount;

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    /// <summary>Some member's key is missing in part.</summary>
    public bool HasFounders { get; private set; }

    /// <summary>Forgets all groups.</summary>
    public void Clear()
    {
        HasFounders = false;
        _candidateCount = 0;
        _keyCount = 0;
        _memberCount = 0;
        Count = 0;
    }

    /// <summary>Lets go of the claim's things and their keys.</summary>
    internal void Forget()
    {
        if (_candidates.Length > MostKept)
        {
            _candidates = new Candidate[16];
            _keys = new KeptKey[32];
            _members = new Membership[32];
            _groups = new Group[8];
        }

        Array.Clear(_candidates);
        Array.Clear(_keys);
        Clear();
    }

    /// <summary>Makes the groups of a plan.</summary>
    /// <returns>The first of them; they go up to <see cref="Count"/>.</returns>
    public int Make(Frame frame, GroupSteps plan)
    {
        int firstGroup = Count;
        int firstCandidate = _candidateCount;
        bool isOfLines = plan.NeedsClaimLine && frame.IsPlaced;
        if (isOfLines)
        {
            AddLinesAndTheirHistory(frame, plan);
        }
        else
        {
            SourceCursor cursor = default;
            while (cursor.Next(frame, plan.Members))
            {
                AddCandidate(frame, plan, cursor.Belongs, cursor.ListAlternative);
            }
        }

        bool areLinesWhole = isOfLines && AreLinesWhole(firstCandidate);
        if (_candidateCount - firstCandidate > MostCompared && ArePlain(plan, firstCandidate))
        {
            AddGroupsByHash(frame, plan, firstCandidate, areLinesWhole);
            return firstGroup;
        }

        for (int i = firstCandidate; i < _candidateCount; i++)
        {
            if (areLinesWhole && _candidates[i].Thing.Store == Store.History)
            {
                // Its key is no line's, or a line would have come first: nothing can come of its group.
                continue;
            }

            frame.Count(i - firstCandidate);
            if (_candidates[i].IsWhole && IsFirstOfKey(plan, firstCandidate, i))
            {
                AddGroup(frame, plan, i, firstCandidate, isOfOpen: false);
            }
        }

        if (!AreWhole(firstCandidate))
        {
            AddFounders(frame, plan, firstCandidate, firstGroup);
        }

        return firstGroup;
    }

    /// <summary>Positions of a group's members.</summary>
    public (int First, int End) RangeOf(int group) => (_groups[group].First, _groups[group].End);

    /// <summary>A member of a group and whether it belongs.</summary>
    public void MemberAt(int group, int position, out Slot thing, out Truth belongs)
    {
        Membership member = _members[position];
        thing = _candidates[member.Candidate].Thing;
        belongs = member.Candidate == _groups[group].World.Founder ? _candidates[member.Candidate].Belongs : member.Belongs;
    }

    /// <summary>Whether a member may belong to the group without its answering for it: its key is missing in part, and its own groups answer.</summary>
    public bool IsGuest(int group, int position) => _groups[group].HasGuests && !_candidates[_members[position].Candidate].IsWhole;

    /// <summary>Which of its founder's groups a group is; <see cref="GroupWorld.None"/> where its key is known.</summary>
    public GroupWorld WorldOf(int group) => _groups[group].World;

    /// <summary>A key of a group.</summary>
    public KeptKey KeyOf(int group, int key) => _keys[_candidates[_groups[group].Representative].FirstKey + key];

    /// <summary>The date of a group: its date key, else its first member's.</summary>
    public Day DayOf(Frame frame, int group)
    {
        GroupSteps plan = _groups[group].Plan;
        if (plan.DateKey >= 0)
        {
            KeptKey key = KeyOf(group, plan.DateKey);
            if (key.Presence == Presence.Known)
            {
                return Day.From(key);
            }
        }

        return FirstMemberDay(frame, group, out _);
    }

    private Day FirstMemberDay(Frame frame, int group, out Slot thing)
    {
        thing = _candidates[_members[_groups[group].First].Candidate].Thing;
        return thing.Store switch
        {
            Store.Line => frame.DayOfLine(thing.Index),
            Store.History => frame.DayOfHistory(thing.Index),
            _ => frame.ClaimDay,
        };
    }

    private void AddCandidate(Frame frame, GroupSteps plan, Truth memberBelongs, int listAlternative)
    {
        if (_candidateCount == _candidates.Length)
        {
            Array.Resize(ref _candidates, _candidateCount * 2);
        }

        if (_keyCount + plan.Keys.Length > _keys.Length)
        {
            Array.Resize(ref _keys, (_keyCount + plan.Keys.Length) * 2);
        }

        bool isWhole = true;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            KeptKey kept = plan.Keys[key].Run(frame);
            isWhole &= kept.Presence != Presence.Missing;
            _keys[_keyCount + key] = kept;
        }

        _candidates[_candidateCount++] = new Candidate(frame.Slots[plan.Members.Slot], memberBelongs, listAlternative, _keyCount, isWhole);
        _keyCount += plan.Keys.Length;
    }

    // History counts only by the side of a line of the same procedure and day. Called where all have both.
    private void AddLinesAndTheirHistory(Frame frame, GroupSteps plan)
    {
        int firstLine = _candidateCount;
        Day firstDay = Day.Missing;
        Day lastDay = Day.Missing;
        frame.Count(frame.LineCount);
        for (int i = 0; i < frame.LineCount; i++)
        {
            frame.Slots[plan.Members.Slot] = new Slot(Store.Line, i, frame.Lines[i]);
            if (AddIfBelongs(frame, plan, Store.Line))
            {
                Day day = frame.DayOfLine(i);
                firstDay = !firstDay.IsKnown || day < firstDay ? day : firstDay;
                lastDay = day > lastDay ? day : lastDay;
            }
        }

        int endOfLines = _candidateCount;
        for (int i = firstDay.IsKnown ? frame.FirstHistoryFrom(firstDay) : frame.HistoryCount; i < frame.HistoryCount && frame.DayOfHistory(i) <= lastDay; i++)
        {
            frame.Count(1 + endOfLines - firstLine);
            if (IsBesideLine(frame, i, firstLine, endOfLines))
            {
                frame.Slots[plan.Members.Slot] = new Slot(Store.History, i, frame.History[i]);
                AddIfBelongs(frame, plan, Store.History);
            }
        }
    }

    private bool IsBesideLine(Frame frame, int history, int firstLine, int endOfLines)
    {
        CodeKey code = frame.CodeOfHistory(history);
        Day day = frame.DayOfHistory(history);
        for (int i = firstLine; i < endOfLines; i++)
        {
            int line = _candidates[i].Thing.Index;
            if (code == frame.CodeOfLine(line) && day == frame.DayOfLine(line))
            {
                return true;
            }
        }

        return false;
    }

    private bool AddIfBelongs(Frame frame, GroupSteps plan, Store store)
    {
        Truth belongs = Truth.False;
        foreach (AlternativeSteps one in plan.Members.Alternatives)
        {
            if ((one.Stores & (1 << (int)store)) != 0)
            {
                belongs = belongs.Or(SourceCursor.Meets(frame, one.Conditions));
            }
        }

        if (belongs == Truth.False)
        {
            return false;
        }

        AddCandidate(frame, plan, belongs, -1);
        return true;
    }

    private bool AreLinesWhole(int first)
    {
        for (int i = first; i < _candidateCount && _candidates[i].Thing.Store == Store.Line; i++)
        {
            if (!_candidates[i].IsWhole)
            {
                return false;
            }
        }

        return true;
    }

    private bool AreWhole(int first)
    {
        for (int i = first; i < _candidateCount; i++)
        {
            if (!_candidates[i].IsWhole)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFirstOfKey(GroupSteps plan, int firstCandidate, int candidate)
    {
        for (int earlier = firstCandidate; earlier < candidate; earlier++)
        {
            if (_candidates[earlier].IsWhole && Same(plan, earlier, candidate) == Truth.True)
            {
                return false;
            }
        }

        return true;
    }

    private void AddGroup(Frame frame, GroupSteps plan, int representative, int firstCandidate, bool isOfOpen)
    {
        int first = _memberCount;
        frame.Count(_candidateCount - firstCandidate);
        for (int i = firstCandidate; i < _candidateCount; i++)
        {
            if (isOfOpen && _candidates[i].IsWhole)
            {
                continue;
            }

            Truth belongs = i == representative ? _candidates[i].Belongs : _candidates[i].Belongs.And(Same(plan, representative, i));
            if (belongs == Truth.False)
            {
                continue;
            }

            Keep(new Membership(i, belongs));
        }

        Keep(new Group(plan, representative, first, _memberCount, GroupWorld.None, HasGuests: false));
    }

    private void Keep(in Group group)
    {
        if (Count == _groups.Length)
        {
            Array.Resize(ref _groups, Count * 2);
        }

        _groups[Count++] = group;
    }

    private void Keep(in Membership member)
    {
        if (_memberCount == _members.Length)
        {
            Array.Resize(ref _members, _memberCount * 2);
        }

        _members[_memberCount++] = member;
    }

    private Truth Same(GroupSteps plan, int left, int right)
    {
        Truth same = Truth.True;
        for (int key = 0; key < plan.Keys.Length && same != Truth.False; key++)
        {
            same = same.And(KeptKey.Same(_keys[_candidates[left].FirstKey + key], _keys[_candidates[right].FirstKey + key]));
        }

        return same;
    }

    private readonly record struct Candidate(Slot Thing, Truth Belongs, int ListAlternative, int FirstKey, bool IsWhole);

    private readonly record struct Membership(int Candidate, Truth Belongs);

    private readonly record struct Group(GroupSteps Plan, int Representative, int First, int End, GroupWorld World, bool HasGuests);
}
