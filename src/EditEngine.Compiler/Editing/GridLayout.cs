using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>Inline grids with their bars one below the other.</summary>
internal static class GridLayout
{
    /// <summary>The text of every grid row by its offset in the file.</summary>
    public static Dictionary<int, string> Rows(SyntaxTree tree)
    {
        Dictionary<int, string> rows = [];
        foreach (TableSyntax table in tree.Declarations.OfType<TableSyntax>())
        {
            int[] widths = new int[table.Grid.IsEmpty ? 0 : table.Grid.Max(row => row.Cells.Length)];
            foreach (GridRowSyntax row in table.Grid)
            {
                for (int i = 0; i < row.Cells.Length; i++)
                {
                    widths[i] = Math.Max(widths[i], Written(tree, row.Cells[i]).Length);
                }
            }

            foreach (GridRowSyntax row in table.Grid)
            {
                IEnumerable<string> cells = row.Cells.Select((cell, i) => Written(tree, cell).PadRight(widths[i]));
                rows[row.Span.Start] = $"| {string.Join(" | ", cells)} |";
            }
        }

        return rows;
    }

    private static string Written(SyntaxTree tree, GridCellSyntax cell) => tree.Source.Slice(cell.Span).Trim();
}
