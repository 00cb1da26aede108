using System.Diagnostics;
using System.Globalization;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Tables;

namespace EditEngine.Analysis.Mutation;

/// <summary>Tables with one row less or one cell changed.</summary>
internal static class ChangedTable
{
    /// <summary>The table without a row.</summary>
    public static Table Without(Table table, int row) => Copy(table, row, -1, default);

    /// <summary>The table with another value in a cell, and how the cell changed; null where the cell is empty or its column's values have no neighbour.</summary>
    public static (Table Table, string Words)? WithCell(Table table, int row, int column)
    {
        switch (table.Columns[column].Type)
        {
            case ColumnType.Number when table.TryGetNumber(row, column, out Rational number) && (number + Rational.From(1)).TryToDecimal(out decimal more) && TableCell.TryOf(more, out TableCell cell):
                return (Copy(table, row, column, cell), string.Create(CultureInfo.InvariantCulture, $"becomes {more}"));
            case ColumnType.YesNo when table.GetYesNo(row, column) is bool yes:
                return (Copy(table, row, column, TableCell.Of(!yes)), $"becomes {(yes ? "no" : "yes")}");
            case ColumnType.Date when table.GetDate(row, column) is int day and > 0 and < 3_600_000:
                return (Copy(table, row, column, TableCell.Of(DateOnly.FromDayNumber(day + 1))), string.Create(CultureInfo.InvariantCulture, $"becomes {DateOnly.FromDayNumber(day + 1):yyyy-MM-dd}"));
            case ColumnType.Code when table.GetCode(row, column) is ulong code and > 0:
                return Emptied(table, row, column, Code.FromPacked(code).ToString());
            case ColumnType.Text when table.GetText(row, column) is string text:
                return Emptied(table, row, column, text);
            default:
                return null;
        }
    }

    private static (Table Table, string Words) Emptied(Table table, int row, int column, string was) => (Copy(table, row, column, default), $"is empty instead of {was}");

    // Column -1: the row is left out.
    private static Table Copy(Table table, int changedRow, int changedColumn, TableCell changed)
    {
        TableBuilder builder = new(table.Name, table.Columns);
        TableCell[] cells = new TableCell[table.Columns.Length];
        for (int row = 0; row < table.RowCount; row++)
        {
            if (row == changedRow && changedColumn < 0)
            {
                continue;
            }

            for (int column = 0; column < cells.Length; column++)
            {
                cells[column] = row == changedRow && column == changedColumn ? changed : CellOf(table, row, column);
            }

            builder.AddRow(table.GetSource(row), table.GetFrom(row), table.GetThrough(row), cells);
        }

        return builder.BuildFromSoundRows(out _);
    }

    private static TableCell CellOf(Table table, int row, int column)
    {
        switch (table.Columns[column].Type)
        {
            case ColumnType.Code:
                ulong code = table.GetCode(row, column);
                return code == 0 ? default : TableCell.Of(Code.FromPacked(code));
            case ColumnType.Text:
                return TableCell.Of(table.GetText(row, column));
            case ColumnType.Number:
                return table.TryGetNumber(row, column, out Rational number) && number.TryToDecimal(out decimal exact) && TableCell.TryOf(exact, out TableCell cell) ? cell : default;
            case ColumnType.Date:
                int day = table.GetDate(row, column);
                return day == int.MinValue ? default : TableCell.Of(DateOnly.FromDayNumber(day));
            case ColumnType.YesNo:
                return table.GetYesNo(row, column) is bool yes ? TableCell.Of(yes) : default;
            default:
                throw new UnreachableException($"A column of a table holds no {table.Columns[column].Type}.");
        }
    }
}
