namespace EditEngine.Formats.Cms;

/// <summary>One row of a file, whatever its form: text with separators, text of fixed width, or a sheet of a workbook.</summary>
/// <param name="Sheet">Which sheet, from 0; 0 for text.</param>
/// <param name="Line">Line of the text or row of the sheet, from 1; 0 for the titles of a form without a header.</param>
/// <param name="Cells">As seen, outer blanks kept.</param>
internal readonly record struct SheetRow(int Sheet, long Line, string[] Cells)
{
    /// <summary>True where it says nothing. A lone control-Z ends texts written for DOS.</summary>
    public bool IsBlank => Array.TrueForAll(Cells, cell => string.IsNullOrWhiteSpace(cell) || cell.Trim() == "\u001A");
}
