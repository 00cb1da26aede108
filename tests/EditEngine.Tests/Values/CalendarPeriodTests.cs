using System.Globalization;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Values;

public sealed class CalendarPeriodTests
{
    [Theory]
    [InlineData(CalendarPeriod.Month, "2024-02-29", "", "2024-02-01 .. 2024-02-29")]
    [InlineData(CalendarPeriod.Month, "2025-12-31", "", "2025-12-01 .. 2025-12-31")]
    [InlineData(CalendarPeriod.Quarter, "2025-03-31", "", "2025-01-01 .. 2025-03-31")]
    [InlineData(CalendarPeriod.Quarter, "2025-04-01", "", "2025-04-01 .. 2025-06-30")]
    [InlineData(CalendarPeriod.Year, "2024-01-01", "", "2024-01-01 .. 2024-12-31")]
    [InlineData(CalendarPeriod.Year, "9999-06-01", "", "9999-01-01 .. 9999-12-31")]
    [InlineData(CalendarPeriod.BenefitYear, "2025-06-30", "2020-07-01", "2024-07-01 .. 2025-06-30")]
    [InlineData(CalendarPeriod.BenefitYear, "2025-07-01", "2020-07-01", "2025-07-01 .. 2026-06-30")]
    [InlineData(CalendarPeriod.BenefitYear, "2019-03-01", "2020-07-01", "2018-07-01 .. 2019-06-30")]
    [InlineData(CalendarPeriod.BenefitYear, "2025-02-28", "2024-02-29", "2025-02-28 .. 2026-02-27")]
    [InlineData(CalendarPeriod.BenefitYear, "2025-02-27", "2024-02-29", "2024-02-29 .. 2025-02-27")]
    [InlineData(CalendarPeriod.BenefitYear, "2028-02-28", "2024-02-29", "2027-02-28 .. 2028-02-28")]
    public void A_period_holds_its_day(CalendarPeriod period, string day, string start, string expected)
    {
        int number = DayOf(day);
        int from = start.Length == 0 ? 0 : DayOf(start);
        Assert.Equal(expected, $"{TextOf(CalendarMath.FirstDayOf(period, number, from))} .. {TextOf(CalendarMath.LastDayOf(period, number, from))}");
    }

    [Fact]
    public void Benefit_years_follow_one_another_without_a_gap()
    {
        for (int start = DayOf("2023-12-01"); start <= DayOf("2024-12-31"); start += 13)
        {
            for (int day = DayOf("2019-01-01"); day < DayOf("2029-01-01"); day += 5)
            {
                int? last = CalendarMath.LastDayOf(CalendarPeriod.BenefitYear, day, start);
                Assert.InRange(day, CalendarMath.FirstDayOf(CalendarPeriod.BenefitYear, day, start)!.Value, last!.Value);
                Assert.Equal(last + 1, CalendarMath.FirstDayOf(CalendarPeriod.BenefitYear, last.Value + 1, start));
            }
        }
    }

    private static int DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static string TextOf(int? day) => DateOnly.FromDayNumber(day!.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
