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
    private readonly GroupCandidates _candidates = new();
    private Group[] _groups = new Group[8];
    private Membership[] _members = new Membership[32];
    private Group[] _known = new Group[8];
    private int _memberCount;

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    /// <summary>Some member's key is missing in part.</summary>
    public bool HasPartialKeys { get; private set; }

    /// <summary>Forgets all groups.</summary>
    public void Clear()
    {
        HasPartialKeys = false;
        _candidates.Clear();
        _memberCount = 0;
        Count = 0;
    }

    /// <summary>Lets go of the claim's things and their keys.</summary>
    internal void Forget()
    {
        if (_members.Length > GroupCandidates.MostKept)
        {
            _members = new Membership[32];
            _groups = new Group[8];
        }

        _candidates.Forget();
        Clear();
    }

    /// <summary>Makes the groups of a plan.</summary>
    /// <returns>The first of them; they go up to <see cref="Count"/>.</returns>
    public int Make(EvaluationContext context, GroupSteps plan)
    {
        int firstGroup = Count;
        int firstCandidate = _candidates.Count;
        bool isOfLines = plan.NeedsClaimLine && context.AllLinesHaveCodeAndDate;
        if (isOfLines)
        {
            _candidates.AddLinesAndTheirHistory(context, plan);
        }
        else
        {
            SourceCursor cursor = default;
            while (cursor.Next(context, plan.Members))
            {
                _candidates.Add(context, plan, cursor.Belongs, cursor.ListAlternative);
            }
        }

        bool areLinesWhole = isOfLines && _candidates.LineKeysAreComplete(firstCandidate);
        if (_candidates.Count - firstCandidate > MostCompared && _candidates.ArePlain(plan, firstCandidate))
        {
            AddGroupsByHash(context, plan, firstCandidate, areLinesWhole);
            return firstGroup;
        }

        for (int i = firstCandidate; i < _candidates.Count; i++)
        {
            if (areLinesWhole && _candidates[i].Thing.Kind == ThingKind.History)
            {
                // Its key is no line's, or a line would have come first: nothing can come of its group.
                continue;
            }

            context.Count(i - firstCandidate);
            if (_candidates[i].KeyIsComplete && _candidates.IsFirstOfKey(plan, firstCandidate, i))
            {
                AddGroup(context, plan, i, firstCandidate, isOfOpen: false);
            }
        }

        if (!_candidates.KeysAreComplete(firstCandidate))
        {
            AddPartialKeys(context, plan, firstCandidate, firstGroup);
        }

        return firstGroup;
    }

    /// <summary>Who may belong to groups.</summary>
    public GroupCandidates Candidates => _candidates;

    /// <summary>What a group is made by.</summary>
    public GroupSteps PlanOf(int group) => _groups[group].Plan;

    /// <summary>The candidate whose keys are a group's.</summary>
    public int RepresentativeOf(int group) => _groups[group].Representative;

    /// <summary>The candidate at a position of a member.</summary>
    public int CandidateAt(int position) => _members[position].Candidate;

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
    public KeptKey KeyOf(int group, int key) => _candidates.KeyOf(_groups[group].Representative, key);

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

    /// <summary>The date of a group's first member, and that member.</summary>
    public Day FirstMemberDay(EvaluationContext context, int group, out BoundThing thing)
    {
        thing = _candidates[_members[_groups[group].First].Candidate].Thing;
        return thing.Kind switch
        {
            ThingKind.Line => context.DayOfLine(thing.Index),
            ThingKind.History => context.DayOfHistory(thing.Index),
            _ => context.ClaimDay,
        };
    }

    private void AddGroup(EvaluationContext context, GroupSteps plan, int representative, int firstCandidate, bool isOfOpen)
    {
        int first = _memberCount;
        context.Count(_candidates.Count - firstCandidate);
        for (int i = firstCandidate; i < _candidates.Count; i++)
        {
            if (isOfOpen && _candidates[i].KeyIsComplete)
            {
                continue;
            }

            Truth belongs = i == representative ? _candidates[i].Belongs : _candidates[i].Belongs.And(_candidates.Same(plan, representative, i));
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

    private readonly record struct Membership(int Candidate, Truth Belongs);

    private readonly record struct Group(GroupSteps Plan, int Representative, int First, int End, GroupHypothesis Hypothesis, bool HasTentativeMembers);
}
