using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using EditEngine.Diagnostics;
using EditEngine.Files;

namespace EditEngine.Tables;

/// <summary>Brings the bytes of a table file to where look-ups read them.</summary>
internal static unsafe class TableMemory
{
    /// <summary>The bytes of a table file, or of one that stands in another file. Faults of the system are thrown.</summary>
    /// <param name="path">The file, for the problem.</param>
    /// <param name="file">Where the table stands.</param>
    /// <param name="mapping">Whether the file itself is mapped, or a copy of it as it is now.</param>
    /// <param name="copying">How the copy is made.</param>
    /// <param name="problem">Why there is no copy.</param>
    public static TableBytes? Bring(string path, FileSection file, TableMapping mapping, TableCopying copying, out Diagnostic? problem)
    {
        problem = null;
        file.Position = 0;
        bool inMemory = file.Length <= copying.MostInMemory || OperatingSystem.IsWindows(); // Windows deletes no file that is mapped.
        return mapping == TableMapping.InPlace ? MapInPlace(file)
            : inMemory ? ReadIntoMemory(file)
            : CopyToFile(path, file, copying.Folder, out problem);
    }

    private static TableBytes MapInPlace(FileSection file)
    {
        using var mapped = MemoryMappedFile.CreateFromFile(file.File, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return View(mapped.CreateViewAccessor(file.Offset, file.Length, MemoryMappedFileAccess.Read), file.Length);
    }

    private static TableBytes ReadIntoMemory(FileSection file)
    {
        byte[] image = GC.AllocateUninitializedArray<byte>((int)file.Length, pinned: true);
        file.ReadExactly(image);
        return new TableBytes(image, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(image, 0), image.Length);
    }

    private static TableBytes? CopyToFile(string path, FileSection file, string folder, out Diagnostic? problem)
    {
        problem = null;
        try
        {
            return View(PrivateFile.CopyOf(file, folder), file.Length);
        }
        catch (PrivateFileException fault)
        {
            problem = TableDiagnostics.NoPrivateCopy(path, folder, fault.Message);
            return null;
        }
    }

    // The handle is kept by the table and never released by count: its own finalizer unmaps the file once no table holds it.
    private static TableBytes View(MemoryMappedViewAccessor view, long length) =>
        new(view, (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset, length);
}
