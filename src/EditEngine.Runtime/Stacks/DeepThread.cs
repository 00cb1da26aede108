using System.Runtime.ExceptionServices;

namespace EditEngine.Stacks;

/// <summary>A thread with a deep stack that does one piece of work after another, each for a thread that waits for it. It ends when there was none for a while, so that it keeps nothing loaded.</summary>
internal sealed class DeepThread
{
    // Taken as address space; memory is used as far as a walk goes down.
    private const int Bytes = 64 * 1024 * 1024;
    private const int IdleMilliseconds = 500;

    [ThreadStatic]
    private static bool _isCurrent;

    private readonly object _gate = new();
    private Action? _work; // null: there is none, or it is done.
    private ExceptionDispatchInfo? _thrown;
    private bool _hasEnded;

    public DeepThread() => new Thread(RunAll, Bytes) { IsBackground = true, Name = "EditEngine.DeepStack" }.UnsafeStart();

    /// <summary>Whether the calling thread is a deep one.</summary>
    public static bool IsCurrent => _isCurrent;

    /// <summary>Does the work in the caller's context, its culture among it, and throws what it throws.</summary>
    public void Run(Action work)
    {
        ExecutionContext? context = ExecutionContext.Capture();
        ExceptionDispatchInfo? thrown;
        lock (_gate)
        {
            _work = context is null ? work : () => ExecutionContext.Run(context, static given => ((Action)given!)(), work); // The work is given.
            Monitor.PulseAll(_gate);
            while (_work is not null)
            {
                Monitor.Wait(_gate);
            }

            (thrown, _thrown) = (_thrown, null);
        }

        thrown?.Throw();
    }

    /// <summary>It ends.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void RunAll()
    {
        _isCurrent = true;
        while (Next() is Action work)
        {
            ExceptionDispatchInfo? thrown = null;
            try
            {
                work();
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_gate)
            {
                (_work, _thrown) = (null, thrown);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Action? Next()
    {
        lock (_gate)
        {
            while (_work is null)
            {
                if (_hasEnded || (!Monitor.Wait(_gate, IdleMilliseconds) && _work is null && DeepStack.Release(this)))
                {
                    return null;
                }
            }

            return _work;
        }
    }
}
