using System.Runtime.CompilerServices;

namespace EditEngine.Stacks;

/// <summary>
/// Runs what walks a tree by recursion where there is room for it: how deep a tree may be is bounded, but a host's thread may have a stack
/// of a quarter of a megabyte, and that is not enough for each walk of the deepest.
/// </summary>
internal static class DeepStack
{
    // Making a thread takes a millisecond, and a pack is walked edit by edit: some are kept for the next walk.
    private static readonly int MostIdle = Environment.ProcessorCount;
    private static readonly List<DeepThread> Idle = [];

    /// <summary>What the work gives, or throws; on this thread where it is a deep one already.</summary>
    public static T Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (DeepThread.IsCurrent)
        {
            return work();
        }

        DeepThread thread = Take();
        try
        {
            T? result = default;
            thread.Run(() => result = work());
            return result!; // The work has run to its end.
        }
        finally
        {
            Keep(thread);
        }
    }

    /// <summary>As <see cref="Run"/>, and on this thread where an eighth of a megabyte of its stack is left.</summary>
    public static T WithRoom<T>(Func<T> work) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? work() : Run(work);

    /// <summary>Whether a thread is idle, and is given no work any more.</summary>
    internal static bool Release(DeepThread thread)
    {
        lock (Idle)
        {
            return Idle.Remove(thread);
        }
    }

    private static DeepThread Take()
    {
        lock (Idle)
        {
            if (Idle is [.., DeepThread last])
            {
                Idle.RemoveAt(Idle.Count - 1);
                return last;
            }
        }

        return new DeepThread();
    }

    private static void Keep(DeepThread thread)
    {
        lock (Idle)
        {
            if (Idle.Count < MostIdle)
            {
                Idle.Add(thread);
                return;
            }
        }

        thread.End();
    }
}
