using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Tables;

namespace EditEngine.Evaluation.Steps;

/// <summary>Where the things come from that a slot runs over.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Alternatives">A thing belongs where any alternative takes it.</param>
public sealed record SourcePlan(int Slot, ImmutableArray<AlternativePlan> Alternatives)
{
    /// <summary>The stores of alternatives without a list, a bit for each.</summary>
    public int Stores { get; } = Alternatives.Where(one => one.List is null).Aggregate(0, (all, one) => all | one.Stores);

    /// <summary>The day that a line of history must have to belong, where a condition says so of all of them; else null.</summary>
    public Step<int>? HistoryDay { get; } = DayOfHistory(Slot, Alternatives);

    private static Step<int>? DayOfHistory(int slot, ImmutableArray<AlternativePlan> alternatives)
    {
        AlternativePlan[] ofHistory = [.. alternatives.Where(one => one.List is null && (one.Stores & (1 << (int)Store.History)) != 0)];
        return ofHistory.Length != 1 ? null
            : ofHistory[0].Conditions.OfType<CompareStep<int>>().Where(one => one.Relation == Relation.Equal)
                .Select(one => IsOwnDate(one.Left, slot) && IsOfOther(one.Right, slot) ? one.Right : IsOwnDate(one.Right, slot) && IsOfOther(one.Left, slot) ? one.Left : null)
                .FirstOrDefault(day => day is not null);
    }

    private static bool IsOwnDate(Step<int> day, int slot) => day is DayFact { Fact: { Fact: Fact.LineDate, Role: Role.Self } fact } && fact.Slot == slot;

    private static bool IsOfOther(Step<int> day, int slot) => day switch
    {
        ConstantStep<int> => true,
        DayFact { Fact: { Fact: Fact.LineDate, Role: Role.Self } fact } => fact.Slot != slot,
        DateOfStep date => date.Slot != slot,
        _ => false,
    };
}

/// <summary>Things of one store, or of a list, and what they must meet.</summary>
/// <param name="Stores">A bit for each store that is taken; one where there is no list.</param>
/// <param name="List">The list; null for the claim's own stores.</param>
/// <param name="Conditions">Over the slot.</param>
public sealed record AlternativePlan(int Stores, ListStep? List, ImmutableArray<Step<Truth>> Conditions);

/// <summary>A list of things: asked for its things one by one.</summary>
public abstract class ListStep
{
    /// <summary>Takes the list: Known, None (empty) or Missing.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="cursor">Where to begin.</param>
    public abstract Presence Begin(Frame frame, out ListCursor cursor);

    /// <summary>The next thing and whether it belongs.</summary>
    public abstract bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs);

    /// <summary>Adds the fields that the list as a whole lacks.</summary>
    public abstract void Collect(Frame frame, MissingFields missing);

    /// <summary>Adds the fields on which a thing's belonging hangs.</summary>
    public virtual void CollectBelonging(Frame frame, in Slot thing, MissingFields missing)
    {
    }
}

/// <summary>A place in a list.</summary>
/// <param name="At">Next position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Extra">What the list keeps for itself.</param>
public record struct ListCursor(int At, int End, int Extra);

/// <summary>Runs over the things of a source, in the order of the language: stores first, then lists.</summary>
public struct SourceCursor
{
    private Store _store;
    private int _index;
    private int _alternative;
    private bool _inList;
    private ListCursor _list;

    /// <summary>The thing that came, in the source's slot.</summary>
    public Truth Belongs { get; private set; }

    /// <summary>Position of the alternative whose list the thing came from; -1 for a store.</summary>
    public readonly int ListAlternative => _inList ? _alternative : -1;

