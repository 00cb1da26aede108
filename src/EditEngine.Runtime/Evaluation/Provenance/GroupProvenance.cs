using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Provenance;

/// <summary>What a group's date, keys and members lack.</summary>
internal static class GroupProvenance
{
    /// <summary>Adds what the key of a group's member lacks.</summary>
    public static void CollectPartialKey(EvaluationContext context, int group, MissingFields missing)
    {
        GroupArena groups = context.Groups;
        GroupSteps plan = groups.PlanOf(group);
        int member = groups.HypothesisOf(group).Member;
        BoundThing before = context.Slots[plan.Members.Slot];
        context.Slots[plan.Members.Slot] = groups.Candidates[member].Thing;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            if (groups.Candidates.KeyOf(member, key).Presence == Presence.Missing)
            {
                MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
            }
        }

        context.Slots[plan.Members.Slot] = before;
    }

    /// <summary>Adds what a group's date lacks.</summary>
    public static void CollectDay(EvaluationContext context, int group, MissingFields missing)
    {
        if (context.Groups.FirstMemberDay(context, group, out BoundThing thing).IsMissing)
        {
            missing.Add(thing.Kind is ThingKind.Line or ThingKind.History ? Paths.Of(context, thing) + "date" : Read.BasisName(context.Edit.Basis));
        }
    }

    /// <summary>Adds what a key lacks.</summary>
    public static void CollectKey(EvaluationContext context, int group, int key, MissingFields missing)
    {
        GroupArena groups = context.Groups;
        GroupSteps plan = groups.PlanOf(group);
        BoundThing before = context.Slots[plan.Members.Slot];
        context.Slots[plan.Members.Slot] = groups.Candidates[groups.RepresentativeOf(group)].Thing;
        MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
        context.Slots[plan.Members.Slot] = before;
    }

    /// <summary>Adds what the belonging of a member hangs on: its own, and the keys that are not surely equal.</summary>
    public static void CollectBelonging(EvaluationContext context, int group, in BoundThing thing, MissingFields missing)
    {
        GroupArena groups = context.Groups;
        GroupSteps plan = groups.PlanOf(group);
        BoundThing before = context.Slots[plan.Members.Slot];
        (int first, int end) = groups.RangeOf(group);
        context.Count(end - first);
        for (int i = first; i < end; i++)
        {
            groups.MemberAt(group, i, out BoundThing member, out Truth belongs);
            if (belongs != Truth.Unknown || !member.Equals(thing))
            {
                continue;
            }

            int candidate = groups.CandidateAt(i);
            GroupCandidate own = groups.Candidates[candidate];
            context.Slots[plan.Members.Slot] = own.Thing;
            if (own.Belongs == Truth.Unknown)
            {
                SourceProvenance.CollectBelonging(context, plan.Members, own.ListAlternative, missing);
            }

            if (candidate != groups.RepresentativeOf(group) && candidate != groups.HypothesisOf(group).Member)
            {
                CollectKeys(context, plan, candidate, groups.RepresentativeOf(group), missing);
            }
        }

        context.Slots[plan.Members.Slot] = before;
    }

    private static void CollectKeys(EvaluationContext context, GroupSteps plan, int member, int representative, MissingFields missing)
    {
        GroupCandidates candidates = context.Groups.Candidates;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            if (KeptKey.Same(candidates.KeyOf(member, key), candidates.KeyOf(representative, key)) != Truth.Unknown)
            {
                continue;
            }

            context.Slots[plan.Members.Slot] = candidates[member].Thing;
            MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
            context.Slots[plan.Members.Slot] = candidates[representative].Thing;
            MissingProvenance.Collect(context, plan.Keys[key].Value, missing);
        }
    }
}
