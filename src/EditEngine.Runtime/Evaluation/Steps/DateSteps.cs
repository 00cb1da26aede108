using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>The date of a thing, as look-ups and windows use it; slot -1 is the claim.</summary>
internal sealed class DateOfStep(int slot) : ValueStep<Day>, INamesField
{
    /// <summary>The slot.</summary>
    public int Slot { get; } = slot;

    /// <inheritdoc/>
    public override Day Run(EvaluationContext context)
    {
        if (Slot < 0)
        {
            return context.ClaimDay;
        }

        ref BoundThing thing = ref context.Slots[Slot];
        return thing.Kind switch
        {
            ThingKind.Line => context.DayOfLine(thing.Index),
            ThingKind.History => context.DayOfHistory(thing.Index),
            ThingKind.Group => context.Groups.DayOf(context, thing.Index),
            ThingKind.None => Day.None,
            ThingKind.Missing => Day.Missing,
            _ => context.ClaimDay,
        };
    }

    /// <inheritdoc/>
    public void Name(EvaluationContext context, MissingFields missing)
    {
        BoundThing thing = Slot < 0 ? new BoundThing(ThingKind.Claim, 0, context.Claim) : context.Slots[Slot];
        switch (thing.Kind)
        {
            case ThingKind.Line or ThingKind.History:
                missing.Add(Paths.Of(context, thing) + "date");
                break;
            case ThingKind.Group:
                GroupProvenance.CollectDay(context, thing.Index, missing);
                break;
            case ThingKind.Missing:
                break;
            default:
                missing.Add(Read.BasisName(context.Edit.Basis));
                break;
        }
    }
}

/// <summary>A value that changes from a day on; with the day missing it may be any of them.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class DatedStep<T>(int id, Step<Day> on, Day[] fromDays, T[] values) : ValueStep<T>, IConditionalValue
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public int Id { get; } = id;

    /// <inheritdoc/>
    public ImmutableArray<Step> DecidedBy { get; } = [on];

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        Day day = on.Run(context);
        if (day.IsKnown)
        {
            for (int i = values.Length - 1; i >= 0; i--)
            {
                if (fromDays[i] <= day)
                {
                    return values[i];
                }
            }

            return T.None;
        }

        return values[context.Answer(Id, values.Length)];
    }
}
