using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Ranges of teeth in the keys of a table: one row that says <c>1-32</c> is a row for each of these teeth, as in a set.</summary>
/// <param name="columns">All columns, those of the key first.</param>
/// <param name="positions">Where each stands in a row.</param>
/// <param name="keys">How many are of the key.</param>
internal readonly struct ToothCells(ImmutableArray<(ColumnSyntax Syntax, ColumnSymbol Symbol)> columns, int[] positions, int keys)
{
    /// <summary>The rows that a row stands for.</summary>
    public IEnumerable<CsvRow> RowsOf(CsvRow row)
    {
        IEnumerable<CsvRow> rows = [row];
        for (int i = 0; i < keys; i++)
        {
            int at = positions[i];
            if (columns[i].Symbol.Type.System == CodeSystem.Tooth && ToothRange.Of(row.Cells[at].Trim()) is IEnumerable<Code> teeth)
            {
                rows = [.. rows.SelectMany(one => teeth.Select(tooth => one with { Cells = [.. one.Cells.Select((cell, k) => k == at ? tooth.ToPlainText() : cell)] }))];
            }
        }

        return rows;
    }

    /// <summary>What to write in place of a range that stands in no key; null where the text is none.</summary>
    public static string? MendOf(ColumnSymbol column, string text) =>
        column.Type.System == CodeSystem.Tooth && ToothRange.Of(text.Trim()) is not null ? $"make {column.Name} a column of the key, where a range is a row for each tooth, or write a row for each" : null;
}
