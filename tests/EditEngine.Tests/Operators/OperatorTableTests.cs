using EditEngine.Numbers;
using EditEngine.Operators;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Operators;

/// <summary>Each row of the table of operators does of absent values what it says.</summary>
public sealed class OperatorTableTests
{
    public static TheoryData<string, string> Rows => [.. OperatorTable.All.Select(row => (row.Name, row.Result.ToString()))];

    [Fact]
    public void Names_are_unique_for_a_type() => Assert.Distinct(OperatorTable.All.Select(row => (row.Name, row.Result)));

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_agrees_with_its_rule_of_absence(string name, string result)
    {
        Operator row = OperatorTable.Find(name, Enum.Parse<ValueKind>(result))!; // The name is of a row.
        Assert.Equal(row.Absence, row.Accept(new RuleOf()));
    }

    [Fact]
    public void Rounding_to_no_unit_is_no_number()
    {
        Assert.Equal(Number.Missing, NumberOperators.RoundUp.Apply(Number.Of(3), Number.Missing));
        Assert.Equal(Number.None, NumberOperators.RoundUp.Apply(Number.Missing, Number.None));
        Assert.Equal(Number.Of(4), NumberOperators.RoundUp.Apply(Number.Of(Rational.From(31) / Rational.From(10)), Number.Of(1)));
    }

    /// <summary>Tries a row on values of its types and gives the rule that it follows.</summary>
    private sealed class RuleOf : IOperatorVisitor<AbsenceRule>
    {
        public AbsenceRule Unary<TOperand, TResult>(UnaryOperator<TOperand, TResult> row)
            where TOperand : struct, IAbsence<TOperand>
            where TResult : struct, IAbsence<TResult>
        {
            Assert.Equal(TResult.Missing, row.Apply(TOperand.Missing));
            Assert.Equal(TResult.None, row.Apply(TOperand.None));
            Assert.Contains(Known<TOperand>(), value => row.Apply(value).Presence == Presence.Known);
            Assert.All(Known<TOperand>(), value => Assert.NotEqual(Presence.None, row.Apply(value).Presence));
            return AbsenceRule.Strict;
        }

        public AbsenceRule Binary<TLeft, TRight, TResult>(BinaryOperator<TLeft, TRight, TResult> row)
            where TLeft : struct, IAbsence<TLeft>
            where TRight : struct, IAbsence<TRight>
            where TResult : struct, IAbsence<TResult>
        {
            foreach (TLeft left in WithAbsent<TLeft>())
            {
                foreach (TRight right in WithAbsent<TRight>())
                {
                    TResult found = row.Apply(left, right);
                    if (left.Presence == Presence.None || right.Presence == Presence.None)
                    {
                        Assert.Equal(TResult.None, found);
                    }
                    else if (left.Presence == Presence.Missing || right.Presence == Presence.Missing)
                    {
                        Assert.Equal(TResult.Missing, found);
                    }
                    else
                    {
                        Assert.NotEqual(Presence.None, found.Presence);
                    }
                }
            }

            Assert.Contains(Known<TLeft>(), left => Known<TRight>().Any(right => row.Apply(left, right).Presence == Presence.Known));
            return AbsenceRule.Strict;
        }

        public AbsenceRule Fold<T>(FoldOperator<T> row)
            where T : struct, IAbsence<T>
        {
            foreach (T first in WithAbsent<T>())
            {
                foreach (T next in WithAbsent<T>())
                {
                    T found = row.Apply(first, next);
                    Assert.Equal(first.Presence.IsAbsent() ? first : next.Presence.IsAbsent() ? next : found, found);
                    Assert.True(first.Presence != Presence.Known || next.Presence != Presence.Known || found.Equals(first) || found.Equals(next));
                }
            }

            return AbsenceRule.FirstAbsent;
        }

        public AbsenceRule Comparison(ComparisonOperator row)
        {
            Compares<Number>(row);
            Compares<Day>(row);
            Compares<Period>(row);
            return AbsenceRule.Comparison;
        }

        // What lists make of absence is said with each and held by the tables of truth.
        public AbsenceRule OfList(ListOperator row) => AbsenceRule.Own;

        private static void Compares<T>(ComparisonOperator row)
            where T : struct, IAbsence<T>
        {
            bool ofNone = row.Relation == Relation.Equal;
            bool ofDifferent = row.Relation == Relation.NotEqual;
            Assert.Equal(Truth.Of(ofNone), T.Compare(row.Relation, T.None, T.None));
            foreach (T value in WithAbsent<T>())
            {
                Assert.Equal(Truth.Unknown, T.Compare(row.Relation, T.Missing, value));
                Assert.Equal(Truth.Unknown, T.Compare(row.Relation, value, T.Missing));
            }

            foreach (T value in Known<T>())
            {
                Assert.Equal(Truth.Of(ofDifferent), T.Compare(row.Relation, T.None, value));
                Assert.Equal(Truth.Of(ofDifferent), T.Compare(row.Relation, value, T.None));
                Assert.NotEqual(Truth.Unknown, T.Compare(row.Relation, value, value));
            }
        }

        private static T[] WithAbsent<T>()
            where T : struct, IAbsence<T> => [T.Missing, T.None, .. Known<T>()];

        private static T[] Known<T>()
        {
            Array values = typeof(T) == typeof(Number) ? new[] { Number.Of(0), Number.Of(7), Number.Of(-3), Number.Of(Rational.One / Rational.From(3)) }
                : typeof(T) == typeof(Day) ? new[] { Day.Of(DateOnly.MinValue), Day.Of(new DateOnly(2024, 2, 29)), Day.Of(new DateOnly(2025, 1, 31)), Day.Of(DateOnly.MaxValue) }
                : typeof(T) == typeof(Instant) ? new[] { Instant.OfTicks(0), Instant.OfTicks(639_000_000_000_000_001), Instant.OfTicks(639_000_036_000_000_000) }
                : new[] { Period.OfDays(1), Period.OfMonths(13), Period.OfDays(-40) };
            return (T[])values;
        }
    }
}
