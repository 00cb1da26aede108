using System.IO.MemoryMappedFiles;

namespace EditEngine.Tables;

/// <summary>The temporary folder takes no copy.</summary>
internal sealed class PrivateFileException(string message, Exception cause) : IOException(message, cause);

/// <summary>A file that only this process can reach: readable by its owner alone, and deleted as soon as it is open.</summary>
internal static class PrivateFile
{
    private const int Chunk = 1 << 20;

    /// <summary>Copies a stream from where it is, and maps the copy.</summary>
    /// <param name="source">Read to its end.</param>
    /// <param name="folder">Where the copy is made.</param>
    /// <exception cref="PrivateFileException">The copy cannot be made.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public static MemoryMappedViewAccessor CopyOf(Stream source, string folder)
    {
        long length = source.Length;
        using FileStream copy = Made(() => Create(folder, length));
        byte[] buffer = new byte[Chunk];
        for (long left = length; left > 0;)
        {
            int read = source.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
            {
                throw new EndOfStreamException("the file was cut while it was read.");
            }

            Made(() => copy.Write(buffer, 0, read));
            left -= read;
        }

        return Made(() =>
        {
            copy.Flush();
            using var mapped = MemoryMappedFile.CreateFromFile(copy, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            return mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        });
    }

    private static FileStream Create(string folder, long length)
    {
        string path = Path.Combine(folder, "edits-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
            PreallocationSize = length, // a full disk is told here
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        FileStream copy = new(path, options);
        try
        {
            File.Delete(path);
        }
        catch
        {
            copy.Dispose();
            throw;
        }

        return copy;
    }

    private static void Made(Action step) => Made(() =>
    {
        step();
        return true;
    });

    private static T Made<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PrivateFileException(fault.Message, fault);
        }
    }
}
