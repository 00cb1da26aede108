using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>The groups of the edit that runs: who may belong, with which keys. Arrays are used again.</summary>
/// <remarks>
/// A member whose key is missing in part may belong to each known group that its key could be of, and founds one of its own; what it founds is given once for each of these, and
/// <see cref="HypothesisOf"/> says so.
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
    public bool HasPartialKeys { get; private set; }

    /// <summary>Forgets all groups.</summary>
    public void Clear()
    {
        HasPartialKeys = false;
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
    public int Make(EvaluationContext context, GroupSteps plan)
    {
        int firstGroup = Count;
        int firstCandidate = _candidateCount;
        bool isOfLines = plan.NeedsClaimLine && context.AllLinesHaveCodeAndDate;
        if (isOfLines)
        {
            AddLinesAndTheirHistory(context, plan);
        }
        else
        {
            SourceCursor cursor = default;
            while (cursor.Next(context, plan.Members))
            {
                AddCandidate(context, plan, cursor.Belongs, cursor.ListAlternative);
            }
        }

        bool areLinesWhole = isOfLines && LineKeysAreComplete(firstCandidate);
        if (_candidateCount - firstCandidate > MostCompared && ArePlain(plan, firstCandidate))
        {
            AddGroupsByHash(context, plan, firstCandidate, areLinesWhole);
            return firstGroup;
        }

        for (int i = firstCandidate; i < _candidateCount; i++)
        {
            if (areLinesWhole && _candidates[i].Thing.Kind == ThingKind.History)
            {
                // Its key is no line's, or a line would have come first: nothing can come of its group.
                continue;
            }

            context.Count(i - firstCandidate);
            if (_candidates[i].KeyIsComplete && IsFirstOfKey(plan, firstCandidate, i))
            {
                AddGroup(context, plan, i, firstCandidate, isOfOpen: false);
            }
        }

        if (!KeysAreComplete(firstCandidate))
        {
            AddPartialKeys(context, plan, firstCandidate, firstGroup);
        }

        return firstGroup;
    }

    /// <summary>Positions of a group's members.</summary>
    public (int First, int End) RangeOf(int group) => (_groups[group].First, _groups[group].End);

    /// <summary>A member of a group and whether it belongs.</summary>
    public void MemberAt(int group, int position, out BoundThing thing, out Truth belongs)
    {
        Membership member = _members[position];
        thing = _candidates[member.Candidate].Thing;
        belongs = member.Candidate == _groups[group].Hypothesis.Member ? _candidates[member.Candidate].Belongs : member.Belongs;
    }

    /// <summary>Whether a member may belong to the group without its answering for it: its key is missing in part, and its own groups answer.</summary>
    public bool IsTentative(int group, int position) => _groups[group].HasTentativeMembers && !_candidates[_members[position].Candidate].KeyIsComplete;

    /// <summary>Which of its member's groups a group is; <see cref="GroupHypothesis.None"/> where its key is known.</summary>
    public GroupHypothesis HypothesisOf(int group) => _groups[group].Hypothesis;

    /// <summary>A key of a group.</summary>
    public KeptKey KeyOf(int group, int key) => _keys[_candidates[_groups[group].Representative].FirstKey + key];

    /// <summary>The date of a group: its date key, else its first member's.</summary>
    public Day DayOf(EvaluationContext context, int group)
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

        return FirstMemberDay(context, group, out _);
    }

    private Day FirstMemberDay(EvaluationContext context, int group, out BoundThing thing)
    {
        thing = _candidates[_members[_groups[group].First].Candidate].Thing;
        return thing.Kind switch
        {
            ThingKind.Line => context.DayOfLine(thing.Index),
            ThingKind.History => context.DayOfHistory(thing.Index),
            _ => context.ClaimDay,
        };
    }

    private void AddCandidate(EvaluationContext context, GroupSteps plan, Truth memberBelongs, int listAlternative)
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
            KeptKey kept = plan.Keys[key].Run(context);
            isWhole &= kept.Presence != Presence.Missing;
            _keys[_keyCount + key] = kept;
        }

        _candidates[_candidateCount++] = new Candidate(context.Slots[plan.Members.Slot], memberBelongs, listAlternative, _keyCount, isWhole);
        _keyCount += plan.Keys.Length;
    }

    // History counts only by the side of a line of the same procedure and day. Called where all have both.
    private void AddLinesAndTheirHistory(EvaluationContext context, GroupSteps plan)
    {
        int firstLine = _candidateCount;
        Day firstDay = Day.Missing;
        Day lastDay = Day.Missing;
        context.Count(context.LineCount);
        for (int i = 0; i < context.LineCount; i++)
        {
            context.Slots[plan.Members.Slot] = new BoundThing(ThingKind.Line, i, context.Lines[i]);
            if (AddIfBelongs(context, plan, ThingKind.Line))
            {
                Day day = context.DayOfLine(i);
                firstDay = !firstDay.IsKnown || day < firstDay ? day : firstDay;
                lastDay = day > lastDay ? day : lastDay;
            }
        }

        int endOfLines = _candidateCount;
        for (int i = firstDay.IsKnown ? context.FirstHistoryFrom(firstDay) : context.HistoryCount; i < context.HistoryCount && context.DayOfHistory(i) <= lastDay; i++)
        {
            context.Count(1 + endOfLines - firstLine);
            if (IsBesideLine(context, i, firstLine, endOfLines))
            {
                context.Slots[plan.Members.Slot] = new BoundThing(ThingKind.History, i, context.History[i]);
                AddIfBelongs(context, plan, ThingKind.History);
            }
        }
    }

    private bool IsBesideLine(EvaluationContext context, int history, int firstLine, int endOfLines)
    {
        CodeKey code = context.CodeOfHistory(history);
        Day day = context.DayOfHistory(history);
        for (int i = firstLine; i < endOfLines; i++)
        {
            int line = _candidates[i].Thing.Index;
            if (code == context.CodeOfLine(line) && day == context.DayOfLine(line))
            {
                return true;
            }
        }

        return false;
    }

    private bool AddIfBelongs(EvaluationContext context, GroupSteps plan, ThingKind kind)
    {
        Truth belongs = Truth.False;
        foreach (AlternativeSteps one in plan.Members.Alternatives)
        {
            if ((one.Kinds & (1 << (int)kind)) != 0)
            {
                belongs = belongs.Or(SourceCursor.Meets(context, one.Conditions));
            }
        }

        if (belongs == Truth.False)
        {
            return false;
        }

        AddCandidate(context, plan, belongs, -1);
        return true;
    }

    private bool LineKeysAreComplete(int first)
    {
        for (int i = first; i < _candidateCount && _candidates[i].Thing.Kind == ThingKind.Line; i++)
        {
            if (!_candidates[i].KeyIsComplete)
            {
                return false;
            }
        }

        return true;
    }

    private bool KeysAreComplete(int first)
    {
        for (int i = first; i < _candidateCount; i++)
        {
            if (!_candidates[i].KeyIsComplete)
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
            if (_candidates[earlier].KeyIsComplete && Same(plan, earlier, candidate) == Truth.True)
            {
                return false;
            }
        }

        return true;
    }

    private void AddGroup(EvaluationContext context, GroupSteps plan, int representative, int firstCandidate, bool isOfOpen)
    {
        int first = _memberCount;
        context.Count(_candidateCount - firstCandidate);
        for (int i = firstCandidate; i < _candidateCount; i++)
        {
            if (isOfOpen && _candidates[i].KeyIsComplete)
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

        Keep(new Group(plan, representative, first, _memberCount, GroupHypothesis.None, HasTentativeMembers: false));
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

    private readonly record struct Candidate(BoundThing Thing, Truth Belongs, int ListAlternative, int FirstKey, bool KeyIsComplete);

    private readonly record struct Membership(int Candidate, Truth Belongs);

    private readonly record struct Group(GroupSteps Plan, int Representative, int First, int End, GroupHypothesis Hypothesis, bool HasTentativeMembers);
}
