using System.Globalization;
using System.Text;
using EditEngine.Compiler.Symbols;
using EditEngine.Tables;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of a table: its columns, rows and where they come from.</summary>
internal static class TablePage
{
    /// <summary>Its keys and size in a few words.</summary>
    public static string Summary(TableSymbol table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string keys = string.Join(", ", table.Columns.Take(table.KeyCount).Select(column => column.Name));
        return table.Table is Table rows ? string.Create(CultureInfo.InvariantCulture, $"by {keys}, {rows.RowCount:#,0} row{(rows.RowCount == 1 ? "" : "s")}") : $"by {keys}";
    }

    /// <summary>The page, in Markdown.</summary>
    public static string Of(TableSymbol table)
    {
        ArgumentNullException.ThrowIfNull(table);
        StringBuilder page = new StringBuilder("**@").Append(table.Name).Append("**: ").Append(Summary(table)).Append(table.IsDated ? ", dated" : "").Append("\n\n| column | type | |\n|---|---|---|\n");
        for (int i = 0; i < table.Columns.Length; i++)
        {
            page.Append("| ").Append(table.Columns[i].Name).Append(" | ").Append(table.Columns[i].Type).Append(" | ").Append(i < table.KeyCount ? "key" : "").Append(" |\n");
        }

        if (table.Table is { RowCount: > 0 } rows)
        {
            RowSource source = rows.GetSource(0);
            page.Append("\nFrom ").Append(source.File).Append(source.Release is null ? "" : $", release {source.Release}").Append(".\n");
        }

        return page.ToString();
    }

    /// <summary>A row in one line: its columns, days and place.</summary>
    public static string RowText(TableSymbol table, int row)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table rows = table.Table!; // It has that row.
        IEnumerable<string> cells = table.Columns.Select(column => $"{column.Name} {CellOf(rows, row, column.Index)}");
        RowSource source = rows.GetSource(row);
        string days = DayText.Of(rows.GetFrom(row), rows.GetThrough(row));
        string line = source.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {source.Line}") : "";
        return $"{string.Join(", ", cells)} ({days}; {source.File}{line})";
    }

    private static string CellOf(Table table, int row, int column) => table.Columns[column].Type switch
    {
        ColumnType.Code => table.GetCode(row, column) is ulong code and not 0 ? Codes.Code.FromPacked(code).ToString() : "-",
        ColumnType.Text => table.GetText(row, column) ?? "-",
        ColumnType.Number => table.TryGetNumber(row, column, out Numbers.Rational number) ? number.ToString() : "-",
        ColumnType.Date => table.GetDate(row, column) is int day and not int.MinValue ? DayText.Of(day) : "-",
        _ => table.GetYesNo(row, column) switch { true => "yes", false => "no", null => "-" },
    };
}
