using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Values by type: the one place where a claim's own types become those of evaluation.</content>
public static partial class Read
{
    /// <summary>A code.</summary>
    public static CodeKey CodeOf(Frame frame, FactRef fact)
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

        return CodeKey.Of(fact.Code!.Read(frame.Claim, holder!), fact.Absent); // A code's step; known has a holder.
    }

    /// <summary>A text.</summary>
    public static TextValue TextOf(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        return presence == Presence.Known
            ? TextValue.Of(fact.Text!.Read(frame.Claim, holder!), fact.Absent) // A text's step; known has a holder.
            : TextValue.Of(null, presence);
    }

    /// <summary>A date.</summary>
    public static Day DayOf(Frame frame, FactRef fact)
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

        return Day.Of(fact.Day!.Read(frame.Claim, holder!), fact.Absent); // A date's step; known has a holder.
    }

    /// <summary>A number; money in cents.</summary>
    public static Number NumberOf(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return Number.Absent(presence);
        }

        return fact.Whole is ClaimField<long?> whole
            ? Number.Of(whole.Read(frame.Claim, holder!), fact.Absent) // Known has a holder.
            : Number.Of(fact.Number!.Read(frame.Claim, holder!), fact.Absent); // A number's step; known has a holder.
    }

    /// <summary>An instant.</summary>
    public static Instant InstantOf(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        return presence == Presence.Known
            ? Instant.Of(fact.Instant!.Read(frame.Claim, holder!), fact.Absent) // An instant's step; known has a holder.
            : Instant.Of(null, presence);
    }

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
        return value is bool known ? Truth.Of(known) : fact.IsNoneWhenAbsent ? Truth.False : Truth.Unknown;
    }

    /// <summary>A list of codes.</summary>
    public static CodeList Codes(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? CodeList.None : CodeList.Missing;
        }

        return fact.CodeList is ClaimField<CodeList> list
            ? list.Read(frame.Claim, holder!) // Known has a holder.
            : CodeList.Of(fact.Codes!.Read(frame.Claim, holder!)); // A list's step; known has a holder.
    }
}
