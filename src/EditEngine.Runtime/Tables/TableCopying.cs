namespace EditEngine.Tables;

/// <summary>Where the private copy of a table file is made.</summary>
/// <param name="MostInMemory">The longest file, in bytes, that is read into memory; a longer one is copied into an unlinked file, whose pages the system may drop and read again.</param>
/// <param name="Folder">The folder of the unlinked files.</param>
internal sealed record TableCopying(int MostInMemory, string Folder)
{
    /// <summary>Files up to 32 MiB into memory, longer ones into the temporary folder (TMPDIR).</summary>
    public static TableCopying Usual => new(32 << 20, Path.GetTempPath());
}
