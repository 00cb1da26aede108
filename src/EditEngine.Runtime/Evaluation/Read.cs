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
    public static BoundThing ThingOf(EvaluationContext context, int slot) => slot < 0 ? new BoundThing(ThingKind.Claim, 0, context.Claim) : context.Slots[slot];

    /// <summary>Finds a fact's holder, or what there is instead.</summary>
    /// <returns>Known with a holder; else what the fact then is.</returns>
    public static Presence Holder(EvaluationContext context, FactRef fact, out BoundThing thing, out object? holder)
    {
        thing = ThingOf(context, fact.Slot);
        holder = null;
        if (thing.Kind is ThingKind.None or ThingKind.Missing)
        {
            return thing.Kind == ThingKind.None ? Presence.None : Presence.Missing;
        }

        if ((fact.Kinds & (1 << (int)thing.Kind)) == 0)
        {
            return Presence.None;
        }

        object facts = thing.Facts!; // A thing that has fields has a record.
        holder = fact.Part is null ? facts : fact.Part.PartOf(context.Claim, facts);
        return holder is not null ? Presence.Known : fact.Part!.IsNoneWhenAbsent ? Presence.None : Presence.Missing; // A thing itself is there.
    }

    /// <summary>Adds the name of an absent fact: of the thing, of its part where that is what is absent, or of the fact.</summary>
    public static void Collect(EvaluationContext context, FactRef fact, MissingFields missing)
    {
        Presence presence = Holder(context, fact, out BoundThing thing, out object? holder);
        if (thing.Kind == ThingKind.Missing)
        {
            return;
        }

        string part = fact.Part?.Name ?? "";
        string path = part == "patient" && presence == Presence.Known ? fact.PartPath : Paths.Of(context, thing) + (presence == Presence.Known ? fact.PartPath : part);
        missing.Add(presence == Presence.Known || holder is not null || part.Length == 0 ? path + fact.Field.ReportedAs : path);
    }
}
