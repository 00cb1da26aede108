using System.Runtime.ExceptionServices;

namespace EditEngine.Compiler.Text;

/// <summary>
/// Runs what walks a tree by recursion where there is room for it: how deep a tree may be is bounded, but a host's thread may have a stack
/// of a quarter of a megabyte, and that is not enough for each walk of the deepest.
/// </summary>
internal static class DeepStack
{
    // Taken as address space; memory is used as far as a walk goes down.
    private const int Bytes = 64 * 1024 * 1024;

    [ThreadStatic]
    private static bool _isDeep;

    /// <summary>What the work gives, or throws; on this thread where it is a deep one already.</summary>
    public static T Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_isDeep)
        {
            return work();
        }

        T? result = default;
        ExceptionDispatchInfo? thrown = null;
        Thread thread = new(
            () =>
            {
                _isDeep = true;
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    thrown = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Bytes)
        {
            IsBackground = true,
            Name = "EditEngine.DeepStack",
        };
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result!; // The work has run to its end.
    }
}