    /// <summary>Some list or store was not given at all.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Brings the next thing that belongs, or may, into the source's slot.</summary>
    public bool Next(Frame frame, SourcePlan source)
    {
        while (_store <= Store.ValueCode)
        {
            if (!_inList && (source.Stores & (1 << (int)_store)) != 0 && NextOfStore(frame, source))
            {
                return true;
            }

            _store++;
            _index = 0;
        }

        for (; _alternative < source.Alternatives.Length; _alternative++)
        {
            AlternativePlan one = source.Alternatives[_alternative];
            if (one.List is null)
            {
                continue;
            }

            if (!_inList)
            {
                Presence presence = one.List.Begin(frame, out _list);
                IsMissing |= presence == Presence.Missing;
                if (presence != Presence.Known)
                {
                    continue;
                }

                _inList = true;
            }

            while (one.List.Next(frame, ref _list, out Slot thing, out Truth belongs))
            {
                if ((one.Stores & (1 << (int)thing.Store)) == 0)
                {
                    continue;
                }

                frame.Slots[source.Slot] = thing;
                Belongs = And(belongs, Meets(frame, one.Conditions));
                if (Belongs != Truth.False)
                {
                    return true;
                }
            }

            _inList = false;
        }

        return false;
    }

    /// <summary>Kleene's and.</summary>
    public static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False : left == Truth.True ? right : Truth.Unknown;

    /// <summary>Kleene's or.</summary>
    public static Truth Or(Truth left, Truth right) =>
        left == Truth.True || right == Truth.True ? Truth.True : left == Truth.False ? right : Truth.Unknown;

    /// <summary>Whether all conditions hold.</summary>
    public static Truth Meets(Frame frame, ImmutableArray<Step<Truth>> conditions)
    {
        Truth all = Truth.True;
        foreach (Step<Truth> condition in conditions)
        {
            all = And(all, condition.Run(frame));
            if (all == Truth.False)
            {
                return all;
            }
        }

        return all;
    }

    private bool NextOfStore(Frame frame, SourcePlan source)
    {
        int count = CountOf(frame, _store, out bool isMissing);
        IsMissing |= isMissing;
        bool isDated = _store == Store.History && source.HistoryDay is not null;
        int day = isDated ? source.HistoryDay!.Run(frame) : Day.Missing; // As asked before.
        _index = isDated ? frame.NextHistoryOn(_index - 1, day) : _index;
        while (_index < count)
        {
            frame.Slots[source.Slot] = new Slot(_store, _index, FactsOf(frame, _store, _index));
            _index = isDated ? frame.NextHistoryOn(_index, day) : _index + 1;
            Truth belongs = Truth.False;
            foreach (AlternativePlan one in source.Alternatives)
            {
                if (one.List is null && (one.Stores & (1 << (int)_store)) != 0)
                {
                    belongs = Or(belongs, Meets(frame, one.Conditions));
                }
            }

            if (belongs != Truth.False)
            {
                Belongs = belongs;
                return true;
            }
        }

        return false;
    }

    /// <summary>How many things a store has.</summary>
    public static int CountOf(Frame frame, Store store, out bool isMissing)
    {
        Claim claim = frame.Claim;
        isMissing = (store == Store.Diagnosis && claim.Diagnoses.IsDefault) || (store == Store.Authorization && claim.Authorizations.IsDefault);
        return isMissing ? 0 : store switch
        {
            Store.Claim => 1,
            Store.Line => frame.LineCount,
            Store.History => frame.HistoryCount,
            Store.Diagnosis => claim.Diagnoses.Length,
            Store.Procedure => claim.Procedures.IsDefault ? 0 : claim.Procedures.Length,
            Store.Suggestion => claim.CodingRecord is { Suggestions: { IsDefault: false } suggestions } ? suggestions.Length : 0,
            Store.Authorization => claim.Authorizations.Length,
            Store.Occurrence => claim.OccurrenceCodes.IsDefault ? 0 : claim.OccurrenceCodes.Length,
            Store.ValueCode => claim.ValueCodes.IsDefault ? 0 : claim.ValueCodes.Length,
            _ => 0,
        };
    }

