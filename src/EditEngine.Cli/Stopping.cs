using System.Runtime.InteropServices;
using EditEngine.Cli.Outputs;

namespace EditEngine.Cli;

/// <summary>Ends a command that is asked to end: from the keyboard, by the system or by a terminal that closes.</summary>
/// <remarks>
/// A command looks at <see cref="Token"/> where it can and ends by itself, with its summary. What does not look, or is deep in one claim or one read, is
/// ended from here a moment later; a second signal does so at once. Either way what is unfinished is removed first, and files that were there stay.
/// </remarks>
internal static class Stopping
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(450);
    private static readonly TimeSpan PatienceForWords = TimeSpan.FromMilliseconds(450);
    private static readonly CancellationTokenSource Source = new();
    private static readonly ManualResetEventSlim Ended = new();
    private static readonly List<PosixSignalRegistration> Signals = [];
    private static int _requests;

    /// <summary>Cancelled by the first signal.</summary>
    public static CancellationToken Token => Source.Token;

    /// <summary>True once the results are whole and in their place: then the command ends as it would have.</summary>
    public static bool IsTooLate { get; set; }

    /// <summary>True where the command is to end, and nothing it made is there.</summary>
    public static bool IsRequested => Source.IsCancellationRequested && !IsTooLate;

    /// <summary>What is said when the command cannot say it; the summary as it is then.</summary>
    public static Action LastWords { get; set; } = SayStopped;

    /// <summary>Begins to listen.</summary>
    public static void Listen()
    {
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            Signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }
    }

    /// <summary>To be called when a command has ended.</summary>
    public static void End() => Ended.Set();

    /// <summary>Says that nothing came of the command.</summary>
    public static void SayStopped() => Console.Error.WriteLine("stopped       nothing was written");

    private static void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _requests) > 1)
        {
            EndNow();
        }

        // A thread of its own: those of the pool may all be busy with claims.
        new Thread(EndSoon) { IsBackground = true, Name = "stopping" }.Start();
        Source.Cancel();
    }

    private static void EndSoon()
    {
        if (Ended.Wait(Patience) || IsTooLate)
        {
            return;
        }

        Thread words = new(() => LastWords()) { IsBackground = true };
        words.Start();
        words.Join(PatienceForWords); // an error stream that no one reads keeps a writer for ever
        EndNow();
    }

    private static void EndNow()
    {
        OutputFiles.Abandon();
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(ExitCode.Stopped);
        }

        ExitNow(ExitCode.Stopped);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void ExitNow(int code);
}
