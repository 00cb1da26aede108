using System.Runtime.InteropServices;

namespace EditEngine.Cli.Outputs;

/// <summary>Writes to a stream that the process was started with, and says what the framework's own stream keeps quiet: that its reader is gone.</summary>
/// <remarks>It writes where the stream is: one log of both standard streams, or one that is appended to, stays in order. It stays open when this is disposed.</remarks>
internal sealed class DescriptorStream(int descriptor) : Stream
{
    private const int Interrupted = 4; // EINTR
    private const int ReaderGone = 32; // EPIPE
    private const int NotNow = 11; // EAGAIN on Linux
    private const int NotNowElsewhere = 35; // EAGAIN on BSD

    /// <summary>Its number.</summary>
    public int Descriptor => descriptor;

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

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteTo(int descriptor, ref byte bytes, nuint count);
}
