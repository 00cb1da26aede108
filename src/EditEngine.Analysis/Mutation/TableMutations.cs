using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Tables;

namespace EditEngine.Analysis.Mutation;

/// <summary>Rows that leave a table, and cells with another value. Of large tables none: their rows are a publisher's, and no test beside an edit can hold them.</summary>
internal sealed class TableMutations : IMutationKind
{
    private const int LargestTable = 1_000;
    private const int MostRows = 8;

    public IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material)
    {
        foreach (TableSymbol symbol in BoundTree.All(edit).Select(TableOf).OfType<TableSymbol>().Distinct())
        {
            if (symbol.Table is not Table { RowCount: > 0 and <= LargestTable } table)
            {
                continue;
            }

            foreach (int row in MutationMaterial.Spread([.. Enumerable.Range(0, table.RowCount)], MostRows))
            {
                yield return With(symbol, ChangedTable.Without(table, row), $"row {table.GetKeyText(row)} leaves @{symbol.Name}");
                foreach (ColumnSymbol column in symbol.Columns.Skip(symbol.KeyCount))
                {
                    if (ChangedTable.WithCell(table, row, column.Index) is (Table changed, string words))
                    {
                        yield return With(symbol, changed, $"{column.Name} of row {table.GetKeyText(row)} in @{symbol.Name} {words}");
                    }
                }
            }
        }
    }

    private static TableSymbol? TableOf(BoundNode node) => node switch
    {
        BoundRow row => row.Table,
        BoundRows rows => rows.Table,
        _ => null,
    };

    private static Mutation With(TableSymbol symbol, Table table, string words)
    {
        TableSymbol changed = symbol with { Table = table };

        // A look-up holds its key, which may look up in the table too: both have the changed one.
        BoundNode? Replace(BoundNode node) => node switch
        {
            BoundRow row when ReferenceEquals(row.Table, symbol) => row with { Table = changed, Key = [.. row.Key.Select(part => BoundRewrite.Of(part, Replace))] },
            BoundRows rows when ReferenceEquals(rows.Table, symbol) => rows with { Table = changed },
            _ => null,
        };

        return new Mutation(symbol.Place, words, Replace);
    }
}
