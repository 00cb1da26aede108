using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Values by type: the one place where a claim's own types become those of evaluation.</content>
internal static partial class Read
{
    /// <summary>A code.</summary>
    public static CodeKey CodeOf(EvaluationContext context, FactRef fact)
    {
        if (fact.IsLineProcedure && fact.Slot >= 0)
        {
            ref BoundThing slot = ref context.Slots[fact.Slot];
            return slot.Kind switch
            {
                ThingKind.Line => context.CodeOfLine(slot.Index),
                ThingKind.History => context.CodeOfHistory(slot.Index),
                ThingKind.Missing => CodeKey.Missing,
                _ => CodeKey.None,
            };
        }

        Presence presence = Holder(context, fact, out _, out object? holder);
        return presence == Presence.Known
            ? CodeKey.Of(fact.Code!.Read(context.Claim, holder!), fact.Absent) // A code's step; known has a holder.
            : CodeKey.Of(default, presence);
    }

    /// <summary>A text.</summary>
    public static TextValue TextOf(EvaluationContext context, FactRef fact)
    {
        Presence presence = Holder(context, fact, out _, out object? holder);
        return presence == Presence.Known
            ? TextValue.Of(fact.Text!.Read(context.Claim, holder!), fact.Absent) // A text's step; known has a holder.
            : TextValue.Of(null, presence);
    }

    /// <summary>A date.</summary>
    public static Day DayOf(EvaluationContext context, FactRef fact)
    {
        if (fact.IsLineDate && fact.Slot >= 0)
        {
            ref BoundThing slot = ref context.Slots[fact.Slot];
            return slot.Kind switch
            {
                ThingKind.Line => context.DayOfLine(slot.Index),
                ThingKind.History => context.DayOfHistory(slot.Index),
                ThingKind.Missing => Day.Missing,
                _ => Day.None,
            };
        }

        Presence presence = Holder(context, fact, out _, out object? holder);
        return presence == Presence.Known
            ? Day.Of(fact.Day!.Read(context.Claim, holder!), fact.Absent) // A day's step; known has a holder.
            : Day.Of(null, presence);
    }

    /// <summary>A number; money in cents.</summary>
    public static Number NumberOf(EvaluationContext context, FactRef fact)
    {
        Presence presence = Holder(context, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return Number.Absent(presence);
        }

        if (fact.Whole is ClaimField<long?> whole)
        {
            return whole.Read(context.Claim, holder!) is long value ? Number.Of(value) : Number.Absent(fact.Absent); // Known has a holder.
        }

        return Number.Of(fact.Number!.Read(context.Claim, holder!), fact.Absent); // A number's step; known has a holder.
    }

    /// <summary>An instant.</summary>
    public static Instant InstantOf(EvaluationContext context, FactRef fact)
    {
        Presence presence = Holder(context, fact, out _, out object? holder);
        return presence == Presence.Known
            ? Instant.Of(fact.Instant!.Read(context.Claim, holder!), fact.Absent) // An instant's step; known has a holder.
            : Instant.Of(null, presence);
    }

    /// <summary>A yes-or-no fact: true, false, or unknown where it is missing; none is false.</summary>
    public static Truth YesNo(EvaluationContext context, FactRef fact, out Presence presence)
    {
        presence = Holder(context, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? Truth.False : Truth.Unknown;
        }

        bool? value = fact.YesNo!.Read(context.Claim, holder!); // Its step; known has a holder.
        presence = value is null ? fact.Absent : Presence.Known;
        return value is bool known ? Truth.Of(known) : fact.IsNoneWhenAbsent ? Truth.False : Truth.Unknown;
    }

    /// <summary>A list of codes.</summary>
    public static CodeList Codes(EvaluationContext context, FactRef fact)
    {
        Presence presence = Holder(context, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? CodeList.None : CodeList.Missing;
        }

        return fact.Codes is ClaimField<ImmutableArray<Code>> codes
            ? CodeList.Of(codes.Read(context.Claim, holder!)) // Known has a holder.
            : ListOf(fact.HeldCodes!.Read(context.Claim, holder!), fact); // A list's step; known has a holder.
    }

    internal static CodeList ListOf(in HeldCodes held, FactRef fact) => held.Others switch
    {
        InpatientProcedure[] procedures => CodeSources.Of(ImmutableCollectionsMarshal.AsImmutableArray(procedures)),
        OccurrenceCode[] occurrences => CodeSources.Of(ImmutableCollectionsMarshal.AsImmutableArray(occurrences)),
        ValueCode[] values => CodeSources.Of(ImmutableCollectionsMarshal.AsImmutableArray(values)),
        OtherPayer[] payers => CodeSources.ReasonsOf(ImmutableCollectionsMarshal.AsImmutableArray(payers)),
        ServiceLine line => held.Part == HeldPart.Teeth ? CodeSources.TeethOf(line) : CodeSources.AreasOf(line),
        _ when !held.Pointers.IsDefault => CodeSources.Of(held.Diagnoses, held.Pointers),
        _ when !held.Diagnoses.IsDefault => CodeSources.Of(held.Diagnoses, held.Part == HeldPart.Final),
        _ => fact.Field.Absence == Absence.Empty ? CodeList.Of(default(ImmutableArray<Code>)) : CodeList.Missing,
    };
}
