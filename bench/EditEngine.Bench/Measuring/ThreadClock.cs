using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EditEngine.Bench.Measuring;

/// <summary>The processor time of this thread: what others do on the machine is not in it. Where the system has no such clock, the time that passed.</summary>
internal static partial class ThreadClock
{
    private const int ThreadTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux.

    /// <summary>Nanoseconds since some moment.</summary>
    public static long Nanoseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
            }

            _ = ClockGetTime(ThreadTime, out TimeOfClock time); // It fails for clocks alone that are none.
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeOfClock time);

    private struct TimeOfClock
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
