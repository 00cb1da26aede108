using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Where the things come from that a slot runs over.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Alternatives">A thing belongs where any alternative takes it.</param>
public sealed record SourceSteps(int Slot, ImmutableArray<AlternativeSteps> Alternatives)
{
    /// <summary>The stores of alternatives without a list, a bit for each.</summary>
    public int Stores { get; } = Alternatives.Where(one => one.List is null).Aggregate(0, (all, one) => all | one.Stores);

    /// <summary>The day that a line of history must have to belong, where a condition says so of all of them; else null.</summary>
    public Step<Day>? HistoryDay { get; } = DayOfHistory(Slot, Alternatives);

    private static Step<Day>? DayOfHistory(int slot, ImmutableArray<AlternativeSteps> alternatives)
    {
        AlternativeSteps[] ofHistory = [.. alternatives.Where(one => one.List is null && (one.Stores & (1 << (int)Store.History)) != 0)];
        return ofHistory.Length != 1 ? null
            : ofHistory[0].Conditions.OfType<CompareStep<Day>>().Where(one => one.Relation == Relation.Equal)
                .Select(one => IsOwnDate(one.Left, slot) && IsOfOther(one.Right, slot) ? one.Right : IsOwnDate(one.Right, slot) && IsOfOther(one.Left, slot) ? one.Left : null)
                .FirstOrDefault(day => day is not null);
    }

    private static bool IsOwnDate(Step<Day> day, int slot) => day is DayFact { Fact: { IsLineDate: true } fact } && fact.Slot == slot;

    private static bool IsOfOther(Step<Day> day, int slot) => day switch
    {
        ConstantStep<Day> => true,
        DayFact { Fact: { IsLineDate: true } fact } => fact.Slot != slot,
        DateOfStep date => date.Slot != slot,
        _ => false,
    };
}

/// <summary>Things of one store, or of a list, and what they must meet.</summary>
/// <param name="Stores">A bit for each store that is taken; one where there is no list.</param>
/// <param name="List">The list; null for the claim's own stores.</param>
/// <param name="Conditions">Over the slot.</param>
public sealed record AlternativeSteps(int Stores, ListStep? List, ImmutableArray<Step<Truth>> Conditions);

/// <summary>Adds the fields on which a source hangs.</summary>
public static class SourceFields
{
    /// <summary>Lists that were not given at all.</summary>
    public static void CollectLists(Frame frame, SourceSteps source, MissingFields missing)
    {
        foreach (AlternativeSteps one in source.Alternatives)
        {
            one.List?.Collect(frame, missing);
        }

        if ((source.Stores & (1 << (int)Store.Diagnosis)) != 0 && frame.Claim.Diagnoses.IsDefault)
        {
            missing.Add("claim.diagnoses");
        }

        if ((source.Stores & (1 << (int)Store.Authorization)) != 0 && frame.Claim.Authorizations.IsDefault)
        {
            missing.Add("claim.authorizations");
        }
    }

    /// <summary>What the belonging of the thing in the slot hangs on.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="source">The source.</param>
    /// <param name="listAlternative">As the cursor said.</param>
    /// <param name="missing">Where to.</param>
    public static void CollectBelonging(Frame frame, SourceSteps source, int listAlternative, MissingFields missing)
    {
        Slot thing = frame.Slots[source.Slot];
        for (int i = 0; i < source.Alternatives.Length; i++)
        {
            AlternativeSteps one = source.Alternatives[i];
            bool concerns = listAlternative >= 0 ? i == listAlternative : one.List is null && (one.Stores & (1 << (int)thing.Store)) != 0;
            if (!concerns || SourceCursor.Meets(frame, one.Conditions) == Truth.False)
            {
                continue;
            }

            one.List?.CollectBelonging(frame, thing, missing);
            foreach (Step<Truth> condition in one.Conditions)
            {
                if (condition.Run(frame) == Truth.Unknown)
                {
                    condition.Collect(frame, missing);
                }
            }
        }
    }
}