    /// <summary>The record of a thing.</summary>
    public static object FactsOf(Frame frame, Store store, int index) => store switch
    {
        Store.Line => frame.Lines[index],
        Store.History => frame.History[index],
        Store.Diagnosis => frame.Claim.Diagnoses[index],
        Store.Procedure => frame.Claim.Procedures[index],
        Store.Suggestion => frame.Claim.CodingRecord!.Suggestions[index], // It has suggestions, so there is a record.
        Store.Authorization => frame.Claim.Authorizations[index],
        Store.Occurrence => frame.Claim.OccurrenceCodes[index],
        Store.ValueCode => frame.Claim.ValueCodes[index],
        _ => frame.Claim,
    };
}

/// <summary>Adds the fields on which a source hangs.</summary>
public static class SourceFields
{
    /// <summary>Lists that were not given at all.</summary>
    public static void CollectLists(Frame frame, SourcePlan source, MissingFields missing)
    {
        foreach (AlternativePlan one in source.Alternatives)
        {
            one.List?.Collect(frame, missing);
        }

        if ((source.Stores & (1 << (int)Store.Diagnosis)) != 0 && frame.Claim.Diagnoses.IsDefault)
        {
            missing.Add("claim.diagnoses");
        }

        if ((source.Stores & (1 << (int)Store.Authorization)) != 0 && frame.Claim.Authorizations.IsDefault)
        {
            missing.Add("claim.authorizations");
        }
    }

    /// <summary>What the belonging of the thing in the slot hangs on.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="source">The source.</param>
    /// <param name="listAlternative">As the cursor said.</param>
    /// <param name="missing">Where to.</param>
    public static void CollectBelonging(Frame frame, SourcePlan source, int listAlternative, MissingFields missing)
    {
        Slot thing = frame.Slots[source.Slot];
        for (int i = 0; i < source.Alternatives.Length; i++)
        {
            AlternativePlan one = source.Alternatives[i];
            bool concerns = listAlternative >= 0 ? i == listAlternative : one.List is null && (one.Stores & (1 << (int)thing.Store)) != 0;
            if (!concerns || SourceCursor.Meets(frame, one.Conditions) == Truth.False)
            {
                continue;
            }

            one.List?.CollectBelonging(frame, thing, missing);
            foreach (Step<Truth> condition in one.Conditions)
            {
                if (condition.Run(frame) == Truth.Unknown)
                {
                    condition.Collect(frame, missing);
                }
            }
        }
    }
}

/// <summary>The spans of evidence of a suggestion.</summary>
public sealed class EvidenceList(FactRef fact) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(Frame frame, out ListCursor cursor)
    {
        Slot suggestion = Read.ThingOf(frame, fact.Slot);
        ImmutableArray<Evidence> spans = suggestion.Facts is Suggestion known ? known.Evidence : [];
        cursor = new ListCursor(0, spans.IsDefault ? 0 : spans.Length, suggestion.Index);
        return spans.IsDefault || suggestion.Store == Store.Missing ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = default;
        if (cursor.At >= cursor.End)
        {
            return false;
        }

        Suggestion suggestion = (Suggestion)Read.ThingOf(frame, fact.Slot).Facts!; // It has spans.
        thing = new Slot(Store.Evidence, cursor.At, suggestion.Evidence[cursor.At], cursor.Extra);
        cursor.At++;
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Begin(frame, out _) == Presence.Missing)
        {
            Read.Collect(frame, fact, missing);
        }
    }
}

/// <summary>The certificates of a provider in a role.</summary>
public sealed class CertificateList(FactRef fact) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(Frame frame, out ListCursor cursor)
    {
        Presence presence = Read.Holder(frame, fact, out _, out object? holder);
        ImmutableArray<Certificate> certificates = holder is Provider provider ? provider.Certificates : default;
        cursor = new ListCursor(0, certificates.IsDefault ? 0 : certificates.Length, 0);
        return presence == Presence.None ? Presence.None : certificates.IsDefault ? Presence.Missing : Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = default;
        if (cursor.At >= cursor.End)
        {
            return false;
        }

        Read.Holder(frame, fact, out Slot owner, out object? holder);
        int position = owner.Store switch { Store.Line => owner.Index, Store.History => frame.LineCount + owner.Index, _ => -1 };
        thing = new Slot(Store.Certificate, cursor.At, ((Provider)holder!).Certificates[cursor.At], position, RolePath(fact.Role)); // It has certificates.
        cursor.At++;
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Begin(frame, out _) == Presence.Missing)
        {
            Read.Collect(frame, fact, missing);
        }
    }

    private static string RolePath(Role role) => role switch
    {
        Role.Billing => "billing.",
        Role.Rendering => "rendering.",
        Role.Referring => "referring.",
        Role.Ordering => "ordering.",
        Role.Supervising => "supervising.",
        Role.Attending => "attending.",
        Role.Operating => "operating.",
        _ => "facility.",
    };
}

