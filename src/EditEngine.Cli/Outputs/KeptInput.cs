using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>Claims for a run that reads them twice: what can be read but once, as a pipe, is kept in a temporary file from the first time on.</summary>
internal sealed class KeptInput : IDisposable
{
    private readonly Dictionary<string, FileStream> _kept = new(StringComparer.Ordinal);

    private readonly Dictionary<string, HeadStream> _passedOn = new(StringComparer.Ordinal);

    /// <summary>All of what a path gives, from its beginning; null for a file that can be opened again.</summary>
    public Stream? Open(string path)
    {
        if (_passedOn.Remove(path, out HeadStream? waiting))
        {
            return waiting;
        }

        if (!_kept.TryGetValue(path, out FileStream? kept))
        {
            if (path != ClaimPaths.StandardInput && FileStatus.Of(path) is not { IsOrdinary: false })
            {
                return null;
            }

            HeadStream input = new(path == ClaimPaths.StandardInput ? StandardStreams.OpenInput() : File.OpenRead(path), FirstBytes.HeadLength);
            if (FirstBytes.Of(input.Head) == ClaimForm.Json)
            {
                // It has no trailers: the first look sees what it is, and the second has all of it as it comes.
                _passedOn.Add(path, input);
                return new MemoryStream(input.Head.ToArray());
            }

            using (input)
            {
                kept = Temporary();
                _kept.Add(path, kept);
                input.CopyTo(kept);
            }
        }

        kept.Position = 0;
        return new Reading(kept);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileStream kept in _kept.Values)
        {
            kept.Dispose();
        }

        foreach (HeadStream waiting in _passedOn.Values)
        {
            waiting.Dispose();
        }
    }

    private static FileStream Temporary()
    {
        string path = Path.GetTempFileName();
        FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path); // it names persons: not even a killed process is to leave it
        }

        return file;
    }

    /// <summary>One time through it; closing that closes nothing.</summary>
    private sealed class Reading(FileStream kept) : ForwardStream(Null)
    {
        public override int Read(Span<byte> buffer) => kept.Read(buffer);
    }
}
