namespace EditEngine.Tables;

/// <summary>What of a table file is used after it was opened.</summary>
public enum TableMapping
{
    /// <summary>
    /// A copy of the process's own: in memory, or for a long file in an unlinked file of the temporary folder. Whatever happens to the file afterwards, the table stays what it was.
    /// </summary>
    PrivateCopy,

    /// <summary>
    /// The file itself. Only for files that are replaced by renaming another to their name, as <c>edits import</c> does: one that is changed in place gives wrong rows,
    /// and one that is cut ends the process.
    /// </summary>
    InPlace,
}
