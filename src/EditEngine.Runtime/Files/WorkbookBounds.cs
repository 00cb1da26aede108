using System.Globalization;

namespace EditEngine.Files;

/// <summary>Counts what is read of a workbook. Eight kilobytes can say that they have seventeen billion cells.</summary>
internal sealed class WorkbookBounds
{
    /// <summary>The most sheets.</summary>
    public const int MostSheets = 256;

    /// <summary>The most rows × columns, blank ones too, of all sheets read. The pair edits have seven columns and a million rows at most.</summary>
    public const long MostCells = 1L << 24;

    /// <summary>The most text of all cells, in characters: one long text may be shared by all of them.</summary>
    public const long MostText = 1L << 28;

    private long _cells;
    private long _text;

    /// <exception cref="TooLargeException">There are more sheets than are read.</exception>
    public WorkbookBounds(int sheets)
    {
        if (sheets > MostSheets)
        {
            throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"The workbook has {sheets:#,0} sheets, more than {MostSheets}."));
        }
    }

    /// <exception cref="TooLargeException">There are more cells than are read.</exception>
    public void Take(int row, int columns)
    {
        // A blank row of a sheet without columns takes time as well.
        _cells += Math.Max(1, columns);
        if (_cells > MostCells)
        {
            throw new TooLargeException(string.Create(
                CultureInfo.InvariantCulture, $"The workbook has more than {MostCells:#,0} cells, blank ones counted: row {row:#,0} of {columns:#,0} columns is one too many."));
        }
    }

    /// <exception cref="TooLargeException">There is more text than is read.</exception>
    public void TakeText(int length)
    {
        _text += length;
        if (_text > MostText)
        {
            throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"The cells of the workbook have more than {MostText:#,0} characters."));
        }
    }
}
