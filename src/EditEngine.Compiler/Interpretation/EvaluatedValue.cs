using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A value while an edit is read: known, missing or none.</summary>
internal abstract record EvaluatedValue;

/// <summary>A fact that was not given.</summary>
internal sealed record EvaluatedMissing(ImmutableSortedSet<string> Fields) : EvaluatedValue
{
    public static EvaluatedMissing Of(string field) => new(TruthValue.NoFields.Add(field));
}

/// <summary>There is no such thing.</summary>
internal sealed record EvaluatedNone : EvaluatedValue
{
    public static readonly EvaluatedNone Instance = new();
}

internal sealed record EvaluatedNumber(Rational Value) : EvaluatedValue;

/// <summary>A number of which only the bounds are known; null: unbounded.</summary>
internal sealed record EvaluatedRange(Rational? Low, Rational? High, ImmutableSortedSet<string> Fields) : EvaluatedValue;

internal sealed record EvaluatedDate(int Day) : EvaluatedValue;

internal sealed record EvaluatedInstant(long UtcTicks) : EvaluatedValue;

internal sealed record EvaluatedPeriod(int Days, int Months) : EvaluatedValue;

internal sealed record EvaluatedCode(Code Value) : EvaluatedValue;

internal sealed record EvaluatedText(string Value) : EvaluatedValue;

internal sealed record EvaluatedYesNo(bool Value) : EvaluatedValue;

internal sealed record EvaluatedCodes(ImmutableArray<Code> Codes) : EvaluatedValue;

internal sealed record EvaluatedTexts(ImmutableArray<string> Texts) : EvaluatedValue;

internal sealed record EvaluatedThing(Thing Thing) : EvaluatedValue;

internal sealed record EvaluatedThings(ImmutableArray<Member> Members) : EvaluatedValue;

/// <summary>A thing and whether it belongs.</summary>
internal readonly record struct Member(Thing Thing, TruthValue Belongs);

/// <summary>A group: its keys and who belongs to it.</summary>
internal sealed record EvaluatedGroup(ImmutableArray<EvaluatedValue> Keys, ImmutableArray<Member> Members, PossibleGroup? Possible = null) : EvaluatedValue
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
internal readonly record struct PossibleValues(ImmutableArray<EvaluatedValue> Data, ImmutableSortedSet<string> Open)
{
    public static PossibleValues Of(EvaluatedValue value) => new([value], TruthValue.NoFields);

    /// <summary>The one value; where several are possible and differ: missing, with what it hangs on. A value that is open on each path hangs on the choice too.</summary>
    public EvaluatedValue Single
    {
        get
        {
            if (Data.Length == 1)
            {
                return Data[0];
            }

            ImmutableSortedSet<string> fields = Data.Aggregate(Open, static (all, value) => all.Union(Arithmetic.FieldsOf(value)));
            return Data[0] switch
            {
                EvaluatedRange range when Data.All(other => other is EvaluatedRange alike && alike.Low == range.Low && alike.High == range.High) => range with { Fields = fields },
                not EvaluatedMissing when Data.All(Data[0].Equals) => Data[0],
                _ => new EvaluatedMissing(fields),
            };
        }
    }

    /// <summary>A function of one value, for each that is possible.</summary>
    public PossibleValues Map(Func<EvaluatedValue, EvaluatedValue> function) => Data.Length == 1 ? new PossibleValues([function(Data[0])], Open) : new PossibleValues([.. Data.Select(function)], Open);

    /// <summary>A condition on a value that may be several: they decide where they decide alike.</summary>
    public TruthValue Decide(Func<EvaluatedValue, TruthValue> test) => Data.Length == 1 ? test(Data[0]) : TruthValue.Alike(Data.Select(test), Open);

    /// <summary>The same on two values.</summary>
    public TruthValue Decide(PossibleValues other, Func<EvaluatedValue, EvaluatedValue, TruthValue> test)
    {
        ImmutableArray<EvaluatedValue> others = other.Data;
        return Data.Length == 1 && others.Length == 1
            ? test(Data[0], others[0])
            : TruthValue.Alike(Data.SelectMany(_ => others, test), Open.Union(other.Open));
    }

    /// <summary>A function of two values, for each pair that is possible.</summary>
    public PossibleValues With(PossibleValues other, Func<EvaluatedValue, EvaluatedValue, EvaluatedValue> function)
    {
        if (Data.Length == 1 && other.Data.Length == 1)
        {
            return new PossibleValues([function(Data[0], other.Data[0])], Open.Union(other.Open));
        }

        ImmutableArray<EvaluatedValue>.Builder data = ImmutableArray.CreateBuilder<EvaluatedValue>();
        foreach (EvaluatedValue left in Data)
        {
            foreach (EvaluatedValue right in other.Data)
            {
                data.Add(function(left, right));
            }
        }

        return new PossibleValues(data.ToImmutable(), Open.Union(other.Open));
    }
}
