using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A value while an edit is read: known, missing or none.</summary>
internal abstract record Datum;

/// <summary>A fact that was not given.</summary>
internal sealed record MissingDatum(ImmutableSortedSet<string> Fields) : Datum
{
    public static MissingDatum Of(string field) => new(TruthValue.NoFields.Add(field));
}

/// <summary>There is no such thing.</summary>
internal sealed record NoneDatum : Datum
{
    public static readonly NoneDatum Instance = new();
}

internal sealed record NumberDatum(Rational Value) : Datum;

/// <summary>A number of which only the bounds are known; null: unbounded.</summary>
internal sealed record RangeDatum(Rational? Low, Rational? High, ImmutableSortedSet<string> Fields) : Datum;

internal sealed record DateDatum(int Day) : Datum;

internal sealed record InstantDatum(long UtcTicks) : Datum;

internal sealed record PeriodDatum(int Days, int Months) : Datum;

internal sealed record CodeDatum(Code Value) : Datum;

internal sealed record TextDatum(string Value) : Datum;

internal sealed record YesNoDatum(bool Value) : Datum;

internal sealed record CodesDatum(ImmutableArray<Code> Codes) : Datum;

internal sealed record TextsDatum(ImmutableArray<string> Texts) : Datum;

internal sealed record ThingDatum(Thing Thing) : Datum;

internal sealed record ThingsDatum(ImmutableArray<Member> Members) : Datum;

/// <summary>A thing and whether it belongs.</summary>
internal readonly record struct Member(Thing Thing, TruthValue Belongs);

/// <summary>A group: its keys and who belongs to it.</summary>
internal sealed record GroupDatum(ImmutableArray<Datum> Keys, ImmutableArray<Member> Members, PossibleGroup? Possible = null) : Datum
{
    /// <summary>Members whose key is missing in part: they may belong, and what they come to their own groups say.</summary>
    public ImmutableArray<Thing> TentativeMembers { get; init; } = [];

    /// <summary>The members that the group answers for.</summary>
    public IEnumerable<Member> OwnMembers => Members.Where(member => !TentativeMembers.Contains(member.Thing));
}

/// <summary>One of the groups that a member could belong to whose key is missing in part: one of them is so, and which is unknown.</summary>
/// <param name="Member">The member; its number among those of the edit.</param>
/// <param name="Number">Which group: 0 one of its own, then each known one that its key could be of.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Fields">What its key lacks.</param>
internal sealed record PossibleGroup(int Member, int Number, int Count, ImmutableSortedSet<string> Fields);

/// <summary>The values an expression may have: one, or several where a choice hangs on a missing fact.</summary>
internal readonly record struct PossibleValues(ImmutableArray<Datum> Data, ImmutableSortedSet<string> Open)
{
    public static PossibleValues Of(Datum datum) => new([datum], TruthValue.NoFields);

    /// <summary>The one value; where several are possible and differ: missing, with what it hangs on. A value that is open on each path hangs on the choice too.</summary>
    public Datum Single
    {
        get
        {
            if (Data.Length == 1)
            {
                return Data[0];
            }

            ImmutableSortedSet<string> fields = Data.Aggregate(Open, static (all, datum) => all.Union(Arithmetic.FieldsOf(datum)));
            return Data[0] switch
            {
                RangeDatum range when Data.All(other => other is RangeDatum alike && alike.Low == range.Low && alike.High == range.High) => range with { Fields = fields },
                not MissingDatum when Data.All(Data[0].Equals) => Data[0],
                _ => new MissingDatum(fields),
            };
        }
    }

    /// <summary>A function of one value, for each that is possible.</summary>
    public PossibleValues Map(Func<Datum, Datum> function) => Data.Length == 1 ? new PossibleValues([function(Data[0])], Open) : new PossibleValues([.. Data.Select(function)], Open);

    /// <summary>A function of two values, for each pair that is possible.</summary>
    public PossibleValues With(PossibleValues other, Func<Datum, Datum, Datum> function)
    {
        if (Data.Length == 1 && other.Data.Length == 1)
        {
            return new PossibleValues([function(Data[0], other.Data[0])], Open.Union(other.Open));
        }

        ImmutableArray<Datum>.Builder data = ImmutableArray.CreateBuilder<Datum>();
        foreach (Datum left in Data)
        {
            foreach (Datum right in other.Data)
            {
                data.Add(function(left, right));
            }
        }

        return new PossibleValues(data.ToImmutable(), Open.Union(other.Open));
    }
}
