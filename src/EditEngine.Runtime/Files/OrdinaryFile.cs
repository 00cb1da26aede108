using System.Globalization;

namespace EditEngine.Files;

/// <summary>Opens files that have content of their own. Anything else (a pipe, a device) is told and never opened: opening it could wait for ever.</summary>
internal static class OrdinaryFile
{
    /// <summary>What a path leads to; nothing is opened.</summary>
    public static FileKind KindOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (NativeFileKind.TryKindOf(path, out FileKind kind))
        {
            return kind;
        }

        return Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.Ordinary : FileKind.Missing;
    }

    /// <summary>Opens an ordinary file to read it from start to end.</summary>
    /// <exception cref="IOException">It is none, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        FileKind kind = KindOf(path);
        if (kind is not (FileKind.Ordinary or FileKind.Missing))
        {
            throw new IOException($"it is {Describe(kind)} and no ordinary file.");
        }

        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
        if (!stream.CanSeek)
        {
            stream.Dispose();
            throw new IOException("it is no ordinary file.");
        }

        return stream;
    }

    /// <summary>All bytes of an ordinary file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="IOException">It is no ordinary file, cannot be read or is longer.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadAll(string path, int most)
    {
        using FileStream stream = Open(path);
        long length = stream.Length;
        if (length > most)
        {
            throw TooLong(length, most);
        }

        byte[] bytes = new byte[length];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

        // It may grow while it is read; a file that the system makes up says no length at all.
        if (stream.ReadByte() >= 0)
        {
            throw new IOException("it changed while it was read.");
        }

        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>A kind in words, with its article.</summary>
    public static string Describe(FileKind kind) => kind switch
    {
        FileKind.Ordinary => "a file",
        FileKind.Folder => "a folder",
        FileKind.Pipe => "a pipe",
        FileKind.Socket => "a socket",
        FileKind.Device => "a device",
        _ => "missing",
    };

    private static IOException TooLong(long length, int most) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it has {length:#,0} bytes; at most {most:#,0} are read."));
}
