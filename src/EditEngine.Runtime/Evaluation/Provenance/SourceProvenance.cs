using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Provenance;

/// <summary>The fields on which a source depends: lists that were not given, and what the belonging of its things depends on.</summary>
internal static class SourceProvenance
{
    /// <summary>Adds what a step over a source depends on.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">The source.</param>
    /// <param name="ofEach">What is asked of each thing; null: nothing.</param>
    /// <param name="decides">The answer of one thing that makes nothing of the other: a thing of which it is given is no concern. Unknown: none.</param>
    /// <param name="missing">Where to.</param>
    public static void Collect(EvaluationContext context, SourceSteps source, Step? ofEach, Truth decides, MissingFields missing)
    {
        CollectLists(context, source, missing);
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            if (decides != Truth.Unknown && ofEach is Step<Truth> condition && condition.Run(context) == decides)
            {
                continue;
            }

            if (cursor.Belongs == Truth.Unknown)
            {
                CollectBelonging(context, source, cursor.ListAlternative, missing);
            }

            MissingProvenance.CollectOptional(context, ofEach, missing);
        }
    }

    /// <summary>Adds lists that were not given at all.</summary>
    public static void CollectLists(EvaluationContext context, SourceSteps source, MissingFields missing)
    {
        foreach (AlternativeSteps one in source.Alternatives)
        {
            one.List?.Collect(context, missing);
        }

        if ((source.Kinds & (1 << (int)ThingKind.Diagnosis)) != 0 && context.Claim.Diagnoses.IsDefault)
        {
            missing.Add("claim.diagnoses");
        }

        if ((source.Kinds & (1 << (int)ThingKind.Authorization)) != 0 && context.Claim.Authorizations.IsDefault)
        {
            missing.Add("claim.authorizations");
        }
    }

    /// <summary>Adds what the belonging of the thing in the slot depends on.</summary>
    /// <param name="context">The context.</param>
    /// <param name="source">The source.</param>
    /// <param name="listAlternative">As the cursor said.</param>
    /// <param name="missing">Where to.</param>
    public static void CollectBelonging(EvaluationContext context, SourceSteps source, int listAlternative, MissingFields missing)
    {
        BoundThing thing = context.Slots[source.Slot];
        for (int i = 0; i < source.Alternatives.Length; i++)
        {
            AlternativeSteps one = source.Alternatives[i];
            bool concerns = listAlternative >= 0 ? i == listAlternative : one.List is null && (one.Kinds & (1 << (int)thing.Kind)) != 0;
            if (!concerns || SourceCursor.Meets(context, one.Conditions) == Truth.False)
            {
                continue;
            }

            one.List?.CollectBelonging(context, thing, missing);
            foreach (Step<Truth> condition in one.Conditions)
            {
                MissingProvenance.Collect(context, condition, missing);
            }
        }
    }
}
