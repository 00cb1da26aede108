using System.Runtime.CompilerServices;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Stacks;
using EditEngine.Values;

namespace EditEngine.Evaluation.Provenance;

/// <summary>
/// Which absent fields decide that a value is missing, a range or unknown: one pass over the steps of a plan, by what each depends on. It says what the interpreter says.
/// </summary>
/// <example>Of <c>v.units * v.charge &gt; 100</c> with neither given it names both; of <c>v.units &gt; 5 or v.place = 11</c> with place 12 and no units, the units alone.</example>
internal static class MissingProvenance
{
    /// <summary>Adds the fields on which a step depends, where it is open; else nothing.</summary>
    public static void Collect(EvaluationContext context, Step step, MissingFields missing)
    {
        if (!IsOpen(step.PresenceIn(context)))
        {
            return;
        }

        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            CollectOpen(context, step, missing);
        }
        else
        {
            CollectDeep(context, step, missing);
        }
    }

    /// <summary>As <see cref="Collect"/>; nothing for no step.</summary>
    public static void CollectOptional(EvaluationContext context, Step? step, MissingFields missing)
    {
        if (step is not null)
        {
            Collect(context, step, missing);
        }
    }

    private static void CollectDeep(EvaluationContext context, Step step, MissingFields missing) => DeepStack.Run(() =>
    {
        CollectOpen(context, step, missing);
        return true;
    });

    private static void CollectOpen(EvaluationContext context, Step step, MissingFields missing)
    {
        switch (step)
        {
            case INamesField field:
                field.Name(context, missing);
                break;
            case IDependsOnAll all:
                foreach (Step input in all.Inputs)
                {
                    Collect(context, input, missing);
                }

                break;
            case IDependsOnSome some:
                foreach (Step input in some.InputsIn(context))
                {
                    Collect(context, input, missing);
                }

                break;
            case IDependsOnFirstMissing first:
                CollectFirst(context, first, missing);
                break;
            case IChooses choice:
                CollectOptional(context, choice.TakenIn(context), missing);
                break;
            case ITriesBranches branches:
                CollectBranches(context, branches, missing);
                break;
            case IFallsBack fallBack:
                CollectFallBack(context, fallBack, missing);
                break;
            case IOverThing over:
                CollectOver(context, over, missing);
                break;
            case IOverSource source:
                source.Collect(context, missing);
                break;
        }
    }

    private static bool IsOpen(Presence presence) => presence is Presence.Missing or Presence.Range;

    private static void CollectFirst(EvaluationContext context, IDependsOnFirstMissing step, MissingFields missing)
    {
        foreach (Step input in step.Inputs)
        {
            Collect(context, input, missing);
            if (IsOpen(input.PresenceIn(context)))
            {
                return;
            }
        }
    }

    private static void CollectBranches(EvaluationContext context, ITriesBranches step, MissingFields missing)
    {
        int start = context.BeginPaths();
        do
        {
            Collect(context, step.Inner, missing);
            foreach (IConditionalValue choice in step.Choices)
            {
                if (context.IsOpen(start, choice.Id))
                {
                    CollectChoice(context, choice, missing);
                }
            }
        }
        while (context.NextPath(start));
    }

    // Conditions behind one that surely holds are not asked.
    private static void CollectChoice(EvaluationContext context, IConditionalValue choice, MissingFields missing)
    {
        foreach (Step input in choice.DecidedBy)
        {
            if (input is Step<Truth> condition && condition.Run(context) == Truth.True)
            {
                return;
            }

            Collect(context, input, missing);
        }
    }

    private static void CollectFallBack(EvaluationContext context, IFallsBack step, MissingFields missing)
    {
        Presence first = step.First.PresenceIn(context);
        if (!first.IsAbsent())
        {
            Collect(context, step.First, missing);
            return;
        }

        // Where both are missing, either would have told.
        Collect(context, step.Second, missing);
        if (first == Presence.Missing && step.Second.PresenceIn(context) == Presence.Missing)
        {
            Collect(context, step.First, missing);
        }
    }

    private static void CollectOver(EvaluationContext context, IOverThing over, MissingFields missing)
    {
        context.Slots[over.Slot] = over.Thing.Run(context);
        Collect(context, context.Slots[over.Slot].Kind == ThingKind.Missing ? over.Thing : over.Value, missing);
    }
}
