using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Whether a thing is of some kinds: a bit for each.</summary>
internal sealed class IsOfKindStep(int slot, int kinds) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        ThingKind kind = Read.ThingOf(context, slot).Kind;
        return kind == ThingKind.Missing ? Truth.Unknown : Truth.Of((kinds & (1 << (int)kind)) != 0);
    }
}

/// <summary>Whether a thing is none of some others.</summary>
internal sealed class IsOtherStep(int slot, ImmutableArray<int> others) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        ref BoundThing thing = ref context.Slots[slot];
        foreach (int other in others)
        {
            if (context.Slots[other].Equals(thing))
            {
                return Truth.False;
            }
        }

        return Truth.True;
    }
}

/// <summary>Whether a line or history line comes before another: by date, then line number; history by date alone.</summary>
internal sealed class IsEarlierStep(int slot, int than) : ConditionStep, INamesField
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        ref BoundThing a = ref context.Slots[slot];
        ref BoundThing b = ref context.Slots[than];
        if (a.Kind == b.Kind && a.Index == b.Index)
        {
            return Truth.False;
        }

        Day left = DayOf(context, a);
        Day right = DayOf(context, b);
        Truth before = Day.Compare(Relation.Less, left, right);
        if (before == Truth.True || a.Kind == ThingKind.History || b.Kind == ThingKind.History)
        {
            return before;
        }

        Truth sameDay = Day.Compare(Relation.Equal, left, right);
        bool isLower = a.Index < b.Index;
        return sameDay == Truth.Unknown ? Truth.Unknown : sameDay == Truth.True && isLower ? Truth.True : before;
    }

    /// <inheritdoc/>
    public void Name(EvaluationContext context, MissingFields missing)
    {
        NameDate(context, context.Slots[slot], missing);
        NameDate(context, context.Slots[than], missing);
    }

    private static Day DayOf(EvaluationContext context, in BoundThing thing) => thing.Kind switch
    {
        ThingKind.Line => context.DayOfLine(thing.Index),
        ThingKind.History => context.DayOfHistory(thing.Index),
        _ => Day.Missing,
    };

    private static void NameDate(EvaluationContext context, in BoundThing thing, MissingFields missing)
    {
        if (DayOf(context, thing).IsMissing)
        {
            missing.Add(Paths.Of(context, thing) + "date");
        }
    }
}

/// <summary>Whether a line is payable when the phase begins; slot -1 is the claim.</summary>
internal sealed class IsPayableStep(int slot) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        BoundThing thing = Read.ThingOf(context, slot);
        bool payable = thing.Facts switch
        {
            HistoryLine history => history.Status is LineStatus.Paid or LineStatus.Adjusted,
            ServiceLine line => !context.Findings.IsDenied(line.Number, context.DecidedCount),
            null => false,
            _ => !context.Findings.IsClaimDenied(context.DecidedCount),
        };
        return thing.Kind == ThingKind.Missing ? Truth.Unknown : Truth.Of(payable);
    }
}

/// <summary>Whether an edit of an earlier phase denied a thing; slot -1 is the claim.</summary>
internal sealed class IsDeniedByStep(int slot, string edit) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        BoundThing thing = Read.ThingOf(context, slot);
        return thing.Kind == ThingKind.Missing ? Truth.Unknown
            : Truth.Of(context.Findings.IsDeniedBy(edit, (thing.Facts as ServiceLine)?.Number, context.DecidedCount));
    }
}

/// <summary>Whether a suggested code stands on the claim, in the place of its system.</summary>
internal sealed class IsOnClaimStep(int slot) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        if (Read.ThingOf(context, slot).Facts is not Suggestion suggestion)
        {
            return Truth.False;
        }

        context.Count(context.LineCount);
        return Truth.Of(Holds(context, suggestion));
    }

    /// <summary>Whether a suggestion's code is on the claim.</summary>
    public static bool Holds(EvaluationContext context, Suggestion suggestion)
    {
        Claim claim = context.Claim;
        return suggestion.System switch
        {
            "ICD-10-CM" => CodeSources.Of(claim.Diagnoses).Contains(suggestion.Code),
            "ICD-10-PCS" => CodeSources.Of(claim.Procedures).Contains(suggestion.Code),
            "CPT" or "HCPCS" or "CDT" => context.HasProcedure(CodeKey.Of(suggestion.Code)),
            _ => false,
        };
    }
}
