using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Text;
using EditEngine.Tables;

namespace EditEngine.Compiler.Editing;

/// <summary>The rows of tables and files that hold a code.</summary>
internal static class CodeRows
{
    private const int MostRows = 200;

    /// <summary>The rows of a table whose first key is a code.</summary>
    public static IEnumerable<int> Of(TableSymbol table, Code code)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Table is not Table rows || table.Columns[0] is not { Type: { Kind: TypeKind.Code } key, Index: 0 } || key.System != code.System)
        {
            return [];
        }

        (int first, int end) = rows.FindRows(code.Packed);
        return Enumerable.Range(first, Math.Min(end - first, MostRows));
    }

    /// <summary>Where the rows stand that hold a code: of CSV files that the pack reads.</summary>
    public static IEnumerable<FoundPlace> PlacesOf(EditingPack pack, string code)
    {
        foreach (FoundReference reference in pack.Sources.References.Found.Where(one => one.Rows is not null).DistinctBy(one => one.Rows!.File).OrderBy(one => one.Rows!.File, StringComparer.Ordinal))
        {
            foreach (CsvRow row in reference.Rows!.Rows.Where(row => row.Cells.Any(cell => cell.Trim() == code)).Take(MostRows)) // Those without were left out.
            {
                yield return new FoundPlace(reference.Rows.File, default(TextSpan), row.Line);
            }
        }
    }
}
