using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Fields;

namespace EditEngine.Evaluation;

/// <content>Values by type: the one place where a claim's own types become those of evaluation.</content>
public static partial class Read
{
    /// <summary>A code as a number.</summary>
    public static ulong Code(Frame frame, FactRef fact)
    {
        if (fact.IsLineProcedure && fact.Slot >= 0)
        {
            ref Slot slot = ref frame.Slots[fact.Slot];
            return slot.Store switch
            {
                Store.Line => frame.Procedures[slot.Index],
                Store.History => frame.HistoryProcedures[slot.Index],
                Store.Missing => CodeKey.Missing,
                _ => CodeKey.None,
            };
        }

        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? CodeKey.None : CodeKey.Missing;
        }

        return CodeKey.Of(fact.Code!.Read(frame.Claim, holder!), fact.IsNoneWhenAbsent ? CodeKey.None : CodeKey.Missing); // A code's step; known has a holder.
    }

    /// <summary>A text; null is missing, <see cref="NoText"/> none.</summary>
    public static string? Text(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? NoText : null;
        }

        return fact.Text!.Read(frame.Claim, holder!) ?? (fact.IsNoneWhenAbsent ? NoText : null); // A text's step; known has a holder.
    }

    /// <summary>A day number.</summary>
    public static int DayOf(Frame frame, FactRef fact)
    {
        if (fact.IsLineDate && fact.Slot >= 0)
        {
            ref Slot slot = ref frame.Slots[fact.Slot];
            return slot.Store switch
            {
                Store.Line => frame.Days[slot.Index],
                Store.History => frame.HistoryDays[slot.Index],
                Store.Missing => Day.Missing,
                _ => Day.None,
            };
        }

        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? Day.None : Day.Missing;
        }

        return Day.Of(fact.Day!.Read(frame.Claim, holder!), fact.Absent); // A day's step; known has a holder.
    }

    /// <summary>A number; money in cents.</summary>
    public static Num Number(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? Num.None : Num.Missing;
        }

        if (fact.Whole is ClaimField<long?> whole)
        {
            return whole.Read(frame.Claim, holder!) is long value ? Num.Of(value) : fact.IsNoneWhenAbsent ? Num.None : Num.Missing; // Known has a holder.
        }

        return Num.Of(fact.Number!.Read(frame.Claim, holder!), fact.Absent); // A number's step; known has a holder.
    }

    /// <summary>An instant in UTC ticks; <see cref="long.MinValue"/> is missing.</summary>
    public static long Instant(Frame frame, FactRef fact) =>
        Holder(frame, fact, out _, out object? holder) == Presence.Known
            ? fact.Instant!.Read(frame.Claim, holder!)?.UtcTicks ?? long.MinValue // An instant's step; known has a holder.
            : long.MinValue;

    /// <summary>A yes-or-no fact: true, false, or unknown where it is missing; none is false.</summary>
    public static Truth YesNo(Frame frame, FactRef fact, out Presence presence)
    {
        presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? Truth.False : Truth.Unknown;
        }

        bool? value = fact.YesNo!.Read(frame.Claim, holder!); // Its step; known has a holder.
        presence = value is null ? fact.Absent : Presence.Known;
        return value is bool known ? known ? Truth.True : Truth.False : fact.IsNoneWhenAbsent ? Truth.False : Truth.Unknown;
    }

    /// <summary>A list of codes.</summary>
    public static CodeList Codes(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? CodeList.None : CodeList.Missing;
        }

        return fact.Codes is ClaimField<ImmutableArray<EditEngine.Codes.Code>> codes
            ? CodeList.Of(codes.Read(frame.Claim, holder!)) // Known has a holder.
            : ListOf(fact.HeldCodes!.Read(frame.Claim, holder!), fact); // A list's step; known has a holder.
    }

    private static CodeList ListOf(in HeldCodes held, FactRef fact) => held.Others switch
    {
        InpatientProcedure[] procedures => CodeList.OfProcedures(ImmutableCollectionsMarshal.AsImmutableArray(procedures)),
        OccurrenceCode[] occurrences => CodeList.OfOccurrences(ImmutableCollectionsMarshal.AsImmutableArray(occurrences)),
        ValueCode[] values => CodeList.OfValues(ImmutableCollectionsMarshal.AsImmutableArray(values)),
        _ when !held.Pointers.IsDefault => CodeList.Of(held.Diagnoses, held.Pointers),
        _ when !held.Diagnoses.IsDefault => CodeList.Of(held.Diagnoses, held.IsFinalOnly),
        _ => fact.Field.Absence == Absence.Empty ? CodeList.Of(default(ImmutableArray<EditEngine.Codes.Code>)) : CodeList.Missing,
    };
}