/// <summary>The rows of a table in force on a date, those of one first key where it is fixed.</summary>
public sealed class RowList(Table table, Step<int>? on, KeyPart? firstKey) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(Frame frame, out ListCursor cursor)
    {
        (int first, int end) = (0, table.RowCount);
        cursor = default;
        if (firstKey is not null)
        {
            Presence presence = firstKey.Run(frame, table, 0, out ulong key);
            if (presence == Presence.None)
            {
                return Presence.None;
            }

            // Where it is missing any row may have it: the conditions tell of each.
            (first, end) = presence == Presence.Known ? table.FindRows(key) : (first, end);
        }

        cursor = new ListCursor(first, end, on is null ? Day.None : on.Run(frame));
        return Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs)
    {
        while (cursor.At < cursor.End)
        {
            int row = cursor.At++;
            bool isOpen = table.GetFrom(row) == int.MinValue && table.GetThrough(row) == int.MaxValue;
            belongs = Day.IsKnown(cursor.Extra)
                ? table.GetFrom(row) <= cursor.Extra && table.GetThrough(row) >= cursor.Extra ? Truth.True : Truth.False
                : cursor.Extra == Day.Missing && !isOpen ? Truth.Unknown : Truth.True;
            if (belongs != Truth.False)
            {
                thing = new Slot(Store.Row, row, table);
                return true;
            }
        }

        thing = default;
        belongs = Truth.False;
        return false;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }

    /// <inheritdoc/>
    public override void CollectBelonging(Frame frame, in Slot thing, MissingFields missing)
    {
        if (on is not null && on.Run(frame) == Day.Missing && (table.GetFrom(thing.Index) != int.MinValue || table.GetThrough(thing.Index) != int.MaxValue))
        {
            on.Collect(frame, missing);
        }
    }
}

/// <summary>The members of a group.</summary>
public sealed class MemberList(int group) : ListStep
{
    /// <summary>The group's slot.</summary>
    public int Group { get; } = group;

    /// <inheritdoc/>
    public override Presence Begin(Frame frame, out ListCursor cursor)
    {
        (int first, int end) = frame.Groups.RangeOf(frame.Slots[Group].Index);
        cursor = new ListCursor(first, end, 0);
        return Presence.Known;
    }

    /// <inheritdoc/>
    public override bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs)
    {
        if (cursor.At >= cursor.End)
        {
            thing = default;
            belongs = Truth.False;
            return false;
        }

        frame.Groups.MemberAt(frame.Slots[Group].Index, cursor.At++, out thing, out belongs);
        return true;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }

    /// <inheritdoc/>
    public override void CollectBelonging(Frame frame, in Slot thing, MissingFields missing) =>
        frame.Groups.CollectBelonging(frame, frame.Slots[Group].Index, thing, missing);
}

/// <summary>One thing as a list.</summary>
public sealed class OneThingList(Step<Slot> only) : ListStep
{
    /// <inheritdoc/>
    public override Presence Begin(Frame frame, out ListCursor cursor)
    {
        Presence presence = Values.PresenceOf(only.Run(frame));
        cursor = new ListCursor(0, presence == Presence.Known ? 1 : 0, 0);
        return presence;
    }

    /// <inheritdoc/>
    public override bool Next(Frame frame, ref ListCursor cursor, out Slot thing, out Truth belongs)
    {
        belongs = Truth.True;
        thing = cursor.At < cursor.End ? only.Run(frame) : default;
        return cursor.At++ < cursor.End;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => only.Collect(frame, missing);
}
