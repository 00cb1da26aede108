using System.Runtime.InteropServices;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>Writes to a stream that the process was started with, and says what the framework's own stream keeps quiet: that its reader is gone.</summary>
/// <remarks>It writes where the stream is: one log of both standard streams, or one that is appended to, stays in order. It stays open when this is disposed.</remarks>
internal sealed class DescriptorStream(int descriptor) : Stream
{
    private const int FlagsOfDescriptor = 1; // F_GETFD
    private const int ClosedByExec = 1; // FD_CLOEXEC
    private const int Interrupted = 4; // EINTR
    private const int ReaderGone = 32; // EPIPE
    private const int NotNow = 11; // EAGAIN on Linux
    private const int NotNowElsewhere = 35; // EAGAIN on BSD

    private readonly bool _isGiven = IsGiven(descriptor);

    /// <summary>Its number.</summary>
    public int Descriptor => descriptor;

    /// <summary>Whether the process was started with a stream of this number.</summary>
    /// <remarks>
    /// Where it was closed (<c>edits run pack - &lt;&amp;-</c>), the framework's own pipes and files get its number: a read would wait for ever, and what is written would be lost.
    /// All that the framework opens is closed by exec; what a process is started with is not.
    /// </remarks>
    public static bool IsGiven(int descriptor) => FlagsOf(descriptor, FlagsOfDescriptor) is int flags and >= 0 && (flags & ClosedByExec) == 0;

    /// <summary>What a stream is that the process was started with; null where it was started without, or where the system cannot say it.</summary>
    public static FileStatus? StatusOf(int descriptor) => OperatingSystem.IsLinux() && IsGiven(descriptor) ? FileStatus.OfDescriptor(descriptor) : null;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The disk is full, the reader is gone, the terminal is closed.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (!_isGiven)
        {
            throw new IOException("it is closed.");
        }

        for (int end = offset + count; offset < end;)
        {
            ref byte first = ref buffer[offset];
            nint written = WriteTo(descriptor, ref first, (nuint)(end - offset));
            if (written >= 0)
            {
                offset += (int)written;
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case NotNow or NotNowElsewhere:
                    WrittenPipe.WaitUntilReady(descriptor);
                    break;
                case ReaderGone:
                    throw new IOException("its reader is gone.");
                case int error:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error) + ".");
            }
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int FlagsOf(int descriptor, int command);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteTo(int descriptor, ref byte bytes, nuint count);
}
