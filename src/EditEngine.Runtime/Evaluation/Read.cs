using EditEngine.Claims;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Reads facts of things; what is absent comes as what its absence means.</summary>
public static partial class Read
{
    /// <summary>The claim's date on a basis.</summary>
    public static Day BasisDay(Claim claim, Basis basis) => basis switch
    {
        Basis.Discharge => Day.Of(claim.DischargeDate),
        Basis.Admission => Day.Of(claim.AdmissionDate),
        Basis.Received => Day.Of(claim.ReceivedDate),
        Basis.Processed => Day.Of(claim.ProcessedDate),
        Basis.Through => Day.Of(claim.Through),
        _ => Day.Of(claim.From),
    };

    /// <summary>The name of a basis' field.</summary>
    public static string BasisName(Basis basis) => basis switch
    {
        Basis.Discharge => "claim.discharge",
        Basis.Admission => "claim.admission",
        Basis.Received => "claim.received",
        Basis.Processed => "claim.processed",
        Basis.Through => "claim.through",
        _ => "claim.from",
    };

    /// <summary>The thing of a slot; slot -1 is the claim.</summary>
    public static Slot ThingOf(Frame frame, int slot) => slot < 0 ? new Slot(Store.Claim, 0, frame.Claim) : frame.Slots[slot];

    /// <summary>The record that holds a fact: the thing's own, or of its part. Null where the part is absent.</summary>
    public static object? HolderOf(Frame frame, in Slot thing, Role role)
    {
        if (role == Role.Self)
        {
            return thing.Facts;
        }

        Claim claim = frame.Claim;
        return (thing.Store, role) switch
        {
            (Store.Line, Role.Rendering) => ((ServiceLine)thing.Facts!).Rendering ?? claim.Rendering, // A line's facts.
            (Store.Line, Role.Ordering) => ((ServiceLine)thing.Facts!).Ordering, // A line's facts.
            (Store.Line, Role.Ndc) => ((ServiceLine)thing.Facts!).Ndc, // A line's facts.
            (Store.History, Role.Rendering) => ((HistoryLine)thing.Facts!).Line.Rendering, // A history line's facts.
            (Store.History, Role.Ordering) => ((HistoryLine)thing.Facts!).Line.Ordering, // A history line's facts.
            (Store.History, Role.Ndc) => ((HistoryLine)thing.Facts!).Line.Ndc, // A history line's facts.
            (Store.History, Role.Billing) => ((HistoryLine)thing.Facts!).Billing, // A history line's facts.
            (_, Role.Billing) => claim.Billing,
            (_, Role.Rendering) => claim.Rendering,
            (_, Role.Referring) => claim.Referring,
            (_, Role.Ordering) => claim.Ordering,
            (_, Role.Supervising) => claim.Supervising,
            (_, Role.Attending) => claim.Attending,
            (_, Role.Operating) => claim.Operating,
            (_, Role.Facility) => claim.Facility,
            (_, Role.Patient) => claim.Patient,
            _ => null,
        };
    }

    /// <summary>Finds a fact's holder, or what there is instead.</summary>
    /// <returns>Known with a holder; else what the fact then is.</returns>
    public static Presence Holder(Frame frame, FactRef fact, out Slot thing, out object? holder)
    {
        thing = ThingOf(frame, fact.Slot);
        holder = null;
        if (thing.Store is Store.None or Store.Missing)
        {
            return thing.Store == Store.None ? Presence.None : Presence.Missing;
        }

        if ((fact.Owners & (1 << (int)thing.Store)) == 0)
        {
            return Presence.None;
        }

        holder = HolderOf(frame, thing, fact.Role);
        return holder is not null ? Presence.Known : fact.Role == Role.Ndc ? Presence.None : Presence.Missing;
    }

    /// <summary>Adds the name of an absent fact: of the thing, of its part where that is what is absent, or of the fact.</summary>
    public static void Collect(Frame frame, FactRef fact, MissingFields missing)
    {
        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (thing.Store == Store.Missing)
        {
            return;
        }

        string part = fact.Role == Role.Self ? "" : RoleName(fact.Role);
        string path = fact.Role == Role.Patient && presence == Presence.Known ? "patient." : Paths.Of(frame, thing) + (part.Length > 0 && presence == Presence.Known ? part + "." : part);
        missing.Add(presence == Presence.Known ? path + MissingName(fact) : holder is null && part.Length > 0 ? path : path + MissingName(fact));
    }

    private static string RoleName(Role role) => role switch
    {
        Role.Billing => "billing",
        Role.Rendering => "rendering",
        Role.Referring => "referring",
        Role.Ordering => "ordering",
        Role.Supervising => "supervising",
        Role.Attending => "attending",
        Role.Operating => "operating",
        Role.Facility => "facility",
        Role.Patient => "patient",
        _ => "ndc",
    };

    private static string MissingName(FactRef fact) => fact.Fact is Fact.LineDays or Fact.LineThrough ? "date" : fact.Name;
}
