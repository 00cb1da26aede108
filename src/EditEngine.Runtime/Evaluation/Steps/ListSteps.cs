using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A list of things: asked for its things one by one.</summary>
internal abstract class ListStep
{
    /// <summary>Takes the list: Known, None (empty) or Missing.</summary>
    /// <param name="context">The context.</param>
    /// <param name="cursor">Where to begin.</param>
    public abstract Presence Begin(EvaluationContext context, out ListCursor cursor);

    /// <summary>The next thing and whether it belongs.</summary>
    public abstract bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs);

    /// <summary>Adds the fields that the list as a whole lacks.</summary>
    public abstract void Collect(EvaluationContext context, MissingFields missing);

    /// <summary>Adds the fields on which a thing's belonging hangs.</summary>
    public virtual void CollectBelonging(EvaluationContext context, in BoundThing thing, MissingFields missing)
    {
    }
}

/// <summary>A place in a list.</summary>
/// <param name="At">Next position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Extra">What the list keeps for itself.</param>
/// <param name="On">The day on which its things are asked for.</param>
internal record struct ListCursor(int At, int End, int Extra, Day On = default);

/// <summary>The spans of evidence of a suggestion.</summary>
internal sealed class EvidenceList(FactRef fact) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        BoundThing suggestion = Read.ThingOf(context, fact.Slot);
        ImmutableArray<Evidence> spans = suggestion.Facts is Suggestion known ? known.Evidence : [];
        cursor = new ListCursor(0, spans.IsDefault ? 0 : spans.Length, suggestion.Index);
        return spans.IsDefault || suggestion.Kind == ThingKind.Missing ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = default;
        if (cursor.At >= cursor.End)
        {
            return false;
        }

        Suggestion suggestion = (Suggestion)Read.ThingOf(context, fact.Slot).Facts!; // It has spans.
        thing = new BoundThing(ThingKind.Evidence, cursor.At, suggestion.Evidence[cursor.At], cursor.Extra);
        cursor.At++;
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing)
    {
        if (Begin(context, out _) == Presence.Missing)
        {
            Read.Collect(context, fact, missing);
        }
    }
}

/// <summary>The spans of days of a fact that the payer adds.</summary>
internal sealed class SpanList(string name, string member) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        ImmutableArray<FactSpan> spans = Of(context);
        cursor = new ListCursor(0, spans.IsDefault ? 0 : spans.Length, 0);
        return spans.IsDefault ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = default;
        if (cursor.At >= cursor.End)
        {
            return false;
        }

        thing = new BoundThing(ThingKind.Span, cursor.At, Of(context)[cursor.At], OwnerPath: name);
        cursor.At++;
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing)
    {
        if (Of(context).IsDefault)
        {
            missing.Add("claim." + name);
        }
    }

    private ImmutableArray<FactSpan> Of(EvaluationContext context) => context.Claim.Facts.TryGetValue(member, out FactValue? value) ? value.Spans : default;
}

/// <summary>The certificates of a provider in a role.</summary>
internal sealed class CertificateList(FactRef fact) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        Presence presence = Read.Holder(context, fact, out _, out object? holder);
        ImmutableArray<Certificate> certificates = holder is Provider provider ? provider.Certificates : default;
        cursor = new ListCursor(0, certificates.IsDefault ? 0 : certificates.Length, 0);
        return presence == Presence.None ? Presence.None : certificates.IsDefault ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = default;
        if (cursor.At >= cursor.End)
        {
            return false;
        }

        Read.Holder(context, fact, out BoundThing owner, out object? holder);
        int position = owner.Kind switch { ThingKind.Line => owner.Index, ThingKind.History => context.LineCount + owner.Index, _ => -1 };
        thing = new BoundThing(ThingKind.Certificate, cursor.At, ((Provider)holder!).Certificates[cursor.At], position, fact.PartPath); // It has certificates.
        cursor.At++;
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing)
    {
        if (Begin(context, out _) == Presence.Missing)
        {
            Read.Collect(context, fact, missing);
        }
    }
}

