using System.Runtime.CompilerServices;

namespace EditEngine.Evaluation;

/// <content>What the edit that runs may still look at. A step is one tuple or member looked at.</content>
internal sealed partial class EvaluationContext
{
    // So often is the token looked at: some ten microseconds.
    private const int Stride = 1_024;

    private CancellationToken _cancellation;
    private long _budgetRest;
    private int _budgetLeft;
    private long _rest;
    private int _left;

    /// <summary>Counts one step.</summary>
    /// <exception cref="OverBudgetException">The edit has looked at more than its budget.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count()
    {
        if (--_left < 0)
        {
            Look();
        }
    }

    /// <summary>Counts several steps at once, before they are taken.</summary>
    /// <param name="steps">None or more.</param>
    /// <exception cref="OverBudgetException">The edit has looked at more than its budget.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int steps)
    {
        if ((_left -= steps) < 0)
        {
            Look();
        }
    }

    /// <summary>Says what every edit of the next claim may look at, and what ends its evaluation.</summary>
    internal void Limit(long budget, CancellationToken cancellation)
    {
        _budgetLeft = (int)Math.Min(budget, Stride);
        _budgetRest = budget - _budgetLeft;
        _cancellation = cancellation;
    }

    /// <summary>Ends a cancelled evaluation.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal void ThrowIfCancelled() => _cancellation.ThrowIfCancellationRequested();

    private void BeginSteps()
    {
        _cancellation.ThrowIfCancellationRequested();
        _left = _budgetLeft;
        _rest = _budgetRest;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look()
    {
        _cancellation.ThrowIfCancellationRequested();
        long left = _rest + _left;
        if (left < 0)
        {
            throw new OverBudgetException();
        }

        _left = (int)Math.Min(left, Stride);
        _rest = left - _left;
    }
}
