using System.Globalization;
using EditEngine.Analysis.Reference;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Reference;

public sealed class StaleTablesTests
{
    private static readonly DaySpan First = Quarter(2024, 1);
    private static readonly DaySpan Third = Quarter(2024, 7);

    [Theory]
    [InlineData("2023-12-31", "its first row begins on 2024-01-01")]
    [InlineData("2024-01-01", null)]
    [InlineData("2024-03-31", null)]
    [InlineData("2024-04-01", "it has none from 2024-04-01 through 2024-06-30")]
    [InlineData("2024-07-01", null)]
    [InlineData("2024-10-01", "its last row ends on 2024-09-30")]
    public void A_table_reaches_the_days_on_which_a_row_is_in_force(string date, string? why)
    {
        Diagnostic? found = StaleTables.On([Table(ReferenceKind.Table, First, Third)], Day(date)).SingleOrDefault();
        Assert.Equal(why is null ? null : "EDIT2101", found?.Id);
        Assert.Contains(why ?? "", found?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_end_reaches_every_day() =>
        Assert.Empty(StaleTables.On([Table(ReferenceKind.CodeTable, First, new DaySpan(First.Through + 1, int.MaxValue))], Day("2099-01-01")));

    [Fact]
    public void A_code_set_is_asked_where_its_rows_tell_a_release()
    {
        ReferenceTable own = Table(ReferenceKind.CodeSet, First);
        Assert.Empty(StaleTables.On([own], Day("2025-01-01")));
        Assert.Single(StaleTables.On([own with { Releases = ["2024-01"] }], Day("2025-01-01")));
    }

    private static ReferenceTable Table(ReferenceKind kind, params DaySpan[] rows) =>
        new("@fees", kind, "fees.table", new SourceSpan("fees.edit", 0, 0, 1, 1), rows.Length, [], TableDays.Of(rows));

    private static DaySpan Quarter(int year, int month) => new(new DateOnly(year, month, 1).DayNumber, new DateOnly(year, month, 1).AddMonths(3).DayNumber - 1);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