/// <summary>The rows of a table in force on a date, those of one first key where it is fixed.</summary>
internal sealed class RowList(Table table, Step<Day>? on, KeyPart? firstKey) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        (int first, int end) = (0, table.RowCount);
        cursor = default;
        if (firstKey is not null)
        {
            Presence presence = firstKey.Run(context, table, 0, out ulong key);
            if (presence == Presence.None)
            {
                return Presence.None;
            }

            // Where it is missing any row may have it: the conditions tell of each.
            (first, end) = presence == Presence.Known ? table.FindRows(key) : (first, end);
        }

        cursor = new ListCursor(first, end, 0, on is null ? Day.None : on.Run(context));
        return Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        while (cursor.At < cursor.End)
        {
            int row = cursor.At++;
            bool isOpen = table.GetFrom(row) == int.MinValue && table.GetThrough(row) == int.MaxValue;
            belongs = cursor.On.IsKnown
                ? Truth.Of(table.GetFrom(row) <= cursor.On.DayNumber && table.GetThrough(row) >= cursor.On.DayNumber)
                : cursor.On.IsMissing && !isOpen ? Truth.Unknown : Truth.True;
            if (belongs != Truth.False)
            {
                thing = new BoundThing(ThingKind.Row, row, table);
                return true;
            }

            context.Count();
        }

        thing = default;
        belongs = Truth.False;
        return false;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing)
    {
    }

    /// <inheritdoc/>
    public override void CollectBelonging(EvaluationContext context, in BoundThing thing, MissingFields missing)
    {
        if (on is not null && on.Run(context).IsMissing && (table.GetFrom(thing.Index) != int.MinValue || table.GetThrough(thing.Index) != int.MaxValue))
        {
            MissingProvenance.Collect(context, on, missing);
        }
    }
}

/// <summary>The members of a group.</summary>
internal sealed class MemberList(int group) : ListStep
{
    /// <summary>The group's slot.</summary>
    public int Group { get; } = group;

    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        (int first, int end) = context.Groups.RangeOf(context.Slots[Group].Index);
        cursor = new ListCursor(first, end, 0);
        return Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        if (cursor.At >= cursor.End)
        {
            thing = default;
            belongs = Truth.False;
            return false;
        }

        context.Groups.MemberAt(context.Slots[Group].Index, cursor.At++, out thing, out belongs);
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing)
    {
    }

    /// <inheritdoc/>
    public override void CollectBelonging(EvaluationContext context, in BoundThing thing, MissingFields missing) =>
        GroupProvenance.CollectBelonging(context, context.Slots[Group].Index, thing, missing);
}

/// <summary>The members that a group answers for: what a member comes to, its own groups say.</summary>
internal sealed class OwnMembersList(int group) : ListStep
{
    private readonly MemberList _members = new(group);

    /// <summary>The group's slot.</summary>
    public int Group { get; } = group;

    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor) => _members.Begin(context, out cursor);

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        while (cursor.At < cursor.End && context.Groups.IsTentative(context.Slots[Group].Index, cursor.At))
        {
            context.Count();
            cursor.At++;
        }

        return _members.Next(context, ref cursor, out thing, out belongs);
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing) => _members.Collect(context, missing);

    /// <inheritdoc/>
    public override void CollectBelonging(EvaluationContext context, in BoundThing thing, MissingFields missing) => _members.CollectBelonging(context, thing, missing);
}

/// <summary>One thing as a list.</summary>
internal sealed class OneThingList(Step<BoundThing> only) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(EvaluationContext context, out ListCursor cursor)
    {
        Presence presence = only.Run(context).Presence;
        cursor = new ListCursor(0, presence == Presence.Known ? 1 : 0, 0);
        return presence;
    }

    /// <inheritdoc/>
    public override bool Next(EvaluationContext context, ref ListCursor cursor, out BoundThing thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = cursor.At < cursor.End ? only.Run(context) : default;
        return cursor.At++ < cursor.End;
    }

    /// <inheritdoc/>
    public override void Collect(EvaluationContext context, MissingFields missing) => MissingProvenance.Collect(context, only, missing);
}
