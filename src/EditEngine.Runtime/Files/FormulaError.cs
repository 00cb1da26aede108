namespace EditEngine.Files;

/// <summary>What a cell of a workbook shows where its formula came to nothing, as <c>#N/A</c>; a CSV file that was saved of it has the same text.</summary>
internal static class FormulaError
{
    private static readonly string[] All = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#ERROR!"];

    /// <summary>Whether a cell shows an error.</summary>
    public static bool Is(ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> text = cell.Trim();
        if (text.IsEmpty || text[0] != '#')
        {
            return false;
        }

        foreach (string known in All)
        {
            if (text.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
