namespace EditEngine.Workbench.Files;

/// <summary>A file that another program has to itself for a moment, as one that has just taken the place of another: it is asked again a few times.</summary>
internal static class BusyFile
{
    private const int MostTries = 25;
    private const int NotNow = 11; // EAGAIN on Linux
    private const int NotNowElsewhere = 35; // EAGAIN on BSD
    private const int SharingViolation = unchecked((int)0x80070020);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Does something with a file, as soon as it can be had.</summary>
    /// <exception cref="IOException">It cannot be had for half a second, or something else is wrong with it.</exception>
    public static T When<T>(Func<T> act)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return act();
            }
            catch (IOException fault) when (tries < MostTries && (fault.HResult is NotNow or NotNowElsewhere or SharingViolation))
            {
                Thread.Sleep(Between);
            }
        }
    }
}
