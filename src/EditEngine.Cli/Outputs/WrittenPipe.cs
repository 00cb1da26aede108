using System.Runtime.InteropServices;
using EditEngine.Formats.Files;
using Microsoft.Win32.SafeHandles;

namespace EditEngine.Cli.Outputs;

/// <summary>Looks at the reading end of a pipe that is written to: a run that waits for its next claim would not find out for hours that no one reads.</summary>
internal sealed class WrittenPipe : IDisposable
{
    private const short ForWriting = 4; // POLLOUT
    private const short Gone = 8 | 16; // POLLERR, POLLHUP
    private const int Ever = -1;
    private const int BetweenLooks = 100;

    private readonly Action _onGone;
    private readonly SafeFileHandle _pipe;
    private readonly Thread _thread;
    private volatile bool _isDisposed;

    private WrittenPipe(SafeFileHandle pipe, Action onGone)
    {
        _pipe = pipe;
        _onGone = onGone;
        _thread = new Thread(Look) { IsBackground = true, Name = "reader of the results" };
        _thread.Start();
    }

    /// <summary>Calls once when the reader of a stream goes away; null where the stream is no pipe.</summary>
    public static WrittenPipe? Watch(Stream stream, Action onGone)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        SafeFileHandle? handle = stream switch
        {
            DescriptorStream open => new SafeFileHandle(open.Descriptor, ownsHandle: false),
            FileStream file => file.SafeFileHandle,
            _ => null,
        };
        return handle is not null && FileStatus.Of(handle) is { IsOrdinary: false, IsDevice: false } ? new WrittenPipe(handle, onGone) : null;
    }

    /// <summary>Waits until a descriptor that does not wait by itself takes more.</summary>
    public static void WaitUntilReady(int descriptor)
    {
        Wanted wanted = new() { Descriptor = descriptor, Events = ForWriting };
        _ = Poll(ref wanted, 1, Ever);
    }

    /// <summary>Looks no more.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _thread.Join();
    }

    private void Look()
    {
        while (!_isDisposed)
        {
            Wanted wanted = new() { Descriptor = _pipe.DangerousGetHandle().ToInt32() };
            if (Poll(ref wanted, 1, BetweenLooks) > 0 && (wanted.Found & Gone) != 0)
            {
                _onGone();
                return;
            }
        }
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll(ref Wanted wanted, nuint count, int milliseconds);

    /// <summary><c>struct pollfd</c>.</summary>
    private struct Wanted
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }
}
