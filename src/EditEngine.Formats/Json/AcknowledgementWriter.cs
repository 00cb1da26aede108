using EditEngine.Diagnostics;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Writes what a sender can act on: of each claim whether it is taken and why not, then of each envelope what its syntax lacks.</summary>
/// <remarks>
/// Form: docs/schema/acknowledgement.schema.json. The same claims and pack give the same bytes; there is no clock in it.
/// A claim is written as it comes, and once the envelopes are known those in a rejected one are rewritten where they stand. Memory: 16 bytes a transaction.
/// </remarks>
public sealed class AcknowledgementWriter : IDisposable
{
    private const int MostProblems = 1000;
    private const int FlushAt = 1 << 16;

    private readonly Stream _output;
    private readonly Stream _written;
    private readonly long _start;
    private readonly JsonBytes _text = new();
    private readonly AcknowledgedClaims _claim;
    private readonly List<(X12Envelope Envelope, Diagnostic Problem)> _problems = [];
    private readonly HashSet<X12Envelope> _faulty = new(ReferenceEqualityComparer.Instance);
    private readonly List<(X12Envelope? Transaction, long Start)> _stretches = [];
    private bool _hasClaims;
    private long _flushed;
    private long _more;

    /// <summary>Begins a document.</summary>
    /// <param name="output">Where to; stays open. What cannot be read again, as a pipe, is written at the end, from a temporary file.</param>
    /// <param name="pathOf">The member of a claim that a finding speaks of.</param>
    public AcknowledgementWriter(Stream output, Func<Claims.Claim, Finding, string> pathOf)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _written = output is { CanRead: true, CanSeek: true } ? output : Temporary();
        _start = _written.Position;
        _claim = new AcknowledgedClaims(pathOf);
        _text.Put("""{"claims":"""u8);
    }

    /// <summary>Writes one claim.</summary>
    /// <param name="read">The claim as read.</param>
    /// <param name="result">What was decided; null for a claim that could not be read.</param>
    public void Write(ReadClaim read, Result? result)
    {
        ArgumentNullException.ThrowIfNull(read);
        _claim.Clear();
        _claim.Write(read, result);
        Write(_claim);
    }

    /// <summary>Writes claims that were written beside it: those that come next.</summary>
    internal void Write(AcknowledgedClaims claims)
    {
        foreach ((X12Envelope? transaction, int start) in claims.Stretches)
        {
            if (_stretches.Count == 0 || !ReferenceEquals(_stretches[^1].Transaction, transaction))
            {
                _stretches.Add((transaction, Position + start));
            }
        }

        foreach ((X12Envelope transaction, Diagnostic problem) in claims.Problems)
        {
            Keep(transaction, problem);
        }

        // The comma before the first becomes the bracket of the list.
        bool isFirst = !_hasClaims && !claims.Written.IsEmpty;
        _hasClaims |= isFirst;
        _text.Put(isFirst ? "["u8 : default);
        _text.Put(isFirst ? claims.Written[1..] : claims.Written);
        FlushSome();
    }

    /// <summary>Writes the envelopes and ends the document.</summary>
    /// <param name="envelopes">Those of all claims, read to their end.</param>
    /// <param name="ofFiles">Problems that belong to no claim.</param>
    public void Finish(X12EnvelopeLog envelopes, IEnumerable<Diagnostic> ofFiles)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        ArgumentNullException.ThrowIfNull(ofFiles);
        _stretches.Add((null, Position));
        _text.Put(_hasClaims ? "]"u8 : "[]"u8);
        ILookup<object?, Diagnostic> problems = _problems.Select(one => ((object?)one.Envelope, one.Problem))
            .Concat(ofFiles.Select(problem => ((object?)envelopes.Of(problem), problem)))
            .ToLookup(one => one.Item1, one => one.Item2, ReferenceEqualityComparer.Instance);
        WriteEnvelopes(envelopes, problems);
        WriteProblems(""","files":"""u8, problems[null]);
        _text.Whole(""","problemsNotListed":"""u8, _more);
        _text.Put("}"u8);
        Flush();
        RejectClaims(envelopes);
        Deliver();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_written != _output)
        {
            _written.Dispose();
        }
    }

    private static FileStream Temporary()
    {
        string path = Path.GetTempFileName();
        FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path); // it names persons: not even a killed process is to leave it
        }

        return file;
    }

    private long Position => _start + _flushed + _text.Length;

    private void FlushSome()
    {
        if (_text.Length > FlushAt)
        {
            Flush();
        }
    }

    private void Flush()
    {
        _written.Write(_text.Written);
        _flushed += _text.Length;
        _text.Clear();
    }

    private void WriteEnvelopes(X12EnvelopeLog envelopes, ILookup<object?, Diagnostic> problems)
    {
        _text.Put(""","envelopes":"""u8);
        ReadOnlySpan<byte> before = "["u8;
        foreach (X12Envelope envelope in envelopes.All)
        {
            _text.Put(before);
            before = ","u8;
            int start = _text.Length;
            _text.Text(""","file":"""u8, envelope.File);
            _text.Text(""","kind":"""u8, envelope.Kind switch { X12EnvelopeKind.Interchange => "interchange", X12EnvelopeKind.Group => "group", _ => "transaction" });
            _text.Text(""","controlNumber":"""u8, envelope.ControlNumber);
            _text.Whole(""","offset":"""u8, envelope.Offset);
            _text.Text(""","status":"""u8, StatusOf(envelope, envelopes));
            WriteProblems(""","errors":"""u8, problems[envelope]);
            _text.CloseObject(start);
            FlushSome();
        }

        _text.Put(envelopes.All.Count == 0 ? "[]"u8 : "]"u8);
    }

    private void WriteProblems(ReadOnlySpan<byte> name, IEnumerable<Diagnostic> problems)
    {
        _text.Put(name);
        int list = _text.Length;
        foreach (Diagnostic problem in problems)
        {
            _text.Put(","u8);
            AcknowledgedPlaces.Write(_text, problem);
        }

        _text.CloseList(list);
    }

    private void RejectClaims(X12EnvelopeLog envelopes)
    {
        long? from = null;
        foreach ((X12Envelope? transaction, long start) in _stretches)
        {
            if (transaction is not null && envelopes.IsWithinRejected(transaction))
            {
                from ??= start;
            }
            else if (from is long first)
            {
                RejectedClaims.Rewrite(_written, first, start);
                from = null;
            }
        }
    }

    private void Deliver()
    {
        if (_written != _output)
        {
            _written.Position = 0;
            _written.CopyTo(_output);
        }
        else
        {
            _output.Position = Position;
        }

        _output.Flush();
    }

    private void Keep(X12Envelope transaction, Diagnostic problem)
    {
        _faulty.Add(transaction);
        if (_problems.Count < MostProblems)
        {
            _problems.Add((transaction, problem));
        }
        else
        {
            _more++;
        }
    }

    private string StatusOf(X12Envelope envelope, X12EnvelopeLog envelopes) =>
        envelopes.IsRejected(envelope) ? "rejected"
        : envelopes.IsFaulty(envelope) || _faulty.Contains(envelope) ? "accepted with errors"
        : "accepted";
}
