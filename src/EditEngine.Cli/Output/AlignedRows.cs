namespace EditEngine.Cli.Output;

/// <summary>Rows of texts, each column as wide as its widest cell.</summary>
internal static class AlignedRows
{
    public static void Write(TextWriter output, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows.Max(row => row.Length)).Select(column => rows.Where(row => column < row.Length).Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
