using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>What a group's date, keys and members lack.</content>
internal sealed partial class GroupArena
{
    /// <summary>Adds what the key of a group's member lacks.</summary>
    public void CollectPartialKey(EvaluationContext context, int group, MissingFields missing)
    {
        GroupSteps plan = _groups[group].Plan;
        Candidate member = _candidates[_groups[group].Hypothesis.Member];
        BoundThing before = context.Slots[plan.Members.Slot];
        context.Slots[plan.Members.Slot] = member.Thing;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            if (_keys[member.FirstKey + key].Presence == Presence.Missing)
            {
                MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
            }
        }

        context.Slots[plan.Members.Slot] = before;
    }

    /// <summary>Adds what a group's date lacks.</summary>
    public void CollectDay(EvaluationContext context, int group, MissingFields missing)
    {
        if (FirstMemberDay(context, group, out BoundThing thing).IsMissing)
        {
            missing.Add(thing.Kind is ThingKind.Line or ThingKind.History ? Paths.Of(context, thing) + "date" : Read.BasisName(context.Edit.Basis));
        }
    }

    /// <summary>Adds what a key lacks.</summary>
    public void CollectKey(EvaluationContext context, int group, int key, MissingFields missing)
    {
        GroupSteps plan = _groups[group].Plan;
        BoundThing before = context.Slots[plan.Members.Slot];
        context.Slots[plan.Members.Slot] = _candidates[_groups[group].Representative].Thing;
        MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
        context.Slots[plan.Members.Slot] = before;
    }

    /// <summary>Adds what the belonging of a member hangs on: its own, and the keys that are not surely equal.</summary>
    public void CollectBelonging(EvaluationContext context, int group, in BoundThing thing, MissingFields missing)
    {
        GroupSteps plan = _groups[group].Plan;
        BoundThing before = context.Slots[plan.Members.Slot];
        context.Count(_groups[group].End - _groups[group].First);
        for (int i = _groups[group].First; i < _groups[group].End; i++)
        {
            MemberAt(group, i, out BoundThing member, out Truth belongs);
            if (belongs != Truth.Unknown || !member.Equals(thing))
            {
                continue;
            }

            Candidate candidate = _candidates[_members[i].Candidate];

            context.Slots[plan.Members.Slot] = candidate.Thing;
            if (candidate.Belongs == Truth.Unknown)
            {
                SourceProvenance.CollectBelonging(context, plan.Members, candidate.ListAlternative, missing);
            }

            if (_members[i].Candidate != _groups[group].Representative && _members[i].Candidate != _groups[group].Hypothesis.Member)
            {
                CollectKeys(context, plan, candidate, _candidates[_groups[group].Representative], missing);
            }
        }

        context.Slots[plan.Members.Slot] = before;
    }

    private void CollectKeys(EvaluationContext context, GroupSteps plan, in Candidate member, in Candidate representative, MissingFields missing)
    {
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            if (KeptKey.Same(_keys[member.FirstKey + key], _keys[representative.FirstKey + key]) != Truth.Unknown)
            {
                continue;
            }

            context.Slots[plan.Members.Slot] = member.Thing;
            MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
            context.Slots[plan.Members.Slot] = representative.Thing;
            MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
        }
    }
}
