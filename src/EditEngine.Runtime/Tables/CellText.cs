using System.Globalization;
using EditEngine.Codes;

namespace EditEngine.Tables;

/// <summary>Why a text is not a cell of its column.</summary>
internal enum CellMisfit
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not a code of the column's system.</summary>
    Code,

    /// <summary>A code that lost the zeros before it.</summary>
    LostZeros,

    /// <summary>Not a number, or one of more than eighteen digits.</summary>
    Number,

    /// <summary>Not a day.</summary>
    Date,

    /// <summary>Neither yes nor no.</summary>
    YesNo,
}

/// <summary>Reads the text of a cell, as files of rows have it.</summary>
internal static class CellText
{
    /// <summary>Reads a cell.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="text">Outer blanks are dropped; nothing left is the empty cell.</param>
    /// <param name="cell">The cell; empty where it does not fit.</param>
    public static CellMisfit Read(TableColumn column, ReadOnlySpan<char> text, out TableCell cell)
    {
        ArgumentNullException.ThrowIfNull(column);
        text = text.Trim();
        cell = default;
        return text.IsEmpty ? CellMisfit.None : column.Type switch
        {
            ColumnType.Code => ReadCode(column.System, text, out cell),
            ColumnType.Number => TryReadNumber(text, out cell) ? CellMisfit.None : CellMisfit.Number,
            ColumnType.Date => ReadDate(text, out cell),
            ColumnType.YesNo => ReadYesNo(text, out cell),
            _ => ReadText(text, out cell),
        };
    }

    /// <summary>A day written 2024-04-01 or 20240401, as day number.</summary>
    public static bool TryReadDay(ReadOnlySpan<char> text, out int day)
    {
        bool hyphens = text.Length == 10 && text[4] == '-' && text[7] == '-';
        day = 0;
        int year = 0, month = 0, dayOfMonth = 0;
        bool fits = hyphens
            ? Digits(text[..4], out year) && Digits(text[5..7], out month) && Digits(text[8..], out dayOfMonth)
            : text.Length == 8 && Digits(text[..4], out year) && Digits(text[4..6], out month) && Digits(text[6..], out dayOfMonth);
        if (!fits || year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, dayOfMonth).DayNumber;
        return true;
    }

    private static CellMisfit ReadCode(CodeSystem system, ReadOnlySpan<char> text, out TableCell cell)
    {
        cell = default;
        CodeFit fit = CodeShape.Of(system, text);
        if (fit == CodeFit.Fits)
        {
            // Types of bill stand without their leading zero.
            text = system == CodeSystem.BillType && text.Length == 4 ? text[1..] : text;
            cell = TableCell.Of(Code.From(system, text));
        }

        return fit switch { CodeFit.Fits => CellMisfit.None, CodeFit.LostZeros => CellMisfit.LostZeros, _ => CellMisfit.Code };
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out TableCell cell)
    {
        cell = default;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && TableCell.TryOf(number, out cell);
    }

    private static CellMisfit ReadDate(ReadOnlySpan<char> text, out TableCell cell)
    {
        bool fits = TryReadDay(text, out int day);
        cell = fits ? TableCell.Of(DateOnly.FromDayNumber(day)) : default;
        return fits ? CellMisfit.None : CellMisfit.Date;
    }

    private static CellMisfit ReadYesNo(ReadOnlySpan<char> text, out TableCell cell)
    {
        bool yes = text.Equals("Y", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase);
        bool no = text.Equals("N", StringComparison.OrdinalIgnoreCase) || text.Equals("no", StringComparison.OrdinalIgnoreCase);
        cell = yes || no ? TableCell.Of(yes) : default;
        return yes || no ? CellMisfit.None : CellMisfit.YesNo;
    }

    private static CellMisfit ReadText(ReadOnlySpan<char> text, out TableCell cell)
    {
        cell = TableCell.Of(new string(text));
        return CellMisfit.None;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
