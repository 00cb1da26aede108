using System.Collections.Immutable;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>The slots that an expression names; -1 is the claim, and is none.</summary>
internal static class PlanSlots
{
    /// <summary>Slots of an expression, those that it fills itself among them.</summary>
    public static ImmutableHashSet<int> Of(Expression? expression)
    {
        HashSet<int> slots = [];
        Collect(expression, slots);
        slots.Remove(-1);
        return [.. slots];
    }

    /// <summary>Slots that making groups names.</summary>
    public static ImmutableHashSet<int> Of(GroupPlan group)
    {
        HashSet<int> slots = [];
        CollectSource(group.Members, slots);
        foreach (Expression key in group.Keys)
        {
            Collect(key, slots);
        }

        slots.Remove(-1);
        return [.. slots];
    }

    private static void Collect(Expression? expression, HashSet<int> slots)
    {
        switch (expression)
        {
            case FieldValue field:
                slots.Add(field.Field.Slot);
                break;
            case PartIsPresent part:
                slots.Add(part.Part.Slot);
                break;
            case ThingDate date:
                slots.Add(date.Slot);
                break;
            case GroupKeyValue key:
                slots.Add(key.Group);
                break;
            case SlotThing thing:
                slots.Add(thing.Slot);
                break;
            case IsOfKind kind:
                slots.Add(kind.Slot);
                break;
            case IsOther other:
                slots.Add(other.Slot);
                slots.UnionWith(other.Others);
                break;
            case IsEarlier earlier:
                slots.Add(earlier.Slot);
                slots.Add(earlier.Than);
                break;
            case IsPayable payable:
                slots.Add(payable.Slot);
                break;
            case IsDeniedBy denied:
                slots.Add(denied.Slot);
                break;
            case IsOnClaim on:
                slots.Add(on.Slot);
                break;
            case ListIsPresent list:
                CollectList(list.List, slots);
                break;
            case OfThing of:
                slots.Add(of.Slot);
                break;
        }

        foreach (Expression child in PlanChildren.Of(expression))
        {
            Collect(child, slots);
        }

        foreach (SourcePlan source in PlanChildren.SourcesOf(expression))
        {
            CollectSource(source, slots);
        }
    }

    private static void CollectSource(SourcePlan source, HashSet<int> slots)
    {
        slots.Add(source.Slot);
        foreach (AlternativePlan alternative in source.Alternatives)
        {
            CollectList(alternative.List, slots);
            foreach (Expression condition in alternative.Conditions)
            {
                Collect(condition, slots);
            }
        }
    }

    private static void CollectList(ThingList? list, HashSet<int> slots)
    {
        switch (list)
        {
            case EvidenceOf evidence:
                slots.Add(evidence.Suggestion.Slot);
                break;
            case CertificatesOf certificates:
                slots.Add(certificates.Provider.Slot);
                break;
            case RowsOf rows:
                Collect(rows.On, slots);
                Collect(rows.FirstKey, slots);
                break;
            case MembersOf members:
                slots.Add(members.Group);
                break;
            case OwnMembersOf members:
                slots.Add(members.Group);
                break;
            case OnlyThing thing:
                Collect(thing.Thing, slots);
                break;
            case LastRun run:
                slots.Add(run.Previous);
                CollectSource(run.Source, slots);
                Collect(run.By, slots);
                Collect(run.Broken, slots);
                break;
        }
    }
}
