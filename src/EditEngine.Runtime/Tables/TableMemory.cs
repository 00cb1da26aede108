using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using EditEngine.Diagnostics;
using EditEngine.Files;

namespace EditEngine.Tables;

/// <summary>Brings the bytes of a table file to where look-ups read them, and checks them there.</summary>
internal static unsafe class TableMemory
{
    /// <summary>The table of a file's bytes as they are now; the one that the process has already, where there is one.</summary>
    public static Table? Copy(string path, FileSection file, ReadOnlySpan<byte> header, TableCopying copying, out Diagnostic? problem)
    {
        problem = null;
        if (SharedTables.Find(header, file) is Table shared)
        {
            return shared;
        }

        file.Position = 0;
        bool inMemory = file.Length <= copying.MostInMemory || OperatingSystem.IsWindows(); // Windows deletes no file that is mapped.
        Table? table = inMemory ? ReadIntoMemory(path, file, out problem) : CopyToFile(path, file, copying.Folder, out problem);
        return table is null ? null : SharedTables.Share(table);
    }

    /// <summary>The table of the file itself.</summary>
    public static Table? MapInPlace(string path, FileSection file, out Diagnostic? problem)
    {
        using var mapped = MemoryMappedFile.CreateFromFile(file.File, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return View(path, mapped.CreateViewAccessor(file.Offset, file.Length, MemoryMappedFileAccess.Read), file.Length, out problem);
    }

    private static Table? ReadIntoMemory(string path, FileSection file, out Diagnostic? problem)
    {
        byte[] image = GC.AllocateUninitializedArray<byte>((int)file.Length, pinned: true);
        file.ReadExactly(image);
        return Read(path, image, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(image, 0), image.Length, out problem);
    }

    private static Table? CopyToFile(string path, FileSection file, string folder, out Diagnostic? problem)
    {
        MemoryMappedViewAccessor view;
        try
        {
            view = PrivateFile.CopyOf(file, folder);
        }
        catch (PrivateFileException fault)
        {
            problem = TableDiagnostics.NoPrivateCopy(path, folder, fault.Message);
            return null;
        }

        return View(path, view, file.Length, out problem);
    }

    private static Table? View(string path, MemoryMappedViewAccessor view, long length, out Diagnostic? problem)
    {
        // The handle is kept by the table and never released by count: its own finalizer unmaps the file once no table holds it.
        byte* image = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
        Table? table = Read(path, view, image, length, out problem);
        if (table is null)
        {
            view.Dispose();
        }

        return table;
    }

    private static Table? Read(string path, object owner, byte* image, long length, out Diagnostic? problem)
    {
        var header = new ReadOnlySpan<byte>(image, TableImage.HeaderLength);
        problem = TableHeader.ProblemOf(path, header, length);
        if (problem is null && TableImage.Checksum(new ReadOnlySpan<byte>(image, (int)length)) != TableImage.ChecksumOf(header))
        {
            problem = TableDiagnostics.Damaged(path, "its checksum is another");
        }

        if (problem is not null)
        {
            return null;
        }

        try
        {
            return new Table(owner, image, length);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or OverflowException or InvalidDataException)
        {
            problem = TableDiagnostics.Damaged(path, exception.Message);
            return null;
        }
    }
}
