using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Checks the codes that a pack writes down against its code tables.</summary>
internal sealed class CodeTableCheck(PackSymbols symbols, DiagnosticBag diagnostics)
{
    private const int MostNearest = 3;

    /// <summary>One code, of use on some days.</summary>
    public void Check(Code code, SourceSpan place, DayRange days)
    {
        if (!symbols.CodeTables.TryGetValue(code.System, out CodeTableSymbol? table))
        {
            return;
        }

        List<CodeInterval> valid = [.. table.Codes.DaysOf(code.Packed)];
        if (valid.Count == 0)
        {
            diagnostics.Report(table.Categories.ContainsSometime(code.Packed) != SometimeMember.Never
                ? CodeDiagnostics.Category(place, code.ToString())
                : CodeDiagnostics.NotInTable(place, code.ToString(), CodeSystemNames.NameOf(code.System), NearestTo(code, table)));
        }
        else if (!valid.Exists(interval => interval.FromDay <= days.Through && interval.ThroughDay >= days.From))
        {
            IEnumerable<string> then = valid.Select(interval => new DayRange(interval.FromDay, interval.ThroughDay).ToString());
            diagnostics.Report(CodeDiagnostics.NotValidThen(place, code.ToString(), string.Join(" and ", then), days.ToString()));
        }
    }

    /// <summary>A range or category: some code must lie in it.</summary>
    /// <param name="system">The system.</param>
    /// <param name="first">Its first code's number.</param>
    /// <param name="last">Its last code's number.</param>
    /// <param name="text">As written.</param>
    /// <param name="place">Where.</param>
    public void CheckRange(CodeSystem system, ulong first, ulong last, string text, SourceSpan place)
    {
        if (symbols.CodeTables.TryGetValue(system, out CodeTableSymbol? table) && !table.Codes.Meets(first, last))
        {
            diagnostics.Report(CodeDiagnostics.NotInTable(place, text, CodeSystemNames.NameOf(system), []));
        }
    }

    private static IEnumerable<string> NearestTo(Code code, CodeTableSymbol table) =>
        NearestName.Several(
            code.ToString(), table.Codes.Intervals.Where(interval => interval.First == interval.Last).Select(interval => Code.FromPacked(interval.First).ToString()).Distinct(), MostNearest);
}
