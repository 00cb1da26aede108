using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Runs over the things of a source, in the order of the language: kinds first, then lists.</summary>
internal struct SourceCursor
{
    private ThingKind _kind;
    private int _index;
    private int _alternative;
    private bool _inList;
    private ListCursor _list;
    private DayWindow _window;

    /// <summary>The thing that came, in the source's slot.</summary>
    public Truth Belongs { get; private set; }

    /// <summary>Position of the alternative whose list the thing came from; -1 for a kind.</summary>
    public readonly int ListAlternative => _inList ? _alternative : -1;

    /// <summary>Some list or kind was not given at all.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Brings the next thing that belongs, or may, into the source's slot. Never inlined, for what runs over a source stands on the stack once for each source inside another.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Next(EvaluationContext context, SourceSteps source)
    {
        while (_kind <= ThingKind.ValueCode)
        {
            if (!_inList && (source.Kinds & (1 << (int)_kind)) != 0 && NextOfKind(context, source))
            {
                return true;
            }

            _kind++;
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
                Presence presence = one.List.Begin(context, out _list);
                IsMissing |= presence == Presence.Missing;
                if (presence != Presence.Known)
                {
                    continue;
                }

                _inList = true;
            }

            while (one.List.Next(context, ref _list, out BoundThing thing, out Truth belongs))
            {
                context.Count();
                if ((one.Kinds & (1 << (int)thing.Kind)) == 0)
                {
                    continue;
                }

                context.Slots[source.Slot] = thing;
                Belongs = belongs.And(Meets(context, one.Conditions));
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
    public static Truth Meets(EvaluationContext context, ImmutableArray<Step<Truth>> conditions)
    {
        Truth all = Truth.True;
        foreach (Step<Truth> condition in conditions)
        {
            all = all.And(condition.Run(context));
            if (all == Truth.False)
            {
                return all;
            }
        }

        return all;
    }

    private bool NextOfKind(EvaluationContext context, SourceSteps source)
    {
        int count = CountOf(context, _kind, out bool isMissing);
        IsMissing |= isMissing;
        bool isNarrowed = _kind == ThingKind.History && context.UsesAccess && source.Access is not null;
        if (isNarrowed && _index == 0)
        {
            _window = source.Access!.WindowIn(context); // Tested above.
            _index = context.NextHistoryIn(-1, _window);
        }

        while (_index < count)
        {
            context.Count();
            context.Slots[source.Slot] = new BoundThing(_kind, _index, FactsOf(context, _kind, _index));
            _index = isNarrowed ? context.NextHistoryIn(_index, _window) : _index + 1;
            Truth belongs = Truth.False;
            foreach (AlternativeSteps one in source.Alternatives)
            {
                if (one.List is null && (one.Kinds & (1 << (int)_kind)) != 0)
                {
                    belongs = belongs.Or(Meets(context, one.Conditions));
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

    /// <summary>How many things a kind has.</summary>
    public static int CountOf(EvaluationContext context, ThingKind kind, out bool isMissing)
    {
        Claim claim = context.Claim;
        isMissing = (kind == ThingKind.Diagnosis && claim.Diagnoses.IsDefault) || (kind == ThingKind.Authorization && claim.Authorizations.IsDefault);
        return isMissing ? 0 : kind switch
        {
            ThingKind.Claim => 1,
            ThingKind.Line => context.LineCount,
            ThingKind.History => context.HistoryCount,
            ThingKind.Diagnosis => claim.Diagnoses.Length,
            ThingKind.Procedure => claim.Procedures.IsDefault ? 0 : claim.Procedures.Length,
            ThingKind.Suggestion => claim.CodingRecord is { Suggestions: { IsDefault: false } suggestions } ? suggestions.Length : 0,
            ThingKind.Authorization => claim.Authorizations.Length,
            ThingKind.Occurrence => claim.OccurrenceCodes.IsDefault ? 0 : claim.OccurrenceCodes.Length,
            ThingKind.ValueCode => claim.ValueCodes.IsDefault ? 0 : claim.ValueCodes.Length,
            _ => 0,
        };
    }

    /// <summary>The record of a thing.</summary>
    public static object FactsOf(EvaluationContext context, ThingKind kind, int index) => kind switch
    {
        ThingKind.Line => context.Lines[index],
        ThingKind.History => context.History[index],
        ThingKind.Diagnosis => context.Claim.Diagnoses[index],
        ThingKind.Procedure => context.Claim.Procedures[index],
        ThingKind.Suggestion => context.Claim.CodingRecord!.Suggestions[index], // It has suggestions, so there is a record.
        ThingKind.Authorization => context.Claim.Authorizations[index],
        ThingKind.Occurrence => context.Claim.OccurrenceCodes[index],
        ThingKind.ValueCode => context.Claim.ValueCodes[index],
        _ => context.Claim,
    };
}
