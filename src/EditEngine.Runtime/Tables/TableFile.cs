using System.IO.MemoryMappedFiles;
using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>Writes tables to <c>.table</c> files and maps such files into memory.</summary>
/// <remarks>The pages of a mapped file are shared by all processes and packs that use it. Replace a file by writing a new one; never change one in place.</remarks>
public static class TableFile
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
        string unfinished = path + ".unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            Write(table, stream);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Maps a table file. Milliseconds, however long it is: its checksum is checked, its content hash is not (<see cref="Verify"/>).</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why there is no table; null where there is one.</param>
    public static Table? Open(string path, out Diagnostic? problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        MemoryMappedViewAccessor? view = null;
        Table? table = null;
        try
        {
            long length = new FileInfo(path).Length;
            if (length < TableImage.HeaderLength)
            {
                problem = TableDiagnostics.NotATable(path);
                return null;
            }

            using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            table = View(path, view, length, out problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = TableDiagnostics.CannotOpen(path, exception.Message);
        }
        finally
        {
            if (table is null)
            {
                view?.Dispose();
            }
        }

        return table;
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

    private static unsafe Table? View(string path, MemoryMappedViewAccessor view, long length, out Diagnostic? problem)
    {
        // The handle is kept by the table and never released by count: its own finalizer unmaps the file once no table holds it.
        byte* image = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
        var header = new ReadOnlySpan<byte>(image, TableImage.HeaderLength);
        if (!TableImage.HasMagic(header))
        {
            problem = TableDiagnostics.NotATable(path);
        }
        else if (TableImage.VersionOf(header) != TableImage.Version)
        {
            problem = TableDiagnostics.OtherVersion(path, TableImage.VersionOf(header));
        }
        else if (TableImage.LengthOf(header) != (ulong)length || length > int.MaxValue)
        {
            problem = TableDiagnostics.CutOff(path, length, TableImage.LengthOf(header));
        }
        else if (TableImage.Checksum(new ReadOnlySpan<byte>(image, (int)length)) != TableImage.ChecksumOf(header))
        {
            problem = TableDiagnostics.Damaged(path, "its checksum is another");
        }
        else
        {
            return Read(path, view, image, length, out problem);
        }

        return null;
    }

    private static unsafe Table? Read(string path, MemoryMappedViewAccessor view, byte* image, long length, out Diagnostic? problem)
    {
        try
        {
            problem = null;
            return new Table(view, image, length);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or OverflowException or InvalidDataException)
        {
            problem = TableDiagnostics.Damaged(path, exception.Message);
            return null;
        }
    }
}
