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
                SourceProvenance.CollectBelonging(Frame, source, _alternatives[i], missing);
            }

            if (Edit.Bindings[i].Group?.Condition is Step<Truth> condition && condition.Run(Frame) == Truth.Unknown)
            {
                MissingProvenance.Collect(Frame, condition, missing);
            }
        }

        foreach (PlacedStep placed in Edit.Tuple)
        {
            CollectUnknown(placed.Step, missing);
        }

        if (Frame.Groups.HasFounders)
        {
            CollectFounders(missing);
        }

        CaseSteps one = Edit.Cases[position];
        if (one.Condition is not null)
        {
            CollectUnknown(one.Condition, missing);
        }

        if (belongs == Truth.Unknown && member.Source is not null)
        {
            Slot before = Frame.Slots[member.Source.Slot];
            Frame.Slots[member.Source.Slot] = member.Thing;
            SourceProvenance.CollectBelonging(Frame, member.Source, member.ListAlternative, missing);
            Frame.Slots[member.Source.Slot] = before;
        }

        CollectExceptions(one, missing);
    }

    private void CollectFounders(MissingFields missing)
    {
        foreach (BindingSteps binding in Edit.Bindings)
        {
            Slot slot = Frame.Slots[binding.Slot];
            if (slot.Store == Store.Group && slot.Index != _origin.Group && Frame.Groups.WorldOf(slot.Index).IsOneOfSeveral)
            {
                Frame.Groups.CollectFounder(Frame, slot.Index, missing);
            }
        }
    }

    private void CollectExceptions(CaseSteps one, MissingFields missing)
    {
        foreach (ExceptionSteps exception in one.Exceptions)
        {
            if (exception.Plan.UntilDay is not int until || Frame.AsOfDay <= until)
            {
                CollectUnknown(exception.Condition, missing);
            }
        }
    }

    private void CollectUnknown(Step<Truth> step, MissingFields missing)
    {
        if (step.Run(Frame) == Truth.Unknown)
        {
            MissingProvenance.Collect(Frame, step, missing);
        }
    }
}
