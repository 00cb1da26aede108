namespace EditEngine.Files;

/// <summary>A file is more than any published one: reading on would take time and memory without end.</summary>
/// <param name="message">What is more than what, as a sentence without its file.</param>
internal sealed class TooLargeException(string message) : IOException(message);
