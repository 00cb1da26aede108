using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Runs over the things of a source, in the order of the language: stores first, then lists.</summary>
internal struct SourceCursor
{
    private Store _store;
    private int _index;
    private int _alternative;
    private bool _inList;
    private ListCursor _list;
    private DayWindow _window;

    /// <summary>The thing that came, in the source's slot.</summary>
    public Truth Belongs { get; private set; }

    /// <summary>Position of the alternative whose list the thing came from; -1 for a store.</summary>
    public readonly int ListAlternative => _inList ? _alternative : -1;

    /// <summary>Some list or store was not given at all.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Brings the next thing that belongs, or may, into the source's slot.</summary>
    public bool Next(Frame frame, SourceSteps source)
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
            AlternativeSteps one = source.Alternatives[_alternative];
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
                frame.Count();
                if ((one.Stores & (1 << (int)thing.Store)) == 0)
                {
                    continue;
                }

                frame.Slots[source.Slot] = thing;
                Belongs = belongs.And(Meets(frame, one.Conditions));
                if (Belongs != Truth.False)
                {
                    return true;
                }
            }

            _inList = false;
        }

        return false;
    }

    /// <summary>Whether all conditions hold.</summary>
    public static Truth Meets(Frame frame, ImmutableArray<Step<Truth>> conditions)
    {
        Truth all = Truth.True;
        foreach (Step<Truth> condition in conditions)
        {
            all = all.And(condition.Run(frame));
            if (all == Truth.False)
            {
                return all;
            }
        }

        return all;
    }

    private bool NextOfStore(Frame frame, SourceSteps source)
    {
        int count = CountOf(frame, _store, out bool isMissing);
        IsMissing |= isMissing;
        bool isNarrowed = _store == Store.History && frame.UsesAccess && source.Access is not null;
        if (isNarrowed && _index == 0)
        {
            _window = source.Access!.WindowIn(frame); // Tested above.
            _index = frame.NextHistoryIn(-1, _window);
        }

        while (_index < count)
        {
            frame.Count();
            frame.Slots[source.Slot] = new Slot(_store, _index, FactsOf(frame, _store, _index));
            _index = isNarrowed ? frame.NextHistoryIn(_index, _window) : _index + 1;
            Truth belongs = Truth.False;
            foreach (AlternativeSteps one in source.Alternatives)
            {
                if (one.List is null && (one.Stores & (1 << (int)_store)) != 0)
                {
                    belongs = belongs.Or(Meets(frame, one.Conditions));
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
