using EditEngine.Codes;
using EditEngine.Evaluation;
using EditEngine.Numbers;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Values;

/// <summary>What every type of values says of its absence.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public void Numbers() => Check(Number.Of(1), Number.Of(2));

    [Fact]
    public void Days() => Check(Day.Of(DateOnly.MinValue), Day.Of(DateOnly.MaxValue));

    [Fact]
    public void Instants() => Check(Instant.Of(DateTimeOffset.MinValue), Instant.Of(DateTimeOffset.MaxValue));

    [Fact]
    public void Texts() => Check(TextValue.Of(""), TextValue.Of("none"));

    [Fact]
    public void Codes() => Check(CodeKey.Of(Code.From(CodeSystem.Procedure, "0")), CodeKey.Of(Code.From(CodeSystem.Icd9Diagnosis, "ZZZZZZZZZZZ")));

    [Fact]
    public void Periods() => Check(Period.OfDays(0), Period.OfMonths(0 + 1));

    [Fact]
    public void Things() => Check(new BoundThing(ThingKind.Claim, 0, null), new BoundThing(ThingKind.Line, 0, null));

    [Theory]
    [InlineData(Truth.True, Truth.Unknown, Truth.Unknown, Truth.True)]
    [InlineData(Truth.False, Truth.Unknown, Truth.False, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.True, Truth.False, Truth.False, Truth.True)]
    [InlineData(Truth.True, Truth.True, Truth.True, Truth.True)]
    [InlineData(Truth.False, Truth.False, Truth.False, Truth.False)]
    internal void What_is_known_decides_wherever_it_can(Truth left, Truth right, Truth both, Truth either)
    {
        Assert.Equal(both, left.And(right));
        Assert.Equal(both, right.And(left));
        Assert.Equal(either, left.Or(right));
        Assert.Equal(either, right.Or(left));
        Assert.Equal(either.Not(), left.Not().And(right.Not()));
    }

    [Fact]
    public void Past_the_ends_of_the_calendar_a_day_is_missing()
    {
        Assert.Equal(Day.Missing, Day.Of(DateOnly.MaxValue).Plus(Period.OfDays(1), 1));
        Assert.Equal(Day.Missing, Day.Of(DateOnly.MinValue).Plus(Period.OfMonths(1), -1));
        Assert.Equal(Day.None, Day.None.Plus(Period.Missing, 1));
        Assert.Equal(Number.Of(Rational.From(DateOnly.MaxValue.DayNumber)), Day.Count(Between.Days, Day.Of(DateOnly.MinValue), Day.Of(DateOnly.MaxValue)));
    }

    private static void Check<T>(T low, T high)
        where T : struct, IAbsence<T>
    {
        Assert.Equal([Presence.Missing, Presence.None, Presence.Known, Presence.Known], new[] { T.Missing, T.None, low, high }.Select(value => value.Presence));
        Assert.True(T.Order(low, high) < 0 && T.Order(high, low) > 0 && T.Order(low, low) == 0);
        Assert.Equal(4, new HashSet<T> { T.Missing, T.None, low, high }.Count);
        Assert.Equal(Truth.Unknown, T.Compare(Relation.Equal, T.Missing, T.Missing));
        Assert.Equal(Truth.Unknown, T.Compare(Relation.NotEqual, T.None, T.Missing));
        Assert.Equal(Truth.True, T.Compare(Relation.Equal, T.None, T.None));
        Assert.Equal(Truth.True, T.Compare(Relation.NotEqual, T.None, low));
        Assert.Equal(Truth.False, T.Compare(Relation.Less, T.None, high));
        Assert.Equal(Truth.True, T.Compare(Relation.Less, low, high));
        Assert.Equal(Truth.False, T.Compare(Relation.GreaterOrEqual, low, high));
    }
}
