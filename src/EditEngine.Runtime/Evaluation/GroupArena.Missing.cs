using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>What a group's date, keys and members lack.</content>
internal sealed partial class GroupArena
{
    /// <summary>Adds what the key of a group's founder lacks.</summary>
    public void CollectFounder(Frame frame, int group, MissingFields missing)
    {
        GroupSteps plan = _groups[group].Plan;
        Candidate founder = _candidates[_groups[group].World.Founder];
        Slot before = frame.Slots[plan.Members.Slot];
        frame.Slots[plan.Members.Slot] = founder.Thing;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            if (_keys[founder.FirstKey + key].Presence == Presence.Missing)
            {
                MissingProvenance.Collect(frame, plan.Keys[key].Value, missing);
            }
        }

        frame.Slots[plan.Members.Slot] = before;
    }

    /// <summary>Adds what a group's date lacks.</summary>
    public void CollectDay(Frame frame, int group, MissingFields missing)
    {
        if (FirstMemberDay(frame, group, out Slot thing).IsMissing)
        {
            missing.Add(thing.Store is Store.Line or Store.History ? Paths.Of(frame, thing) + "date" : Read.BasisName(frame.Edit.Basis));
        }
    }

    /// <summary>Adds what a key lacks.</summary>
    public void CollectKey(Frame frame, int group, int key, MissingFields missing)
    {
        GroupSteps plan = _groups[group].Plan;
        Slot before = frame.Slots[plan.Members.Slot];
        frame.Slots[plan.Members.Slot] = _candidates[_groups[group].Representative].Thing;
        MissingProvenance.Collect(frame, plan.Keys[key].Value, missing);
        frame.Slots[plan.Members.Slot] = before;
    }

    /// <summary>Adds what the belonging of a member hangs on: its own, and the keys that are not surely equal.</summary>
    public void CollectBelonging(Frame frame, int group, in Slot thing, MissingFields missing)
    {
        GroupSteps plan = _groups[group].Plan;
        Slot before = frame.Slots[plan.Members.Slot];
        frame.Count(_groups[group].End - _groups[group].First);
        for (int i = _groups[group].First; i < _groups[group].End; i++)
        {
            MemberAt(group, i, out Slot member, out Truth belongs);
            if (belongs != Truth.Unknown || !member.Equals(thing))
            {
                continue;
            }

            Candidate candidate = _candidates[_members[i].Candidate];

            frame.Slots[plan.Members.Slot] = candidate.Thing;
            if (candidate.Belongs == Truth.Unknown)
            {
                SourceProvenance.CollectBelonging(frame, plan.Members, candidate.ListAlternative, missing);
            }

            if (_members[i].Candidate != _groups[group].Representative && _members[i].Candidate != _groups[group].World.Founder)
            {
                CollectKeys(frame, plan, candidate, _candidates[_groups[group].Representative], missing);
            }
        }

        frame.Slots[plan.Members.Slot] = before;
    }

    private void CollectKeys(Frame frame, GroupSteps plan, in Candidate member, in Candidate representative, MissingFields missing)
    {
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            if (KeptKey.Same(_keys[member.FirstKey + key], _keys[representative.FirstKey + key]) != Truth.Unknown)
            {
                continue;
            }

            frame.Slots[plan.Members.Slot] = member.Thing;
            MissingProvenance.Collect(frame, plan.Keys[key].Value, missing);
            frame.Slots[plan.Members.Slot] = representative.Thing;
            MissingProvenance.Collect(frame, plan.Keys[key].Value, missing);
        }
    }
}
