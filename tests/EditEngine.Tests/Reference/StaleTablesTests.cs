using System.Globalization;
using EditEngine.Analysis.Reference;
using EditEngine.Compiler.Packs;
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
        Diagnostic? found = StaleTables.On([Table(ReferenceKind.Table, First, Third)], Day(date), PackSettings.None).SingleOrDefault();
        Assert.Equal(why is null ? null : "EDIT2101", found?.Id);
        Assert.Contains(why ?? "", found?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_end_reaches_every_day() =>
        Assert.Empty(StaleTables.On([Table(ReferenceKind.CodeTable, First, new DaySpan(First.Through + 1, int.MaxValue))], Day("2099-01-01"), PackSettings.None));

    [Fact]
    public void A_code_set_is_asked_where_its_rows_tell_a_release()
    {
        ReferenceTable own = Table(ReferenceKind.CodeSet, First);
        Assert.Empty(StaleTables.On([own], Day("2025-01-01"), PackSettings.None));
        Assert.Single(StaleTables.On([own with { Releases = ["2024-01"] }], Day("2025-01-01"), PackSettings.None));
    }

    [Theory]
    [InlineData("4 months", "2024-11-01", null)]
    [InlineData("4 months", "2024-11-02", "The newest row of @fees (\"fees.table\") begins on 2024-07-01, more than 4 months before 2024-11-02.")]
    [InlineData("1 year", "2025-07-01", null)]
    [InlineData("1 year", "2025-07-02", "more than 1 year before 2025-07-02. edits.json wants it fresh within 1 year.")]
    [InlineData("2 weeks", "2024-07-15", null)]
    [InlineData("2 weeks", "2024-07-16", "more than 2 weeks")]
    [InlineData("9999 years", "2999-12-31", null)]
    [InlineData("1 day", "2024-01-01", null)]
    public void A_table_with_an_open_end_is_fresh_as_long_as_the_settings_say(string age, string date, string? why)
    {
        ReferenceTable open = Table(ReferenceKind.CodeSet, First, new DaySpan(Third.From, int.MaxValue)) with { File = "../tables/fees.table" };
        Diagnostic? found = StaleTables.On([open, open with { File = "other.table" }], Day(date), FreshWithin(age)).SingleOrDefault();
        Assert.Equal(why is null ? null : "EDIT2108", found?.Id);
        Assert.Contains(why?.Replace("fees.table", "../tables/fees.table", StringComparison.Ordinal) ?? "", found?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_ended_is_told_once_and_what_has_no_days_is_told()
    {
        Assert.Equal("EDIT2101", Assert.Single(StaleTables.On([Table(ReferenceKind.Table, First)], Day("2030-01-01"), FreshWithin("1 month"))).Id);
        Diagnostic undated = Assert.Single(StaleTables.On([Table(ReferenceKind.Table, new DaySpan(int.MinValue, int.MaxValue))], Day("2030-01-01"), FreshWithin("1 month")));
        Assert.StartsWith("The newest row of @fees (\"fees.table\") has no first day.", undated.Message, StringComparison.Ordinal);
    }

    private static PackSettings FreshWithin(string age) => new(PackSettings.None.FreshWithin.Add("FEES.table", TableAge.Read(age)!));

    private static ReferenceTable Table(ReferenceKind kind, params DaySpan[] rows) =>
        new("@fees", kind, "fees.table", new SourceSpan("fees.edit", 0, 0, 1, 1), rows.Length, [], TableDays.Of(rows));

    private static DaySpan Quarter(int year, int month) => new(new DateOnly(year, month, 1).DayNumber, new DateOnly(year, month, 1).AddMonths(3).DayNumber - 1);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
