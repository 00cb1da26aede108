using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>Cells of two tables, compared by what they hold.</summary>
internal static class CellValue
{
    /// <summary>Whether cells of columns of one type are equal; numbers by value, texts letter by letter.</summary>
    public static bool AreEqual(Table left, int leftRow, int leftColumn, Table right, int rightRow, int rightColumn)
    {
        switch (left.Columns[leftColumn].Type)
        {
            case ColumnType.Code:
                return left.GetCode(leftRow, leftColumn) == right.GetCode(rightRow, rightColumn);
            case ColumnType.Text:
                return string.Equals(left.GetText(leftRow, leftColumn), right.GetText(rightRow, rightColumn), StringComparison.Ordinal);
            case ColumnType.Number:
                bool hasLeft = left.TryGetNumber(leftRow, leftColumn, out Rational one);
                return hasLeft == right.TryGetNumber(rightRow, rightColumn, out Rational other) && (!hasLeft || one == other);
            case ColumnType.Date:
                return left.GetDate(leftRow, leftColumn) == right.GetDate(rightRow, rightColumn);
            default:
                return left.GetYesNo(leftRow, leftColumn) == right.GetYesNo(rightRow, rightColumn);
        }
    }

    /// <summary>A cell as printed; an empty one as <c>-</c>.</summary>
    public static string Text(Table table, int row, int column) => table.Columns[column].Type switch
    {
        ColumnType.Code => table.GetCode(row, column) is ulong code and not 0 ? Code.FromPacked(code).ToString() : "-",
        ColumnType.Text => table.GetText(row, column) ?? "-",
        ColumnType.Number => table.TryGetNumber(row, column, out Rational number) ? number.ToString() : "-",
        ColumnType.Date => table.GetDate(row, column) is int day and not int.MinValue ? DaySpan.Text(day) : "-",
        _ => table.GetYesNo(row, column) switch { true => "yes", false => "no", null => "-" },
    };

    /// <summary>Orders the keys of rows of two tables as both are sorted.</summary>
    public static int CompareKeys(Table left, int leftRow, Table right, int rightRow)
    {
        for (int i = 0; i < left.KeyCount; i++)
        {
            int order = left.Columns[i].Type switch
            {
                ColumnType.Code => left.GetCode(leftRow, i).CompareTo(right.GetCode(rightRow, i)),
                ColumnType.Number => CompareNumbers(left, leftRow, right, rightRow, i),
                _ => string.Compare(left.GetText(leftRow, i) ?? "", right.GetText(rightRow, i) ?? "", StringComparison.OrdinalIgnoreCase),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    // Each table keeps its numbers with its own decimals; an empty cell comes first.
    private static int CompareNumbers(Table left, int leftRow, Table right, int rightRow, int column)
    {
        bool hasLeft = left.TryGetNumber(leftRow, column, out Rational first);
        bool hasRight = right.TryGetNumber(rightRow, column, out Rational second);
        return hasLeft && hasRight ? Rational.Compare(first, second) ?? 0 : hasLeft.CompareTo(hasRight);
    }
}
