namespace EditEngine.Testing;

/// <summary>A test of a pack fails.</summary>
public sealed class PackTestFailedException : Exception
{
    /// <summary>Without a word.</summary>
    public PackTestFailedException()
    {
    }

    /// <summary>With what was expected and found.</summary>
    /// <param name="message">For the reader of the test report.</param>
    public PackTestFailedException(string message)
        : base(message)
    {
    }

    /// <summary>With what was expected and found, and why.</summary>
    /// <param name="message">For the reader of the test report.</param>
    /// <param name="innerException">What went wrong.</param>
    public PackTestFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
