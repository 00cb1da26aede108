using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Json;

/// <summary>Reads claims in JSON: UTF-8, one object of the claim schema a line.</summary>
/// <remarks>
/// <para>A member that is absent or null was not given, and so was one that holds a blank text. A file that is one JSON list of claims, or claims
/// printed over several lines, is read as well; there a broken bracket can cost the claims behind it, so one claim a line is the better form.</para>
/// <para>Holds one claim's text at a time, at most 64 MB. The codes of suggestions without a system are kept as procedure codes. Not safe for
/// several threads; one call at a time. For one claim that is in memory, <see cref="ClaimJson.Parse"/> costs a fraction.</para>
/// </remarks>
public sealed class JsonClaimReader : IClaimReader, IBatchReader
{
    /// <summary>The longest claim that is read, in bytes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    // Of a batch, which holds the texts of its claims too.
    private const int MostClaims = 512;
    private const int MostLines = 8_000;

    private readonly string _file;
    private readonly Stream _stream;
    private readonly JsonRows _rows = new();
    private readonly ClaimBatch _own = new();
    private bool _readsOneByOne;
    private readonly JsonPieces _pieces;
    private readonly JsonContext _context = ClaimJson.NewContext();
    private readonly int _limit;
    private ImmutableArray<Diagnostic> _fileProblems = [];
    private bool _ended;
    private string? _fault;

    /// <summary>Reads from a stream, which is disposed with the reader.</summary>
    /// <param name="stream">The bytes, not compressed.</param>
    /// <param name="fileName">The name that places show.</param>
    public JsonClaimReader(Stream stream, string fileName)
        : this(stream, fileName, MostBytes)
    {
    }

    /// <summary>Reads from a pipe, which is completed with the reader. <see cref="ReadAsync"/> is made for it; <see cref="Read"/> holds its thread while the pipe is empty.</summary>
    /// <param name="pipe">The bytes, not compressed.</param>
    /// <param name="fileName">The name that places show.</param>
    public JsonClaimReader(PipeReader pipe, string fileName)
        : this(AsStream(pipe), fileName, MostBytes)
    {
    }

    internal JsonClaimReader(Stream stream, string fileName, int limit)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        _file = fileName;
        _limit = limit;
        _stream = stream;
        _pieces = new JsonPieces(limit);
    }

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => _fileProblems;

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        if (_ended)
        {
            return null;
        }

        PieceKind kind;
        while ((kind = _pieces.Next()) == PieceKind.NeedsBytes)
        {
            TakeBytes();
        }

        return Given(kind);
    }

    bool IBatchReader.Fill(ClaimBatch batch)
    {
        batch.Clear();
        batch.PlaceOf = PlaceOf;
        _rows.Begin(batch);
        while (!_ended && batch.Entries.Count < MostClaims && batch.Lines.Next < MostLines)
        {
            PieceKind kind = _pieces.Next();
            if (kind == PieceKind.NeedsBytes)
            {
                // What comes through a pipe is given when it came.
                if (batch.Entries.Count > 0)
                {
                    return true;
                }

                TakeBytes();
            }
            else if (!(kind == PieceKind.Claim && _rows.TryRead(_pieces.Piece, _pieces.Line)) && GivenExactly(kind) is ReadClaim read)
            {
                batch.AddEntry(read);
            }
        }

        return batch.Entries.Count > 0;
    }

    /// <summary>The next claim, or null at the end of the file; waits for bytes without holding a thread. Never throws on content.</summary>
    /// <param name="cancellation">Stops the waiting. What was read until then is kept: the next call goes on.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async ValueTask<ReadClaim?> ReadAsync(CancellationToken cancellation = default)
    {
        if (_ended)
        {
            return null;
        }

        PieceKind kind;
        while ((kind = _pieces.Next()) == PieceKind.NeedsBytes)
        {
            try
            {
                _pieces.Took(await _stream.ReadAsync(_pieces.Room(), cancellation).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                Fail(fault);
            }
        }

        return Given(kind);
    }

    /// <summary>All claims that are left, in order. <see cref="FileProblems"/> are complete behind the last.</summary>
    public async IAsyncEnumerable<ReadClaim> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (await ReadAsync(cancellation).ConfigureAwait(false) is ReadClaim read)
        {
            yield return read;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static Stream AsStream(PipeReader pipe)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        return pipe.AsStream();
    }

    private void TakeBytes()
    {
        try
        {
            _pieces.Took(_stream.Read(_pieces.Room().Span));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            Fail(fault);
        }
    }

    private void Fail(Exception fault)
    {
        _fault = fault.Message;
        _pieces.Failed();
    }

    private ReadClaim? Given(PieceKind kind) => kind == PieceKind.Claim ? ReadRow() ?? ReadPiece() : GivenExactly(kind);

    // One claim, by way of rows: providers that many claims name are one object for a while.
    private ReadClaim? ReadRow()
    {
        if (!_readsOneByOne || _own.Entries.Count == MostClaims || _own.Lines.Next > MostLines)
        {
            _own.Clear();
            _own.PlaceOf = PlaceOf;
            _rows.Begin(_own);
            _readsOneByOne = true;
        }

        return _rows.TryRead(_pieces.Piece, _pieces.Line) ? _own.Read(_own.Entries.Count - 1) : null;
    }

    private JsonPlace PlaceOf(in ClaimRow row) => new(_file, row.Number, null, null);

    private ReadClaim? GivenExactly(PieceKind kind)
    {
        switch (kind)
        {
            case PieceKind.Claim:
                return ReadPiece();
            case PieceKind.TooLong:
                JsonPlace place = new(_file, _pieces.Line, null, null);
                return new ReadClaim(null, null, place, [JsonDiagnostics.TooLong(place, _limit)]);
            case PieceKind.Utf16:
                return End(JsonDiagnostics.NotText(new FilePlace(_file) { Offset = 0 }, "in UTF-16"));
            case PieceKind.Binary:
                return End(JsonDiagnostics.NotText(new FilePlace(_file) { Offset = 0 }, "no text"));
            case PieceKind.Failed:
                return End(Unreadable(_fault ?? "its bytes could not be read."));
            default:
                return End(EndProblem());
        }
    }

    private ReadClaim? End(Diagnostic? problem)
    {
        _ended = true;
        if (problem is not null)
        {
            _fileProblems = [problem];
        }

        return null;
    }

    private Diagnostic? EndProblem()
    {
        if (_pieces.IsLost)
        {
            return Unreadable("the claim here is too long, and where it ends is not known.");
        }

        return _pieces.IsListOpen ? JsonDiagnostics.ListNotClosed(new FilePlace(_file)) : null;
    }

    private Diagnostic Unreadable(string why) => JsonDiagnostics.Unreadable(new JsonPlace(_file, _pieces.Line, null, null), why);

    private ReadClaim ReadPiece()
    {
        _context.StartOver(_file, _pieces.Line, _pieces.Column);
        return ClaimJson.Read(_pieces.Piece, _context);
    }
}
