using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Notation;

/// <summary>The sets and tables of a pack, whose codes and rows a <c>test each</c> may take.</summary>
/// <param name="Sets">By name.</param>
/// <param name="Tables">By name.</param>
internal sealed record TestSources(IReadOnlyDictionary<string, CodeSetSymbol> Sets, IReadOnlyDictionary<string, TableSymbol> Tables)
{
    /// <summary>No sets and no tables.</summary>
    public static readonly TestSources None = new(ImmutableDictionary<string, CodeSetSymbol>.Empty, ImmutableDictionary<string, TableSymbol>.Empty);

    /// <summary>What a test that names a set or a table takes, a value a case.</summary>
    /// <param name="test">A test with <c>in @NAME</c>.</param>
    /// <param name="place">Where the name stands.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public ImmutableArray<TestValue> ValuesOf(TestSyntax test, SourceSpan place, out Diagnostic? problem)
    {
        string name = test.Over!.Name; // It names one.
        problem = null;
        if (test.IsOfRows && Tables.TryGetValue(name, out TableSymbol? symbol))
        {
            return symbol.Table is Table table ? [.. Enumerable.Range(0, table.RowCount).Select(row => OfRow(test.Each!.Text, symbol, table, row))] : []; // The name stands behind each.
        }

        if (!test.IsOfRows && Sets.TryGetValue(name, out CodeSetSymbol? set))
        {
            return [.. set.Set.Intervals.SelectMany(interval => new[] { interval.First, interval.Last }).Distinct().Select(code => TestValue.Of(test.Each!.Text, Code.FromPacked(code).ToString()))];
        }

        IEnumerable<string> known = test.IsOfRows ? Tables.Keys : Sets.Keys;
        problem = Tables.ContainsKey(name) || Sets.ContainsKey(name)
            ? TestDiagnostics.OtherEach(place, name, test.IsOfRows ? $"test each {test.Each?.Text} in @{name}" : $"test each row {test.Each?.Text} in @{name}")
            : NameDiagnostics.UnknownName(place, "@" + name, [], known.Select(one => "@" + one));
        return [];
    }

    private static TestValue OfRow(string name, TableSymbol symbol, Table table, int row)
    {
        Dictionary<string, string> cells = new(StringComparer.Ordinal);
        foreach (ColumnSymbol column in symbol.Columns)
        {
            if (CellOf(table, row, column) is string cell)
            {
                cells[column.Name] = cell;
            }
        }

        if (table.GetFrom(row) != int.MinValue)
        {
            cells["first_day"] = DayText(table.GetFrom(row));
        }

        if (table.GetThrough(row) != int.MaxValue)
        {
            cells["last_day"] = DayText(table.GetThrough(row));
        }

        return new TestValue(name, string.Join(", ", symbol.Columns.Take(symbol.KeyCount).Select(column => cells.GetValueOrDefault(column.Name, ""))), cells);
    }

    private static string? CellOf(Table table, int row, ColumnSymbol column)
    {
        switch (column.Type.Kind)
        {
            case TypeKind.Code or TypeKind.Category:
                ulong code = table.GetCode(row, column.Index);
                return code == 0 ? null : Code.FromPacked(code).ToString();
            case TypeKind.Date:
                int day = table.GetDate(row, column.Index);
                return day == int.MinValue ? null : DayText(day);
            case TypeKind.YesNo:
                return table.GetYesNo(row, column.Index) is bool yes ? yes ? "yes" : "no" : null;
            case TypeKind.Text:
                return table.GetText(row, column.Index);
            default:
                return table.TryGetNumber(row, column.Index, out Numbers.Rational value) && value.TryToDecimal(out decimal number) ? NumberText(column.Type.Kind, number) : null;
        }
    }

    private static string NumberText(TypeKind kind, decimal number) => kind switch
    {
        TypeKind.Money => string.Create(CultureInfo.InvariantCulture, $"${number / 100m:0.00}"),
        TypeKind.Percent => string.Create(CultureInfo.InvariantCulture, $"{number:0.############}%"),
        _ => number.ToString("0.############", CultureInfo.InvariantCulture),
    };

    private static string DayText(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
