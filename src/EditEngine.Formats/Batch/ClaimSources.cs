using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.Files;
using EditEngine.Formats.Json;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Formats.X12.Ahead;

namespace EditEngine.Formats.Batch;

/// <summary>How many claims of a file were read.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Good">Claims that can be decided.</param>
/// <param name="Bad">Claims that were skipped.</param>
public sealed record FileCount(string File, long Good, long Bad)
{
    /// <summary>All of them.</summary>
    public long Read => Good + Bad;
}

/// <summary>The claims of several files and folders as one, in order. What a file is, its content tells; compression by gzip is undone on the way.</summary>
/// <remarks>
/// A claim whose id an earlier one had gets a warning, the first hundred times; both are read. One file is open at a time, and memory does not grow
/// with its size. Not safe for several threads.
/// </remarks>
public sealed class ClaimSources : IClaimReader, IAheadReader
{
    private const int MostGathered = 256;

    private readonly ImmutableArray<string> _files;
    private readonly Func<Stream, string, IBatchReader> _x12;
    private readonly Func<Stream>? _standardInput;
    private readonly ImmutableArray<Diagnostic>.Builder _problems;
    private readonly ImmutableArray<FileCount>.Builder _counts = ImmutableArray.CreateBuilder<FileCount>();
    private readonly ClaimIds _ids = new();
    private readonly ClaimBatch _batch = new();
    private int _given;
    private IBatchReader? _open;
    private Stream? _file;
    private long _bytesBefore;
    private long _bytesRead;
    private int _next;
    private long _good;
    private long _bad;
    private bool _isEnded;
    private bool _isOfX12Only;

    /// <summary>Finds the files; none is opened yet.</summary>
    /// <param name="paths">Files, and folders whose claim files (.jsonl, .json, .837, .837p, .837i, .837d, .edi, .x12, .txt, each also with .gz) are taken, those below too.</param>
    public ClaimSources(IEnumerable<string> paths)
        : this(paths, standardInput: null)
    {
    }

    /// <summary>Finds the files, of which one may be the standard input.</summary>
    /// <param name="paths">As above; <c>-</c> is the standard input, and a file of that name is <c>./-</c>.</param>
    /// <param name="standardInput">Opens it; null: <c>-</c> is a path as any other.</param>
    public ClaimSources(IEnumerable<string> paths, Func<Stream>? standardInput)
        : this(paths, standardInput, X12Reader)
    {
    }

    /// <summary>Finds the files, for a run whose sender is answered.</summary>
    /// <param name="paths">As above.</param>
    /// <param name="envelopes">Takes the envelopes of X12 files, from the thread that reads; claims then come with their places.</param>
    public ClaimSources(IEnumerable<string> paths, X12EnvelopeLog envelopes)
        : this(paths, standardInput: null, envelopes)
    {
    }

    /// <summary>Finds the files, for a run whose sender is answered and that may read the standard input.</summary>
    /// <param name="paths">As above.</param>
    /// <param name="standardInput">As above.</param>
    /// <param name="envelopes">As above.</param>
    public ClaimSources(IEnumerable<string> paths, Func<Stream>? standardInput, X12EnvelopeLog envelopes)
        : this(paths, standardInput, ReaderWith(envelopes))
    {
    }

    /// <summary>The envelopes of files alone: no claim comes of it.</summary>
    internal static ClaimSources OfEnvelopes(IEnumerable<string> paths, Func<string, Stream?> reopened, X12EnvelopeLog envelopes) =>
        new(paths, () => Stream.Null, (stream, name) => new GatheredClaims(X12ClaimReader.OfEnvelopes(stream, name, envelopes), 1)) { Reopened = reopened, _isOfX12Only = true };

    /// <summary>What is opened in place of a path that can be read but once, in a run that reads twice; null for others.</summary>
    internal Func<string, Stream?>? Reopened { private get; init; }

    internal ClaimSources(IEnumerable<string> paths, Func<Stream, string, IClaimReader> x12)
        : this(paths, null, (stream, name) => new GatheredClaims(x12(stream, name), MostGathered))
    {
    }

