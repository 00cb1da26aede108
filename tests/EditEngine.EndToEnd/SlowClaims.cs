using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace EditEngine.EndToEnd;

/// <summary>A pipe with a name that gives claims and then keeps its reader waiting.</summary>
internal sealed class SlowClaims : IDisposable
{
    private readonly FileStream _pipe;

    private SlowClaims(FileStream pipe)
    {
        _pipe = pipe;
    }

    /// <summary>Makes the pipe; it is opened for reading and writing, so that neither end waits for the other.</summary>
    public static SlowClaims Make(Workspace workspace, string name, int claims)
    {
        string path = Path.Combine(workspace.Folder, name);
        using (Process make = Process.Start("mkfifo", [path]))
        {
            make.WaitForExit();
        }

        FileStream pipe = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        pipe.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, claims).Select(n => Workspace.Claim($"S{n}") + "\n"))));
        return new SlowClaims(pipe);
    }

    /// <summary>True once a reader has taken what was there: a pipe that is empty has nothing to wait for.</summary>
    public bool IsTaken()
    {
        Waiting waiting = new() { Descriptor = _pipe.SafeFileHandle.DangerousGetHandle().ToInt32(), Events = 1 };
        return Poll(ref waiting, 1, 0) == 0;
    }

    /// <summary>Ends what the pipe gives.</summary>
    public void Dispose() => _pipe.Dispose();

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref Waiting waiting, nuint count, int milliseconds);

    private struct Waiting
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }
}
