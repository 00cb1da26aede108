using EditEngine.Codes;

namespace EditEngine.Tables;

/// <summary>One cell on its way into a table. <c>default</c> is the empty cell of any column.</summary>
internal readonly struct TableCell
{
    internal const int MaxScale = 18;

    private const long Limit = 1_000_000_000_000_000_000;

    private readonly bool _filled;

    private TableCell(ColumnType type, ulong bits, int scale = 0, string? text = null)
    {
        _filled = true;
        Type = type;
        Bits = bits;
        Scale = scale;
        Text = text;
    }

    /// <summary>The cell holds nothing.</summary>
    public bool IsEmpty => !_filled;

    internal ColumnType Type { get; }

    internal ulong Bits { get; }

    internal int Scale { get; }

    internal string? Text { get; }

    /// <summary>A code; a missing code gives the empty cell.</summary>
    public static TableCell Of(Code code) =>
        code.IsMissing ? default : new TableCell(ColumnType.Code, code.Packed, 0, code.Odd);

    /// <summary>A text; null and the empty text give the empty cell.</summary>
    public static TableCell Of(string? text) => string.IsNullOrEmpty(text) ? default : new TableCell(ColumnType.Text, 0, 0, text);

    /// <summary>A whole number of at most eighteen digits.</summary>
    public static TableCell Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Limit);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(number, -Limit);
        return new TableCell(ColumnType.Number, (ulong)number);
    }

    /// <summary>A day.</summary>
    public static TableCell Of(DateOnly day) => new(ColumnType.Date, (ulong)day.DayNumber);

    /// <summary>Yes or no.</summary>
    public static TableCell Of(bool yes) => new(ColumnType.YesNo, yes ? 1UL : 0UL);

    /// <summary>A decimal number, kept exactly.</summary>
    /// <returns>False where it has more than eighteen digits.</returns>
    public static bool TryOf(decimal number, out TableCell cell)
    {
        number /= 1.000000000000000000000000000000000m; // drops trailing zeros of the scale
        int scale = number.Scale;
        decimal digits = number;
        for (int i = 0; i < scale && i <= MaxScale; i++)
        {
            digits *= 10m;
        }

        bool fits = scale <= MaxScale && decimal.Abs(digits) < Limit;
        cell = fits ? new TableCell(ColumnType.Number, (ulong)(long)digits, scale) : default;
        return fits;
    }
}
