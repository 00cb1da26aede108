using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EditEngine.Bench.Measuring;

/// <summary>The processor time of this thread: what others do on the machine is not in it. Where the system has no such clock, the time that passed.</summary>
internal static unsafe class ThreadClock
{
    private const int ThreadTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux.

    private static readonly delegate* unmanaged<int, TimeOfClock*, int> GetTime =
        OperatingSystem.IsLinux() ? (delegate* unmanaged<int, TimeOfClock*, int>)NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "clock_gettime") : null;

    /// <summary>Nanoseconds since some moment.</summary>
    public static long Nanoseconds
    {
        get
        {
            if (GetTime is null)
            {
                return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
            }

            TimeOfClock time;
            _ = GetTime(ThreadTime, &time); // It fails for clocks alone that are none.
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    private struct TimeOfClock
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
