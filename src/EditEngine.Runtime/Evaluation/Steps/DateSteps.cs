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
    public override Day Run(Frame frame)
    {
        if (Slot < 0)
        {
            return frame.ClaimDay;
        }

        ref Slot thing = ref frame.Slots[Slot];
        return thing.Store switch
        {
            Store.Line => frame.DayOfLine(thing.Index),
            Store.History => frame.DayOfHistory(thing.Index),
            Store.Group => frame.Groups.DayOf(frame, thing.Index),
            Store.None => Day.None,
            Store.Missing => Day.Missing,
            _ => frame.ClaimDay,
        };
    }

    /// <inheritdoc/>
    public void Name(Frame frame, MissingFields missing)
    {
        Slot thing = Slot < 0 ? new Slot(Store.Claim, 0, frame.Claim) : frame.Slots[Slot];
        switch (thing.Store)
        {
            case Store.Line or Store.History:
                missing.Add(Paths.Of(frame, thing) + "date");
                break;
            case Store.Group:
                frame.Groups.CollectDay(frame, thing.Index, missing);
                break;
            case Store.Missing:
                break;
            default:
                missing.Add(Read.BasisName(frame.Edit.Basis));
                break;
        }
    }
}

/// <summary>A value that changes from a day on; with the day missing it may be any of them.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class DatedStep<T>(int id, Step<Day> on, Day[] fromDays, T[] values) : ValueStep<T>, IOpenChoice
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public int Id { get; } = id;

    /// <inheritdoc/>
    public ImmutableArray<Step> DecidedBy { get; } = [on];

    /// <inheritdoc/>
    public override T Run(Frame frame)
    {
        Day day = on.Run(frame);
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

        return values[frame.Answer(Id, values.Length)];
    }
}
