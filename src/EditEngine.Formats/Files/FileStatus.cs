using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace EditEngine.Formats.Files;

/// <summary>What a path leads to, links followed.</summary>
/// <param name="Identity">The same for two paths exactly where both lead to one file: device and inode on Linux, elsewhere the full path.</param>
/// <param name="IsFolder">A folder.</param>
/// <param name="IsOrdinary">A file of bytes on a disk: no folder, pipe, device, socket or terminal.</param>
/// <param name="IsDevice">A device, as <c>/dev/null</c> or a terminal: several may write to it.</param>
/// <param name="Owner">Number of its owner; 0 where there are none.</param>
/// <param name="Group">Number of its group; 0 where there are none.</param>
/// <param name="Mode">Who may do what; none where there are no modes.</param>
internal sealed record FileStatus(string Identity, bool IsFolder, bool IsOrdinary, bool IsDevice, uint Owner, uint Group, UnixFileMode Mode)
{
    /// <summary>The status of what a path leads to; null where there is nothing, or where it may not be looked at.</summary>
    public static FileStatus? Of(string path) => OperatingSystem.IsLinux() ? LinuxFiles.StatusOf(path) : OfPath(path);

    /// <summary>The status of an open file; null where the system cannot say it.</summary>
    public static FileStatus? Of(SafeFileHandle file) => OperatingSystem.IsLinux() ? LinuxFiles.StatusOf(file.DangerousGetHandle().ToInt32()) : null;

    /// <summary>The status of a descriptor, 0 to 2 being the standard streams; null where it is closed, or where the system has none.</summary>
    public static FileStatus? OfDescriptor(int descriptor) => OperatingSystem.IsLinux() ? LinuxFiles.StatusOf(descriptor) : null;

    private static FileStatus? OfPath(string path)
    {
        FileInfo file = new(path);
        FileSystemInfo end = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        bool isFolder = Directory.Exists(end.FullName);
        if (!isFolder && !File.Exists(end.FullName))
        {
            return null;
        }

        // INVARIANT: names differ in case only for one file on the systems that come here.
        string identity = end.FullName.ToUpper(CultureInfo.InvariantCulture);
        UnixFileMode mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(end.FullName);
        bool isDevice = end.Attributes.HasFlag(FileAttributes.Device);
        return new FileStatus(identity, isFolder, !isFolder && !isDevice, isDevice, 0, 0, mode);
    }
}
