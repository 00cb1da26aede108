namespace EditEngine.Formats.Cms;

/// <summary>A file to import, plain or gzip.</summary>
/// <param name="Name">Its name, without folders: shown in problems and kept with the rows.</param>
/// <param name="Open">Opens it from the start; called more than once. The stream can seek.</param>
internal sealed record TableSource(string Name, Func<Stream> Open)
{
    /// <summary>Name of the archive that it lies in, and of its folders there; empty for a file of its own. Publishers say the release there too.</summary>
    public string Container { get; init; } = "";

    /// <summary>A file on disk; opened when it is read.</summary>
    public static TableSource FromFile(string path) =>
        new(Path.GetFileName(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
}
