using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace EditEngine.Formats.Files;

/// <summary>What the framework does not say of a file: which it is, whether it is ordinary, whose it is.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxFiles
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int OfTheDescriptor = 0x1000; // AT_EMPTY_PATH
    private const uint BasicStatus = 0x7FF; // STATX_BASIC_STATS
    private const int KindMask = 0xF000;
    private const int Folder = 0x4000;
    private const int Ordinary = 0x8000;
    private const int CharacterDevice = 0x2000;
    private const int BlockDevice = 0x6000;
    private const int ModeMask = 0xFFF;
    private const int LongestPath = 4096;

    /// <summary>Links are followed. Null where there is nothing.</summary>
    public static FileStatus? StatusOf(string path) =>
        Statx(CurrentFolder, Bytes(path), 0, BasicStatus, out Status status) == 0 ? FromNative(status) : null;

    /// <summary>Null where the descriptor is closed.</summary>
    public static FileStatus? StatusOf(int descriptor) =>
        Statx(descriptor, [0], OfTheDescriptor, BasicStatus, out Status status) == 0 ? FromNative(status) : null;

    /// <summary>The path without links and dots; null where it does not lead to anything.</summary>
    public static string? RealPath(string path)
    {
        byte[] real = new byte[LongestPath];
        return RealPath(Bytes(path), real) == 0 ? null : Encoding.UTF8.GetString(real.AsSpan(0, Array.IndexOf(real, (byte)0)));
    }

    /// <summary>Gives a file to an owner and a group.</summary>
    /// <returns>False where this user may not.</returns>
    public static bool TryGive(SafeFileHandle file, uint owner, uint group) => Chown(file, owner, group) == 0;

    private static byte[] Bytes(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    private static FileStatus FromNative(Status status)
    {
        int kind = status.Mode & KindMask;
        string identity = string.Create(CultureInfo.InvariantCulture, $"{status.DeviceMajor}:{status.DeviceMinor}:{status.Inode}");
        return new FileStatus(identity, kind == Folder, kind == Ordinary, kind is CharacterDevice or BlockDevice, status.Owner, status.Group, (UnixFileMode)(status.Mode & ModeMask));
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Statx(int folder, byte[] path, int flags, uint wanted, out Status status);

    [DllImport("libc", EntryPoint = "realpath", SetLastError = true)]
    private static extern nint RealPath(byte[] path, [Out] byte[] real);

    [DllImport("libc", EntryPoint = "fchown", SetLastError = true)]
    private static extern int Chown(SafeFileHandle file, uint owner, uint group);

    /// <summary><c>struct statx</c>: the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(20)]
        public readonly uint Owner;

        [FieldOffset(24)]
        public readonly uint Group;

        [FieldOffset(28)]
        public readonly ushort Mode;

        [FieldOffset(32)]
        public readonly ulong Inode;

        [FieldOffset(136)]
        public readonly uint DeviceMajor;

        [FieldOffset(140)]
        public readonly uint DeviceMinor;
    }
}
