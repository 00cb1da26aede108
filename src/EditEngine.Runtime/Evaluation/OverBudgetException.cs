namespace EditEngine.Evaluation;

/// <summary>An edit has looked at more than its budget; it never leaves the evaluation, which makes it an edit not evaluated.</summary>
/// <remarks>The steps of an edit are nested as deep as its text: unwinding by answers would ask every loop of them whether it still counts.</remarks>
internal sealed class OverBudgetException : Exception
{
    /// <summary>An edit over its budget.</summary>
    public OverBudgetException()
        : base("An edit has looked at more than its budget.")
    {
    }

    /// <summary>With a text.</summary>
    public OverBudgetException(string message)
        : base(message)
    {
    }

    /// <summary>With a text and what led to it.</summary>
    public OverBudgetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
