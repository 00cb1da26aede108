using nietras.SeparatedValues;

namespace EditEngine.Formats.Cms;

/// <summary>Text with a separator as rows. Quoted cells may hold line breaks.</summary>
internal static class SeparatedRows
{
    private static readonly char[] Separators = [',', ';', '|'];

    public static IEnumerable<SheetRow> Of(TextReader text, string start)
    {
        using SepReader reader = Sep.New(SeparatorOf(start)).Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = true }).From(text);
        while (reader.MoveNext())
        {
            yield return RowOf(reader.Current);
        }
    }

    private static SheetRow RowOf(SepReader.Row row)
    {
        string[] cells = new string[row.ColCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i].ToString();
        }

        return new SheetRow(0, row.LineNumberFrom, cells);
    }

    /// <summary>A tab where there is one for most lines: notices and amounts have commas of their own. Else the sign seen most.</summary>
    public static char SeparatorOf(string start) =>
        start.Count(sign => sign == '\t') * 2 >= start.Count(sign => sign == '\n') && start.Contains('\t', StringComparison.Ordinal)
            ? '\t'
            : Separators.MaxBy(separator => start.Count(sign => sign == separator));
}
