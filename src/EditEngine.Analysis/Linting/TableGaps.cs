using System.Globalization;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Analysis.Linting;

/// <summary>Days between two rows of one key on which a table of the pack's own says nothing.</summary>
/// <remarks>Imported tables are left out: a code that a publisher ends and starts again is no slip.</remarks>
internal static class TableGaps
{
    public static IEnumerable<Diagnostic> Of(TableSymbol symbol)
    {
        if (symbol.Table is not Table table)
        {
            return [];
        }

        TableProblems gaps = new();
        for (int row = 1; row < table.RowCount; row++)
        {
            int through = table.GetThrough(row - 1);
            if (HaveOneKey(table, row - 1, row) && table.GetFrom(row) > through + 1L && table.GetSource(row) is { Release: null } source)
            {
                gaps.Report(LintDiagnostics.Gap(new TablePlace(source.File, source.Line, null), symbol.Name, TextOf(through + 1), TextOf(table.GetFrom(row) - 1)));
            }
        }

        return gaps.ToImmutable();
    }

    private static bool HaveOneKey(Table table, int left, int right)
    {
        bool same = true;
        for (int key = 0; key < table.KeyCount; key++)
        {
            same &= table.GetKey(left, key) == table.GetKey(right, key);
        }

        return same;
    }

    private static string TextOf(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
