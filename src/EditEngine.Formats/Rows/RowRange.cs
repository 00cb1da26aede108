namespace EditEngine.Formats.Rows;

/// <summary>Rows of a table that belong to one owner.</summary>
/// <param name="First">The number of the first; 0: the list was not given. One that was given and is empty has another number.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct RowRange(int First, int Count)
{
    /// <summary>A list that was given and has no rows.</summary>
    public static RowRange Empty => new(1, 0);

    /// <summary>True where there was none.</summary>
    public bool IsMissing => First == 0;
}

/// <summary>A text: a range of its batch's bytes, which are UTF-8.</summary>
/// <param name="Start">Where it begins; 0: it was not given.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct RowText(int Start, int Length)
{
    /// <summary>True where there was none.</summary>
    public bool IsMissing => Start == 0;
}
