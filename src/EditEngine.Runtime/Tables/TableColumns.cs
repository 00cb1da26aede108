using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Tables;

/// <summary>What holds for the columns of every table.</summary>
internal static class TableColumns
{
    /// <exception cref="ArgumentException">The columns cannot be those of a table.</exception>
    public static void Require(ImmutableArray<TableColumn> columns)
    {
        if (columns.IsDefaultOrEmpty || !columns[0].IsKey)
        {
            throw new ArgumentException("A table has at least one key column, and key columns come first.", nameof(columns));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        bool keysEnded = false;
        foreach (TableColumn column in columns)
        {
            keysEnded |= !column.IsKey;
            bool known = column.Type is >= ColumnType.Code and <= ColumnType.YesNo;
            bool keyFits = !column.IsKey || (!keysEnded && column.Type is ColumnType.Code or ColumnType.Text or ColumnType.Number);
            bool systemFits = (column.Type == ColumnType.Code) == (column.System != CodeSystem.None);
            if (!known || !keyFits || !systemFits || !names.Add(column.Name))
            {
                throw new ArgumentException($"Column '{column.Name}' cannot be a column of a table beside the others.", nameof(columns));
            }
        }
    }
}
