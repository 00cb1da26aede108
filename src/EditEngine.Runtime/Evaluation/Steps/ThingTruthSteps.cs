using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Whether a thing lies in some stores: a bit for each.</summary>
internal sealed class IsInStep(int slot, int stores) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Store store = Read.ThingOf(frame, slot).Store;
        return store == Store.Missing ? Truth.Unknown : Truth.Of((stores & (1 << (int)store)) != 0);
    }
}

/// <summary>Whether a thing is none of some others.</summary>
internal sealed class IsOtherStep(int slot, ImmutableArray<int> others) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        ref Slot thing = ref frame.Slots[slot];
        foreach (int other in others)
        {
            if (frame.Slots[other].Equals(thing))
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
    public override Truth Run(Frame frame)
    {
        ref Slot a = ref frame.Slots[slot];
        ref Slot b = ref frame.Slots[than];
        if (a.Store == b.Store && a.Index == b.Index)
        {
            return Truth.False;
        }

        Day left = DayOf(frame, a);
        Day right = DayOf(frame, b);
        Truth before = Day.Compare(Relation.Less, left, right);
        if (before == Truth.True || a.Store == Store.History || b.Store == Store.History)
        {
            return before;
        }

        Truth sameDay = Day.Compare(Relation.Equal, left, right);
        bool isLower = a.Index < b.Index;
        return sameDay == Truth.Unknown ? Truth.Unknown : sameDay == Truth.True && isLower ? Truth.True : before;
    }

    /// <inheritdoc/>
    public void Name(Frame frame, MissingFields missing)
    {
        NameDate(frame, frame.Slots[slot], missing);
        NameDate(frame, frame.Slots[than], missing);
    }

    private static Day DayOf(Frame frame, in Slot thing) => thing.Store switch
    {
        Store.Line => frame.DayOfLine(thing.Index),
        Store.History => frame.DayOfHistory(thing.Index),
        _ => Day.Missing,
    };

    private static void NameDate(Frame frame, in Slot thing, MissingFields missing)
    {
        if (DayOf(frame, thing).IsMissing)
        {
            missing.Add(Paths.Of(frame, thing) + "date");
        }
    }
}

/// <summary>Whether a line is payable when the phase begins; slot -1 is the claim.</summary>
internal sealed class IsPayableStep(int slot) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Slot thing = Read.ThingOf(frame, slot);
        bool payable = thing.Facts switch
        {
            HistoryLine history => history.Status is LineStatus.Paid or LineStatus.Adjusted,
            ServiceLine line => !frame.Found.IsDenied(line.Number, frame.DecidedCount),
            null => false,
            _ => !frame.Found.IsClaimDenied(frame.DecidedCount),
        };
        return thing.Store == Store.Missing ? Truth.Unknown : Truth.Of(payable);
    }
}

/// <summary>Whether an edit of an earlier phase denied a thing; slot -1 is the claim.</summary>
internal sealed class IsDeniedByStep(int slot, string edit) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Slot thing = Read.ThingOf(frame, slot);
        return thing.Store == Store.Missing ? Truth.Unknown
            : Truth.Of(frame.Found.IsDeniedBy(edit, (thing.Facts as ServiceLine)?.Number, frame.DecidedCount));
    }
}

/// <summary>Whether a suggested code stands on the claim, in the place of its system.</summary>
internal sealed class IsOnClaimStep(int slot) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        if (Read.ThingOf(frame, slot).Facts is not Suggestion suggestion)
        {
            return Truth.False;
        }

        frame.Count(frame.LineCount);
        return Truth.Of(Holds(frame, suggestion));
    }

    /// <summary>Whether a suggestion's code is on the claim.</summary>
    public static bool Holds(Frame frame, Suggestion suggestion)
    {
        Claim claim = frame.Claim;
        return suggestion.System switch
        {
            "ICD-10-CM" => CodeSources.Of(claim.Diagnoses).Contains(suggestion.Code),
            "ICD-10-PCS" => CodeSources.Of(claim.Procedures).Contains(suggestion.Code),
            "CPT" or "HCPCS" or "CDT" => frame.HasProcedure(CodeKey.Of(suggestion.Code)),
            _ => false,
        };
    }
}
