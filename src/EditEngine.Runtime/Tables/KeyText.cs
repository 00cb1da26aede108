using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Tables;

/// <summary>Keys of rows as they are printed.</summary>
internal static class KeyText
{
    /// <summary>The key of a row, as <c>20610, 99213</c>. Allocates: for explanations.</summary>
    public static string GetKeyText(this Table table, int row)
    {
        var parts = new string[table.KeyCount];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = table.Columns[i].Type switch
            {
                ColumnType.Code => Code.FromPacked(table.GetCode(row, i)).ToString(),
                ColumnType.Number => table.TryGetNumber(row, i, out Rational number) ? number.ToString() : "",
                _ => table.GetText(row, i) ?? "",
            };
        }

        return string.Join(", ", parts);
    }
}
