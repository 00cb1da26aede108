using EditEngine.Numbers;
using Xunit;

namespace EditEngine.Tests.Numbers;

public sealed class RationalTests
{
    [Fact]
    public void A_quotient_stays_exact() =>
        Assert.Equal(Rational.One, Rational.From(1) / Rational.From(3) * Rational.From(3));

    [Theory]
    [InlineData("88.505", "88.51")]
    [InlineData("88.504", "88.50")]
    [InlineData("-88.505", "-88.51")]
    public void Halves_are_rounded_away_from_zero(string value, string rounded) =>
        Assert.Equal(Rational.From(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture)), Of(value).RoundedHalfUp(Of("0.01")));

    [Fact]
    public void What_does_not_fit_overflows_and_compares_with_nothing()
    {
        Rational large = Rational.From(decimal.MaxValue);
        Rational product = large * large;
        Assert.True(product.IsOverflow);
        Assert.Null(Rational.Compare(product, Rational.One));
        Assert.True((Rational.One / Rational.Zero).IsOverflow);
    }

    [Fact]
    public void Sums_of_random_decimals_equal_the_sums_of_decimals()
    {
        const int Seed = 20260101;
        Random random = new(Seed);
        for (int i = 0; i < 2_000; i++)
        {
            decimal a = random.Next(-1_000_000, 1_000_000) / 100m;
            decimal b = random.Next(-1_000_000, 1_000_000) / 10_000m;
            Assert.True(Rational.From(a) + Rational.From(b) == Rational.From(a + b), $"seed {Seed}: {a} + {b}");
            Assert.True(Rational.From(a) * Rational.From(b) == Rational.From(a * b), $"seed {Seed}: {a} * {b}");
            Assert.Equal(a.CompareTo(b), Rational.Compare(Rational.From(a), Rational.From(b)));
        }
    }

    private static Rational Of(string value) => Rational.From(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
}
