using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Reads facts of things; what is absent comes as what its absence means.</summary>
internal static partial class Read
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

        if ((fact.Stores & (1 << (int)thing.Store)) == 0)
        {
            return Presence.None;
        }

        object facts = thing.Facts!; // A thing that has fields has a record.
        holder = fact.Part is null ? facts : fact.Part.PartOf(frame.Claim, facts);
        return holder is not null ? Presence.Known : fact.Part!.IsNoneWhenAbsent ? Presence.None : Presence.Missing; // A thing itself is there.
    }

    /// <summary>Adds the name of an absent fact: of the thing, of its part where that is what is absent, or of the fact.</summary>
    public static void Collect(Frame frame, FactRef fact, MissingFields missing)
    {
        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (thing.Store == Store.Missing)
        {
            return;
        }

        string part = fact.Part?.Name ?? "";
        string path = part == "patient" && presence == Presence.Known ? fact.PartPath : Paths.Of(frame, thing) + (presence == Presence.Known ? fact.PartPath : part);
        missing.Add(presence == Presence.Known || holder is not null || part.Length == 0 ? path + fact.Field.ReportedAs : path);
    }
}
