using EditEngine.Codes;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Tables;

public sealed class TableBuilderTests
{
    private const int Open = int.MaxValue;

    // Rows as 'code from through number', in lines from 1.
    [Theory]
    [InlineData("A 10 20 1;A 21 30 1")]
    [InlineData("A 10 20 1;B 10 20 1")]
    [InlineData("A 10 10 1;A 11 10 2;A 11 20 3")]
    [InlineData("A 10 9 1;A 5 30 1")]
    [InlineData("A 10 20 1;A 20 30 1", "f: row 2: error EDIT0451: 'A' has two rows in force on 0001-01-21: this one and the one at f: row 1.")]
    [InlineData("A 10 20 1;A 10 20 2", "EDIT0451")]
    [InlineData("A 15 20 1;A 10 30 2;A 16 16 3", "f: row 1: error EDIT0451", "f: row 3: error EDIT0451")]
    [InlineData("A 10 30 1;A 12 11 2;A 20 25 2", "f: row 3: error EDIT0451: 'A' has two rows in force on 0001-01-21: this one and the one at f: row 1.")]
    [InlineData("A 10 8 1", "f: row 1: error EDIT0452: The row of 'A' begins on 0001-01-11 and ends on 0001-01-09.")]
    [InlineData("A 10 20 1;A 10 20 1.0", "f: row 2: warning EDIT0453: This row of 'A' is the same as the one at f: row 1")]
    [InlineData("A/B 10 20 1", "f: row 1, column code: error EDIT0454: 'A/B' cannot be a code.")]
    [InlineData("A 10 20 999999999999999999;A 21 30 0.00001", "f: row 1, column number: error EDIT0455")]
    public void Tells_rows_that_cannot_stand(string rows, params string[] expected)
    {
        var builder = new TableBuilder("t", [
            new TableColumn("code", ColumnType.Code, CodeSystem.Carc, true), new TableColumn("number", ColumnType.Number, CodeSystem.None, false)]);
        int line = 0;
        foreach (string[] row in rows.Split(';').Select(row => row.Split(' ')))
        {
            Assert.True(TableCell.TryOf(decimal.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture), out TableCell number));
            builder.AddRow(new RowSource("f", ++line), int.Parse(row[1], null), int.Parse(row[2], null), TableCell.Of(Code.From(CodeSystem.Carc, row[0])), number);
        }

        Table? table = builder.Build(out var problems);
        Assert.Equal(expected.Length, problems.Length);
        Assert.All(problems.Zip(expected), pair => Assert.Contains(pair.Second, pair.First.ToString(), StringComparison.Ordinal));
        Assert.Equal(problems.Any(problem => problem.Severity == Diagnostics.Severity.Error), table is null);
        Assert.True(table is null || table.RowCount == line - builder.RepeatedCount);
    }

    [Fact]
    public void Of_many_problems_some_are_listed_and_the_rest_counted()
    {
        var builder = new TableBuilder("t", [new TableColumn("code", ColumnType.Code, CodeSystem.Carc, true)]);
        for (int i = 0; i < 1000; i++)
        {
            builder.AddRow(new RowSource("f", i), 5, 1, TableCell.Of(Code.From(CodeSystem.Carc, "1")));
        }

        Table table = builder.BuildFromSoundRows(out var problems);
        Assert.Equal((0, 1000, 51), (table.RowCount, builder.RefusedCount, problems.Length));
        Assert.Equal("note EDIT0459: 950 more problems of the kind EDIT0452 are counted and not listed.", problems[^1].ToString());
        Assert.Equal(-1, table.FindRow([0], Open));
    }

    [Theory]
    [InlineData("a:Text:key,A:Text:")]
    [InlineData("a:Text:")]
    [InlineData("a:Text:key,b:Text:,c:Text:key")]
    [InlineData("a:Date:key")]
    [InlineData("a:Code:key")]
    [InlineData("")]
    public void Refuses_columns_that_cannot_be_those_of_a_table(string columns)
    {
        TableColumn[] made = [.. columns.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(column => column.Split(':'))
            .Select(parts => new TableColumn(parts[0], Enum.Parse<ColumnType>(parts[1]), CodeSystem.None, parts[2] == "key"))];
        Assert.Throws<ArgumentException>(() => new TableBuilder("t", [.. made]));
    }

    [Fact]
    public void A_cell_of_another_type_or_system_is_the_callers_mistake()
    {
        var builder = new TableBuilder("t", [new TableColumn("code", ColumnType.Code, CodeSystem.Carc, true)]);
        Assert.Throws<ArgumentException>(() => builder.AddRow(default, 1, 2, TableCell.Of("1")));
        Assert.Throws<ArgumentException>(() => builder.AddRow(default, 1, 2, TableCell.Of(Code.From(CodeSystem.Rarc, "1"))));
        Assert.Throws<ArgumentException>(() => builder.AddRow(default, 1, 2));
    }
}
