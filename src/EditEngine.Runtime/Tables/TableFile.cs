using EditEngine.Diagnostics;
using EditEngine.Files;

namespace EditEngine.Tables;

/// <summary>Writes tables to <c>.table</c> files and opens such files.</summary>
/// <remarks>
/// A file is copied, checked and then left alone: what is written to it later changes no table. Files of the same content share one table in the process.
/// </remarks>
internal static class TableFile
{
    /// <summary>Writes a table.</summary>
    public static void Write(Table table, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stream);
        table.WriteTo(stream);
    }

    /// <summary>Writes a table to a file beside <paramref name="path"/> and then puts it in its place, so that no one maps half of it.</summary>
    public static void Write(Table table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        WholeFile.Write(path, stream => Write(table, stream));
    }

    /// <summary>Opens a table file as a private copy.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why there is no table; null where there is one.</param>
    public static Table? Open(string path, out Diagnostic? problem) => Open(path, TableMapping.PrivateCopy, out problem);

    /// <summary>Opens a table file. It is read as a whole: its checksum and every reference in it are checked, its content hash is not (<see cref="Verify"/>).</summary>
    /// <param name="path">An ordinary file.</param>
    /// <param name="mapping">Whether the file itself is mapped, or a copy.</param>
    /// <param name="problem">Why there is no table; null where there is one.</param>
    public static Table? Open(string path, TableMapping mapping, out Diagnostic? problem) => Open(path, mapping, TableCopying.Usual, out problem);

    internal static Table? Open(string path, TableMapping mapping, TableCopying copying, out Diagnostic? problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream file = OrdinaryFile.Open(path);
            return Open(path, new FileSection(file, 0, file.Length), mapping, copying, out problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = TableDiagnostics.CannotOpen(path, exception.Message);
            return null;
        }
    }

    private static Table? Open(string path, FileSection section, TableMapping mapping, TableCopying copying, out Diagnostic? problem)
    {
        if (mapping == TableMapping.PrivateCopy && Held(section) is Table held)
        {
            problem = null;
            return held;
        }

        Span<byte> header = stackalloc byte[TableImage.HeaderLength];
        problem = section.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            ? TableDiagnostics.NotATable(path)
            : TableHeader.ProblemOf(path, header, section.Length);
        if (problem is not null || TableMemory.Bring(path, section, mapping, copying, out problem) is not TableBytes bytes)
        {
            return null;
        }

        if (bytes.ToTable(path, out problem) is not Table table)
        {
            bytes.Release();
            return null;
        }

        return mapping == TableMapping.PrivateCopy ? SharedTables.Share(table) : table;
    }

    /// <summary>The table of a section that the process holds already; null where it holds none.</summary>
    internal static Table? Held(FileSection section)
    {
        Span<byte> header = stackalloc byte[TableImage.HeaderLength];
        Table? held = section.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length ? null : SharedTables.Find(header, section);
        section.Position = 0;
        return held;
    }

    /// <summary>Computes the content hash again, over every row.</summary>
    /// <returns>Null where it is what the table says, else what is wrong.</returns>
    public static Diagnostic? Verify(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        try
        {
            bool same = Convert.ToHexStringLower(TableHash.Of(table)) == table.ContentHash;
            return same ? null : TableDiagnostics.Damaged(table.Name, "its content hash is another");
        }
        catch (ArgumentOutOfRangeException)
        {
            return TableDiagnostics.Damaged(table.Name, "a row refers to what is not there");
        }
    }
}
