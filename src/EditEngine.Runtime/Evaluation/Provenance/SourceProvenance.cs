using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Provenance;

/// <summary>The fields on which a source depends: lists that were not given, and what the belonging of its things depends on.</summary>
internal static class SourceProvenance
{
    /// <summary>Adds what a step over a source depends on.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="source">The source.</param>
    /// <param name="ofEach">What is asked of each thing; null: nothing.</param>
    /// <param name="decides">The answer of one thing that makes nothing of the other: a thing of which it is given is no concern. Unknown: none.</param>
    /// <param name="missing">Where to.</param>
    public static void Collect(Frame frame, SourceSteps source, Step? ofEach, Truth decides, MissingFields missing)
    {
        CollectLists(frame, source, missing);
        SourceCursor cursor = default;
        while (cursor.Next(frame, source))
        {
            if (decides != Truth.Unknown && ofEach is Step<Truth> condition && condition.Run(frame) == decides)
            {
                continue;
            }

            if (cursor.Belongs == Truth.Unknown)
            {
                CollectBelonging(frame, source, cursor.ListAlternative, missing);
            }

            MissingProvenance.CollectOptional(frame, ofEach, missing);
        }
    }

    /// <summary>Adds lists that were not given at all.</summary>
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

    /// <summary>Adds what the belonging of the thing in the slot depends on.</summary>
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
                MissingProvenance.Collect(frame, condition, missing);
            }
        }
    }
}
