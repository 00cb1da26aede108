using System.IO.Compression;
using System.Text;
using EditEngine.Formats.Cms;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Cms;

/// <summary>Files to import, from memory or from the samples beside the table tests.</summary>
internal static class Sources
{
    public static TableSource Of(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));

    public static TableSource Of(string name, string text) => Of(name, Encoding.Latin1.GetBytes(text));

    public static TableSource Sample(string name) => TableSource.FromFile(Path.Combine(AppContext.BaseDirectory, "Tables", "samples", name));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>What holds for every import that made a table.</summary>
    public static void AddsUp(TableImport import)
    {
        ImportSummary summary = import.Summary;
        Assert.NotNull(import.Table);
        Assert.Equal(summary.RowsRead, summary.RowsKept + summary.RowsRepeated + summary.RowsRefused + summary.RowsSetAside);
        Assert.Equal((summary.RowsKept, summary.TableHash), (import.Table.RowCount, import.Table.ContentHash));
    }

    /// <summary>A row as <c>key: cells from..through</c>, with * for an open end.</summary>
    public static string Shown(Table table, int row)
    {
        var cells = new List<string>();
        for (int i = table.KeyCount; i < table.Columns.Length; i++)
        {
            cells.Add(table.Columns[i].Type == ColumnType.Number && table.TryGetNumber(row, i, out var number) ? number.ToString() : "");
        }

        string through = table.GetThrough(row) == int.MaxValue ? "*" : Day(table.GetThrough(row));
        return $"{table.GetKeyText(row)}: {string.Join(' ', cells)} {Day(table.GetFrom(row))}..{through}{(table.GetSource(row).Assumed ? " assumed" : "")}";
    }

    public static string[] Rows(Table? table)
    {
        Assert.NotNull(table);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Shown(table, row))];
    }

    public static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;

    private static string Day(int day) => day == int.MinValue ? "*" : DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
