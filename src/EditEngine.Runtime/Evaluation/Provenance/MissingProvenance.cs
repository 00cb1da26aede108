using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Provenance;

/// <summary>
/// Which absent fields decide that a value is missing, a range or unknown: one pass over the steps of a plan, by what each depends on. It says what the interpreter says.
/// </summary>
/// <example>Of <c>v.units * v.charge &gt; 100</c> with neither given it names both; of <c>v.units &gt; 5 or v.place = 11</c> with place 12 and no units, the units alone.</example>
internal static class MissingProvenance
{
    /// <summary>Adds the fields on which a step depends, where it is open; else nothing.</summary>
    public static void Collect(Frame frame, Step step, MissingFields missing)
    {
        if (!IsOpen(step.PresenceIn(frame)))
        {
            return;
        }

        switch (step)
        {
            case INamesField field:
                field.Name(frame, missing);
                break;
            case IDependsOnAll all:
                foreach (Step input in all.Inputs)
                {
                    Collect(frame, input, missing);
                }

                break;
            case IDependsOnFirstMissing first:
                CollectFirst(frame, first, missing);
                break;
            case IChooses choice:
                CollectOptional(frame, choice.TakenIn(frame), missing);
                break;
            case ITriesBranches branches:
                CollectBranches(frame, branches, missing);
                break;
            case IFallsBack fallBack:
                CollectFallBack(frame, fallBack, missing);
                break;
            case IOverThing over:
                CollectOver(frame, over, missing);
                break;
            case IOverSource source:
                source.Collect(frame, missing);
                break;
        }
    }

    /// <summary>As <see cref="Collect"/>; nothing for no step.</summary>
    public static void CollectOptional(Frame frame, Step? step, MissingFields missing)
    {
        if (step is not null)
        {
            Collect(frame, step, missing);
        }
    }

    private static bool IsOpen(Presence presence) => presence is Presence.Missing or Presence.Range;

    private static void CollectFirst(Frame frame, IDependsOnFirstMissing step, MissingFields missing)
    {
        foreach (Step input in step.Inputs)
        {
            Collect(frame, input, missing);
            if (input.PresenceIn(frame) == Presence.Missing)
            {
                return;
            }
        }
    }

    private static void CollectBranches(Frame frame, ITriesBranches step, MissingFields missing)
    {
        int start = frame.BeginPaths();
        do
        {
            Collect(frame, step.Inner, missing);
            foreach (IOpenChoice choice in step.Choices)
            {
                if (frame.IsOpen(start, choice.Id))
                {
                    CollectChoice(frame, choice, missing);
                }
            }
        }
        while (frame.NextPath(start));
    }

    // Conditions behind one that surely holds are not asked.
    private static void CollectChoice(Frame frame, IOpenChoice choice, MissingFields missing)
    {
        foreach (Step input in choice.DecidedBy)
        {
            if (input is Step<Truth> condition && condition.Run(frame) == Truth.True)
            {
                return;
            }

            Collect(frame, input, missing);
        }
    }

    private static void CollectFallBack(Frame frame, IFallsBack step, MissingFields missing)
    {
        Presence first = step.First.PresenceIn(frame);
        if (!first.IsAbsent())
        {
            Collect(frame, step.First, missing);
            return;
        }

        // Where both are missing, either would have told.
        Collect(frame, step.Second, missing);
        if (first == Presence.Missing && step.Second.PresenceIn(frame) == Presence.Missing)
        {
            Collect(frame, step.First, missing);
        }
    }

    private static void CollectOver(Frame frame, IOverThing over, MissingFields missing)
    {
        frame.Slots[over.Slot] = over.Thing.Run(frame);
        Collect(frame, frame.Slots[over.Slot].Store == Store.Missing ? over.Thing : over.Value, missing);
    }
}
