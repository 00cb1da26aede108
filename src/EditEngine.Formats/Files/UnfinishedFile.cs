using System.Security.Cryptography;
using System.Text;

namespace EditEngine.Formats.Files;

/// <summary>A file that is written beside another and takes its place once it is whole. While it is open, no other run can have it.</summary>
/// <remarks>
/// Its name follows from the file's, so that two runs into one file meet here. The lock on it ends with its process, however that ends: a file without
/// a lock is what a dead run left, and is removed by the next.
/// </remarks>
internal sealed class UnfinishedFile : IDisposable
{
    /// <summary>The end of the names of such files; they begin with a dot.</summary>
    public const string Ending = ".edits-unfinished";

    private const int MostTries = 100;
    private const int LongestName = 255;
    private const int FileExists = 17; // EEXIST
    private const int FileExistsOnWindows = unchecked((int)0x80070050);

    private readonly string _path;
    private readonly string _target;
    private bool _isGone;

    private UnfinishedFile(string path, string target, FileStream stream)
    {
        _path = path;
        _target = target;
        Stream = stream;
    }

    /// <summary>What is written; can be read and wound back. Not buffered.</summary>
    public FileStream Stream { get; }

    /// <summary>Whether a file of this name is taken for one.</summary>
    public static bool IsName(string file) => file.StartsWith('.') && file.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Begins a file with the owner and the mode of the one it will replace; null where another run is at it.</summary>
    /// <param name="target">An ordinary file, or none yet, in a folder that is there.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static UnfinishedFile? Begin(string target)
    {
        FileStatus? old = FileStatus.Of(target);
        if (old is not null)
        {
            // A file that may not be written is not replaced either, though its folder would allow it.
            File.OpenHandle(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }

        string path = PathBeside(target);
        RemoveDead(Path.GetDirectoryName(path) ?? ".", path);
        if (Create(path, old is not null) is not FileStream stream)
        {
            return null;
        }

        UnfinishedFile file = new(path, target, stream);
        try
        {
            file.Adopt(old);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    /// <summary>Makes sure that what was written lies on the disk.</summary>
    /// <exception cref="IOException">It does not.</exception>
    public void Settle() => Stream.Flush(flushToDisk: true);

    /// <summary>Puts the file in its place: whoever opens that sees the old one or the new one, never a part.</summary>
    /// <exception cref="IOException">The old one is still there.</exception>
    public void Replace()
    {
        if (OperatingSystem.IsWindows())
        {
            Stream.Dispose(); // An open file cannot be renamed there.
        }

        File.Move(_path, _target, overwrite: true);
        _isGone = true;
        Stream.Dispose();
    }

    /// <summary>Removes the file where it did not take its place.</summary>
    public void Dispose()
    {
        if (_isGone)
        {
            return;
        }

        _isGone = true;
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Stream.Dispose();
            }

            File.Delete(_path); // under the lock: another run cannot have begun one of this name
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next run tries again.
        }
        finally
        {
            Stream.Dispose();
        }
    }

    private static string PathBeside(string target)
    {
        string name = $".{Path.GetFileName(target)}{Ending}";
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            name = $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}{Ending}";
        }

        return Path.Combine(Path.GetDirectoryName(target) ?? ".", name);
    }

    private static FileStream? Create(string path, bool replaces)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (replaces && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // nobody reads what the old file would not have shown them
        }

        for (int tries = 0; tries < MostTries; tries++)
        {
            try
            {
                FileStream stream = new BoundedFile(path, options);
                if (IsAt(path, stream))
                {
                    return stream;
                }

                stream.Dispose();
            }
            catch (IOException fault) when (SaysThere(fault) || File.Exists(path))
            {
                if (!TryRemoveDead(path))
                {
                    return null;
                }
            }
        }

        return null;
    }

    // It may be gone again by now: its run has ended in between.
    private static bool SaysThere(IOException fault) => fault.HResult is FileExists or FileExistsOnWindows;

    private void Adopt(FileStatus? old)
    {
        if (old is null || OperatingSystem.IsWindows())
        {
            return;
        }

        if (OperatingSystem.IsLinux() && FileStatus.Of(Stream.SafeFileHandle) is FileStatus made && (made.Owner, made.Group) != (old.Owner, old.Group)
            && !LinuxFiles.TryGive(Stream.SafeFileHandle, old.Owner, old.Group))
        {
            throw new UnauthorizedAccessException("it belongs to another user, and would not if it were written anew.");
        }

        File.SetUnixFileMode(Stream.SafeFileHandle, old.Mode);
    }

    private static void RemoveDead(string folder, string except)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*" + Ending).Where(path => path != except))
            {
                TryRemoveDead(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that can be written but not listed.
        }
    }

    /// <returns>False where a run holds it, or where it is none of ours.</returns>
    private static bool TryRemoveDead(string path)
    {
        if (!IsName(Path.GetFileName(path)) || new FileInfo(path).LinkTarget is not null || FileStatus.Of(path) is { IsOrdinary: false })
        {
            return false;
        }

        try
        {
            using FileStream held = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            if (OperatingSystem.IsWindows())
            {
                held.Dispose(); // An open file cannot be removed there.
            }

            if (OperatingSystem.IsWindows() || IsAt(path, held))
            {
                File.Delete(path);
            }

            return true;
        }
        catch (FileNotFoundException)
        {
            return true; // its run has ended in between
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A file that says of a bound on its length what it says of a full disk.</summary>
    private sealed class BoundedFile(string path, FileStreamOptions options) : FileStream(path, options)
    {
        // Of a class that derives from the framework's, all other ways to write lead here.
        public override void Write(byte[] buffer, int offset, int count)
        {
            try
            {
                base.Write(buffer, offset, count);
            }
            catch (ArgumentOutOfRangeException fault)
            {
                throw new IOException("the file is longer than it may be there.", fault);
            }
        }
    }

    // Between its opening and its lock, another run may have put a file in its place, or removed it.
    private static bool IsAt(string path, FileStream stream) =>
        !OperatingSystem.IsLinux() || FileStatus.Of(stream.SafeFileHandle)?.Identity == FileStatus.Of(path)?.Identity;
}
