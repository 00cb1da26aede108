using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds tables of <c>.table</c> files. These hold their key and the types of their columns: what a rule file says of them may be more exact, and not another.</summary>
internal sealed class StoredTableBinder(DiagnosticBag diagnostics, IReferenceFiles files, SourceText source)
{
    /// <summary>The table; without rows, with a diagnostic, where it cannot be read or is declared otherwise.</summary>
    /// <param name="syntax">Without <c>key</c> all columns of the file are those of the table, and those that are named get another name or a more exact type.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="columns">The columns that are named.</param>
    /// <param name="empty">The table without rows.</param>
    public TableSymbol Bind(TableSyntax syntax, StringSyntax file, ImmutableArray<(ColumnSyntax Syntax, ColumnSymbol Symbol)> columns, TableSymbol empty)
    {
        Table? table = files.OpenTable(source.File, file.Value, Place(file), out Diagnostic? problem);
        if (table is null)
        {
            diagnostics.Report(problem!); // One or the other.
            return empty;
        }

        // The file keeps its own order of columns; the symbol's indices follow it.
        List<ColumnSymbol> named = [];
        foreach ((ColumnSyntax column, ColumnSymbol symbol) in columns)
        {
            int index = table.FindColumn(column.Header?.Value ?? symbol.Name);
            if (index < 0)
            {
                diagnostics.Report(CodeDiagnostics.HeaderMissing(Place(column), file.Value, symbol.Name, table.Columns.Select(c => c.Name)));
                return empty;
            }

            named.Add(symbol with { Index = index });
        }

        bool[] fits = [.. columns.Select((column, i) => Fits(column.Syntax, named[i], table))]; // each is told
        if (fits.Contains(false) || !HasKeyOf(table, syntax, named))
        {
            return empty;
        }

        return empty with { Columns = syntax.Keys.IsEmpty ? Filled(table, named) : [.. named], KeyCount = table.KeyCount, IsDated = true, Table = table };
    }

    /// <summary>All columns of the file in its order, keys first; those that are named as they are named.</summary>
    private static ImmutableArray<ColumnSymbol> Filled(Table table, List<ColumnSymbol> named) =>
    [
        .. table.Columns.SelectMany((stored, i) => named.Where(symbol => symbol.Index == i) is var renamed && renamed.Any()
            ? renamed : [new ColumnSymbol(stored.Name, TypeOf(stored), i, IsMonths: false)]),
    ];

    private bool Fits(ColumnSyntax column, ColumnSymbol symbol, Table table)
    {
        TableColumn stored = table.Columns[symbol.Index];
        bool isMoney = symbol.Type.Kind == TypeKind.Money && stored.Type == ColumnType.Number;
        bool fits = !isMoney && ColumnTypes.StoredAs(symbol.Type) == stored.Type && (stored.Type != ColumnType.Code || symbol.Type.System == stored.System);
        if (!fits)
        {
            diagnostics.Report(CodeDiagnostics.StoredOtherwise(Place(column.Type), symbol.Name, symbol.Type.ToString(), TypeOf(stored).ToString(), NameOf(stored), isMoney));
        }

        return fits;
    }

    private bool HasKeyOf(Table table, TableSyntax syntax, List<ColumnSymbol> named)
    {
        bool isSame = syntax.Keys.IsEmpty || named.Take(syntax.Keys.Length).Select(symbol => symbol.Index).SequenceEqual(Enumerable.Range(0, table.KeyCount));
        if (!isSame)
        {
            SourceSpan place = source.PlaceOf(TextSpan.FromTo(syntax.Keys[0].Span.Start, syntax.Keys[^1].Span.End));
            diagnostics.Report(CodeDiagnostics.OtherKey(place, syntax.Name.Text, syntax.Keys.Select(key => key.Name.Text), table.Columns.Take(table.KeyCount).Select(key => key.Name)));
        }

        return isSame;
    }

    private static string NameOf(TableColumn stored) => stored.Type switch
    {
        ColumnType.Code => CodeSystemNames.NameOf(stored.System),
        ColumnType.Number => "number",
        ColumnType.Date => "date",
        ColumnType.YesNo => "yes or no",
        _ => "text",
    };

    private static LanguageType TypeOf(TableColumn stored) => stored.Type switch
    {
        ColumnType.Code => LanguageType.CodeOf(stored.System),
        ColumnType.Number => LanguageType.Number,
        ColumnType.Date => LanguageType.Date,
        ColumnType.YesNo => LanguageType.YesNo,
        _ => LanguageType.Text,
    };

    private SourceSpan Place(SyntaxNode syntax) => source.PlaceOf(syntax.Span);
}
