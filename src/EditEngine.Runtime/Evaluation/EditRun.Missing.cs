using EditEngine.Evaluation.Provenance;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>The fields on which a tuple hangs that could fire.</content>
internal sealed partial class EditRun
{
    internal void CollectTuple(int position, Truth belongs, ListMember member, MissingFields missing)
    {
        for (int i = 0; i < Edit.Bindings.Length; i++)
        {
            if (Edit.Bindings[i].Source is SourceSteps source && _belongs[i] == Truth.Unknown)
            {
                SourceProvenance.CollectBelonging(Context, source, _alternatives[i], missing);
            }

            if (Edit.Bindings[i].Group?.Condition is Step<Truth> condition && condition.Run(Context) == Truth.Unknown)
            {
                MissingProvenance.Collect(Context, condition, missing);
            }
        }

        foreach (PlacedStep placed in Edit.Tuple)
        {
            CollectUnknown(placed.Step, missing);
        }

        if (Context.Groups.HasPartialKeys)
        {
            CollectPartialKeys(missing);
        }

        CaseSteps one = Edit.Cases[position];
        if (one.Condition is not null)
        {
            CollectUnknown(one.Condition, missing);
        }

        if (belongs == Truth.Unknown && member.Source is not null)
        {
            BoundThing before = Context.Slots[member.Source.Slot];
            Context.Slots[member.Source.Slot] = member.Thing;
            SourceProvenance.CollectBelonging(Context, member.Source, member.ListAlternative, missing);
            Context.Slots[member.Source.Slot] = before;
        }

        CollectExceptions(one, missing);
    }

    private void CollectPartialKeys(MissingFields missing)
    {
        foreach (BindingSteps binding in Edit.Bindings)
        {
            BoundThing bound = Context.Slots[binding.Slot];
            if (bound.Kind == ThingKind.Group && bound.Index != _origin.Group && Context.Groups.HypothesisOf(bound.Index).IsOneOfSeveral)
            {
                GroupProvenance.CollectPartialKey(Context, bound.Index, missing);
            }
        }
    }

    private void CollectExceptions(CaseSteps one, MissingFields missing)
    {
        foreach (ExceptionSteps exception in one.Exceptions)
        {
            if (exception.Plan.UntilDay is not int until || Context.AsOfDay <= until)
            {
                CollectUnknown(exception.Condition, missing);
            }
        }
    }

    private void CollectUnknown(Step<Truth> step, MissingFields missing)
    {
        if (step.Run(Context) == Truth.Unknown)
        {
            MissingProvenance.Collect(Context, step, missing);
        }
    }
}