    private ClaimSources(IEnumerable<string> paths, Func<Stream>? standardInput, Func<Stream, string, IBatchReader> x12)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _standardInput = standardInput;
        (_files, ImmutableArray<Diagnostic> problems) = ClaimPaths.Find(paths, hasStandardInput: standardInput is not null);
        _problems = problems.ToBuilder();
        _x12 = x12;
        BytesTotal = _files.Sum(LengthOf);
    }

    /// <summary>The files, in the order they are read.</summary>
    public ImmutableArray<string> Files => _files;

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => _problems.ToImmutable();

    /// <summary>Counts of the files read to their end or left off, in order. A file that could not be opened counts none.</summary>
    public ImmutableArray<FileCount> Counts => _counts.ToImmutable();

    /// <summary>Claims whose id stands on an earlier one.</summary>
    public long RepeatedIds => _ids.Repeated;

    /// <summary>Bytes of all files as they lie on the disk.</summary>
    public long BytesTotal { get; }

    /// <summary>Bytes read so far. May be asked from any thread.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        if (_given == _batch.Entries.Count)
        {
            _given = 0;
            if (!Fill(_batch, ahead: null))
            {
                return null;
            }
        }

        return _batch.Read(_given++);
    }

    bool IBatchReader.Fill(ClaimBatch batch) => Fill(batch, ahead: null);

    Stretch? IAheadReader.Take() => Volatile.Read(ref _open) is IAheadReader open ? open.Take() : null;

    bool IAheadReader.Fill(ClaimBatch batch, Stretch? ahead) => Fill(batch, ahead);

    /// <summary>Reads the next file to its end, for readers that give no claims. False where there is none.</summary>
    internal bool PassFile()
    {
        if (_next == _files.Length)
        {
            return false;
        }

        (_good, _bad) = (0, 0);
        _open = Open(_files[_next++]);
        while (_open?.Fill(_batch) == true)
        {
        }

        CloseFile();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _open?.Dispose();

    // The one place where the reader of X12 is named.
    private static Func<Stream, string, IBatchReader> X12Reader => ReaderWith(null);

    private static Func<Stream, string, IBatchReader> ReaderWith(X12EnvelopeLog? envelopes) => (stream, name) => new X12BatchReader(stream, name, envelopes);

    private bool Fill(ClaimBatch batch, Stretch? ahead)
    {
        while (_open is not null || OpenNext())
        {
            if (_open is IAheadReader open ? open.Fill(batch, ahead) : _open?.Fill(batch) == true)
            {
                Volatile.Write(ref _bytesRead, _bytesBefore + (_file?.Position ?? 0));
                Count(batch);
                return true;
            }

            CloseFile();
        }

        batch.Clear();
        return false;
    }

    private void Count(ClaimBatch batch)
    {
        for (int i = 0; i < batch.Entries.Count; i++)
        {
            BatchEntry entry = batch.Entries[i];
            if (entry.Read is { Claim: null })
            {
                _bad++;
                continue;
            }

            _good++;
            bool isRepeated = entry.Read?.Claim is Claim claim ? _ids.IsToBeNamed(claim.Id) : _ids.IsToBeNamed(batch.BytesOf(batch.Claims[entry.Row].Id));
            if (isRepeated)
            {
                ReadClaim read = batch.Read(i);
                batch.ReplaceEntry(i, read with { Problems = read.Problems.Add(BatchDiagnostics.RepeatedId(read.Place, read.Claim!.Id)) }); // It is good.
            }
        }
    }

    private bool OpenNext()
    {
        if (_next == _files.Length)
        {
            ReportIds();
            return false;
        }

        (_good, _bad) = (0, 0);
        _open = Open(_files[_next++]);
        return true;
    }

    private void CloseFile()
    {
        _bytesBefore += LengthOf(_files[_next - 1]);
        _file = null;
        if (_open is not null)
        {
            _problems.AddRange(_open.FileProblems);
            _open.Dispose();
            _open = null;
        }

        _counts.Add(new FileCount(_files[_next - 1], _good, _bad));
    }

    // Only the progress bar hangs on it.
    private static long LengthOf(string file)
    {
        try
        {
            return new FileInfo(file).Length;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private void ReportIds()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        if (_ids.Repeated > ClaimIds.MostNamed)
        {
            _problems.Add(BatchDiagnostics.MoreRepeatedIds(_ids.Repeated, ClaimIds.MostNamed));
        }

        if (_ids.IsFull)
        {
            _problems.Add(BatchDiagnostics.IdsNotCompared(ClaimIds.MostKept));
        }
    }

    private IBatchReader? Open(string file)
    {
        Stream? stream = null;
        try
        {
            stream = Reopened?.Invoke(file) is Stream again ? again
                : file == ClaimPaths.StandardInput && _standardInput is not null ? _standardInput()
                : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);
            _file = stream.CanSeek ? stream : null;
            HeadStream content = new(stream, FirstBytes.HeadLength);
            stream = content;
            if (FirstBytes.IsGzip(content.Head))
            {
                content = new HeadStream(new GzipMembers(content), FirstBytes.HeadLength);
                stream = content;
            }

            IBatchReader? reader = ReaderOf(content, file);
            stream = reader is null ? stream : null; // the reader's from here on
            return reader;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _problems.Add(BatchDiagnostics.Unreadable(file, fault.Message));
            return null;
        }
        finally
        {
            stream?.Dispose();
        }
    }

    private IBatchReader? ReaderOf(HeadStream content, string file)
    {
        switch (FirstBytes.Of(content.Head))
        {
            case ClaimForm.Json when _isOfX12Only:
                return null;
            case ClaimForm.Json:
                return new JsonClaimReader(content, file);
            case ClaimForm.X12:
                return _x12(content, file);
            case ClaimForm.Empty:
                _problems.Add(BatchDiagnostics.Empty(file));
                return null;
            default:
                (string seen, string? help) = FirstBytes.Describe(content.Head);
                _problems.Add(BatchDiagnostics.NotClaims(file, seen, FirstBytes.Show(content.Head), help));
                return null;
        }
    }
}
