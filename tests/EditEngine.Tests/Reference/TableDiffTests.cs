using System.Globalization;
using EditEngine.Analysis.Reference;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Reference;

public sealed class TableDiffTests
{
    // A row: code setting from..through limit. A difference: kind, key, and its days with rows' limits.
    public static TheoryData<string, string, string> Cases => new()
    {
        { "11102 A 2024-01-01..open 1", "11102 A 2024-01-01..open 1", "" },
        { "11102 A 2024-01-01..open 1", "11102 A 2024-01-01..open 1; 11103 A 2024-04-01..open 2", "Added 11103, A: 2024-04-01 .. open" },
        { "11102 A 2024-01-01..open 1; 11103 A 2024-01-01..open 1", "11102 A 2024-01-01..open 1; 11103 A 2024-01-01..2024-03-31 1", "Ended 11103, A: 2024-04-01 .. open" },

        // Left out of a release altogether: as far as that tells, it ended before its first day.
        { "11102 A 2024-01-01..open 1; 11103 A 2024-01-01..open 1", "11102 A 2024-04-01..open 1", "Ended 11103, A: 2024-04-01 .. open" },
        { "11102 A 2024-01-01..open 1; 11103 A 2023-01-01..2023-12-31 1", "11102 A 2024-01-01..open 1; 11103 A 2023-01-01..2023-12-31 1; 11103 A 2024-04-01..open 1", "Reactivated 11103, A: 2024-04-01 .. open" },
        { "11102 A 2024-01-01..open 1", "11102 A 2024-01-01..2024-03-31 1; 11102 A 2024-04-01..open 2", "Changed 11102, A: 2024-04-01 .. open limit 1 → 2" },

        // All key columns count.
        { "11102 A 2024-01-01..open 1; 11102 B 2024-01-01..open 5", "11102 A 2024-01-01..open 1; 11102 B 2024-01-01..open 6", "Changed 11102, B: 2024-01-01 .. open limit 5 → 6" },
        { "11102 A 2024-01-01..open 1", "11102 B 2024-01-01..open 1", "Ended 11102, A: 2024-01-01 .. open | Added 11102, B: 2024-01-01 .. open" },

        // A key repeated over time: what is split without another value is no change, what was corrected in the past is one.
        { "11102 A 2024-01-01..open 1", "11102 A 2024-01-01..2024-06-30 1; 11102 A 2024-07-01..open 1", "" },
        { "11102 A 2023-01-01..2023-12-31 1; 11102 A 2024-01-01..open 2", "11102 A 2023-01-01..2023-12-31 9; 11102 A 2024-01-01..open 2", "Changed 11102, A: 2023-01-01 .. 2023-12-31 limit 1 → 9" },
        { "11102 A 2024-01-01..open 1", "11102 A 2024-02-01..open 1; 11103 A 2024-01-01..open 1", "Changed 11102, A: 2024-01-01 .. 2024-01-31 gone | Added 11103, A: 2024-01-01 .. open" },
        { "11102 A 2024-02-01..open 1; 11103 A 2024-01-01..open 1", "11102 A 2024-01-01..open 1; 11103 A 2024-01-01..open 1", "Changed 11102, A: 2024-01-01 .. 2024-01-31 new" },

        // Covers that overlap on one side, in either direction, and covers that do not meet.
        { "11102 A 2024-01-01..2024-06-30 1", "11102 A 2024-04-01..2024-12-31 2", "Changed 11102, A: 2024-04-01 .. 2024-06-30 limit 1 → 2" },
        { "11102 A 2024-04-01..2024-12-31 2", "11102 A 2024-01-01..2024-06-30 1", "Changed 11102, A: 2024-04-01 .. 2024-06-30 limit 2 → 1" },
        { "11102 A 2024-01-01..2024-03-31 1; 11103 A 2024-01-01..2024-03-31 1", "11102 A 2024-07-01..2024-09-30 1; 11103 A 2024-07-01..2024-09-30 3", "Changed 11103, A: 2024-07-01 .. 2024-09-30 limit 1 → 3" },

        // Two keys, two quarters: the one left out ended with its quarter.
        { "11102 A 2024-01-01..2024-03-31 1; 11103 A 2024-01-01..2024-03-31 1", "11102 A 2024-04-01..2024-06-30 1", "Ended 11103, A: 2024-04-01 .. open" },

        // A row that never was in force says nothing.
        { "11102 A 2024-01-01..open 1", "11102 A 2024-01-01..open 1; 11103 A 2024-01-01..2023-12-31 1", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Keys_are_compared_over_all_columns_and_by_day(string old, string latest, string expected)
    {
        TableDifferences found = Compare(old, latest);
        Assert.Equal(expected, string.Join(" | ", found.Differences.Select(one => Text(found, one))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Counts_add_up(string old, string latest, string expected)
    {
        TableDifferences found = Compare(old, latest);
        long Count(DifferenceKind kind) => found.Of(kind).LongCount();
        Assert.Equal(found.OldKeys, Count(DifferenceKind.Ended) + Count(DifferenceKind.Reactivated) + Count(DifferenceKind.Changed) + found.Same);
        Assert.Equal(expected.Length == 0 ? 0 : expected.Split(" | ").Length, found.Differences.Length);
    }

    [Theory]
    [InlineData("11102 A 2024-01-01..2024-03-31 1", "11102 A 2024-04-01..2024-06-30 1", "")]
    [InlineData("11102 A 2024-01-01..2024-03-31 1", "11102 A 2024-07-01..2024-09-30 1", "EDIT2103: No row is in force from 2024-04-01 through 2024-06-30, between the two tables.")]
    [InlineData("11102 A 2024-01-01..open 1", "11102 A 2024-01-01..2024-03-31 1; 11102 A 2024-07-01..open 1", "EDIT2103: No row is in force from 2024-04-01 through 2024-06-30, inside of the new table.")]
    [InlineData("11102 A 2024-07-01..open 1", "11102 A 2024-04-01..open 1", "EDIT2104: The newest row of the new table begins on 2024-04-01, before that of the old one on 2024-07-01.")]
    [InlineData("11102 A 2024-01-01..open 1", "11102 A 2024-01-01..2024-03-31 1", "EDIT2106: The last day of the new table is 2024-03-31; of the old one it is open.")]
    public void A_release_missing_out_of_order_or_ending_sooner_is_said(string old, string latest, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Compare(old, latest).Remarks.Select(one => $"{one.Id}: {one.Message[..(one.Message.IndexOf(". ", StringComparison.Ordinal) + 1)]}")));

    [Fact]
    public void A_column_left_out_is_not_compared()
    {
        TableDifferences? found = TableDiff.Of(Table("11102 A 2024-01-01..open 1"), Table("11102 A 2024-01-01..open 2"), ["LIMIT"], out _);
        Assert.Equal((0, 1L), (found?.Differences.Length, found?.Same));
    }

    [Fact]
    public void Tables_of_other_keys_are_refused()
    {
        TableBuilder builder = new("other", [new TableColumn("code", ColumnType.Code, CodeSystem.Procedure, true)]);
        Assert.Null(TableDiff.Of(Table("11102 A 2024-01-01..open 1"), builder.Build(out _)!, [], out Diagnostic? problem)); // No row is wrong.
        Assert.Equal("EDIT2102", problem?.Id);
    }

    private static TableDifferences Compare(string old, string latest)
    {
        TableDifferences? found = TableDiff.Of(Table(old), Table(latest), [], out Diagnostic? problem);
        Assert.Null(problem);
        return found!; // One or the other.
    }

    private static string Text(TableDifferences all, KeyDifference one)
    {
        string days = string.Join(", ", one.Days.Select(day => one.Kind != DifferenceKind.Changed ? day.Days.ToString()
            : $"{day.Days} {(day.OldRow < 0 ? "new" : day.NewRow < 0 ? "gone" : string.Join(", ", all.ValueTexts(day)))}"));
        return $"{one.Kind} {all.KeyText(one)}: {days}";
    }

    private static Table Table(string rows)
    {
        TableBuilder builder = new("limits",
        [
            new TableColumn("code", ColumnType.Code, CodeSystem.Procedure, true),
            new TableColumn("setting", ColumnType.Text, CodeSystem.None, true),
            new TableColumn("limit", ColumnType.Number, CodeSystem.None, false),
        ]);
        foreach (string[] row in rows.Split("; ").Select(row => row.Split(' ')))
        {
            string[] days = row[2].Split("..");
            builder.AddRow(
                new RowSource("limits.csv", 1), Day(days[0], int.MinValue), Day(days[1], int.MaxValue),
                TableCell.Of(Code.From(CodeSystem.Procedure, row[0])), TableCell.Of(row[1]), TableCell.Of(long.Parse(row[3], CultureInfo.InvariantCulture)));
        }

        return builder.Build(out _)!; // The rows are sound.
    }

    private static int Day(string text, int open) => text == "open" ? open : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
