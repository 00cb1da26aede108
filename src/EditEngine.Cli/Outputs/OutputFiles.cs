using EditEngine.Diagnostics;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>The outputs of one command. Files are there all together once they are whole, or not at all.</summary>
internal sealed class OutputFiles : IDisposable
{
    // A second signal may end the process at any moment: this is what it must not do it in.
    private static readonly Lock Placing = new();
    private static readonly HashSet<UnfinishedFile> Unfinished = [];

    private readonly List<(OutputTarget Target, UnfinishedFile File)> _files = [];
    private readonly List<Stream> _streams = [];

    /// <summary>Opens an output.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="problem">Why it cannot be written; null where it can.</param>
    /// <returns>A stream without a buffer, which only this object closes; that of a file can be read and wound back.</returns>
    public Stream? Open(OutputTarget target, out Diagnostic? problem)
    {
        try
        {
            problem = null;
            Stream? stream = target.Kind switch
            {
                OutputKind.Descriptor => StandardStreams.Open(target.Descriptor),
                OutputKind.Direct => new FileStream(target.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0),
                _ => Begin(target),
            };
            if (stream is null)
            {
                problem = CommandDiagnostics.OutputInUse(target.Name);
            }
            else if (target.Kind != OutputKind.File)
            {
                _streams.Add(stream);
            }

            return stream;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problem = CommandDiagnostics.OutputClosed(target.Name, fault.Message);
            return null;
        }
    }

    /// <summary>Puts the files in their places. To be called once all is written and no more can fail.</summary>
    /// <param name="problem">What failed.</param>
    /// <returns>False where something failed, or where the command is being stopped: then the old files stay.</returns>
    public bool TryCommit(out Diagnostic? problem)
    {
        problem = null;
        string name = "";
        try
        {
            foreach ((OutputTarget target, UnfinishedFile file) in _files)
            {
                name = target.Name;
                file.Settle();
            }

            lock (Placing)
            {
                if (_files.Count > 0 && Stopping.IsRequested)
                {
                    return false;
                }

                foreach ((OutputTarget target, UnfinishedFile file) in _files)
                {
                    name = target.Name;
                    file.Replace();
                    Unfinished.Remove(file);
                }

                Stopping.IsTooLate = true;
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = CommandDiagnostics.FileNotWritten(name, fault.Message);
            return false;
        }
    }

    /// <summary>Removes what is unfinished in the whole process, which is to end now.</summary>
    public static void Abandon()
    {
        lock (Placing)
        {
            foreach (UnfinishedFile file in Unfinished)
            {
                file.Dispose();
            }

            Unfinished.Clear();
        }
    }

    /// <summary>Removes what did not take its place.</summary>
    public void Dispose()
    {
        _streams.ForEach(stream => stream.Dispose());
        lock (Placing)
        {
            foreach ((_, UnfinishedFile file) in _files)
            {
                file.Dispose();
                Unfinished.Remove(file);
            }
        }
    }

    private FileStream? Begin(OutputTarget target)
    {
        lock (Placing)
        {
            if (UnfinishedFile.Begin(target.Path) is not UnfinishedFile file)
            {
                return null;
            }

            Unfinished.Add(file);
            _files.Add((target, file));
            return file.Stream;
        }
    }
}
