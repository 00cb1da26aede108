using System.Runtime.InteropServices;

namespace EditEngine.Files;

/// <summary>Asks the system what a path leads to. The framework tells a pipe from a file only by opening it, which waits for a writer.</summary>
internal static partial class NativeFileKind
{
    // The layout of statx is the same on all processors; stat's is not.
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;
    private const int LinuxModeAt = 28;

    // Of both processors that macOS runs on: the mode follows a device number of four bytes.
    private const int MacModeAt = 4;

    private const int NoSuchEntry = 2;
    private const int NoFolder = 20;
    private const int Size = 512;

    /// <summary>False where the system cannot be asked.</summary>
    public static bool TryKindOf(string path, out FileKind kind)
    {
        kind = FileKind.Missing;
        if (path.Contains('\0', StringComparison.Ordinal) || !(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()))
        {
            return false;
        }

        try
        {
            Span<byte> status = stackalloc byte[Size];
            int result = Ask(path, status, out int modeAt);
            if (result != 0)
            {
                return Marshal.GetLastPInvokeError() is NoSuchEntry or NoFolder;
            }

            kind = KindOf(BitConverter.ToUInt16(status[modeAt..]) & 0xF000);
            return true;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static FileKind KindOf(int type) => type switch
    {
        0x8000 => FileKind.Ordinary,
        0x4000 => FileKind.Folder,
        0x1000 => FileKind.Pipe,
        0xC000 => FileKind.Socket,
        _ => FileKind.Device,
    };

    private static int Ask(string path, Span<byte> status, out int modeAt)
    {
        modeAt = OperatingSystem.IsLinux() ? LinuxModeAt : MacModeAt;
        return OperatingSystem.IsLinux() ? LinuxStatus(CurrentFolder, path, 0, TypeWanted, status)
            : RuntimeInformation.ProcessArchitecture == Architecture.X64 ? MacStatusOfIntel(path, status)
            : MacStatus(path, status);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int LinuxStatus(int folder, string path, int flags, uint wanted, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MacStatus(string path, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MacStatusOfIntel(string path, Span<byte> status);
}
