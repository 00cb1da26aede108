using System.Text.Json;
using EditEngine.Diagnostics;
using EditEngine.Formats.Batch;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Writes what a sender can act on: of each claim whether it is taken and why not, then of each envelope what its syntax lacks.</summary>
/// <remarks>
/// Form: docs/schema/acknowledgement.schema.json. The same claims and pack give the same bytes; there is no clock in it.
/// A claim is written as it comes, and once the envelopes are known those in a rejected one are rewritten where they stand. Memory: 16 bytes a transaction.
/// </remarks>
public sealed partial class AcknowledgementWriter : IDisposable
{
    private const int MostProblems = 1000;
    private const string OfSyntax = "EDIT50";
    private const int FlushAt = 1 << 16;

    private readonly Stream _output;
    private readonly Stream _written;
    private readonly long _start;
    private readonly Utf8JsonWriter _json;
    private readonly Func<Claims.Claim, Finding, string> _pathOf;
    private readonly List<(X12Envelope Envelope, Diagnostic Problem)> _problems = [];
    private readonly HashSet<X12Envelope> _faulty = new(ReferenceEqualityComparer.Instance);
    private readonly List<(X12Envelope? Transaction, long Start)> _stretches = [];
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
        _json = new Utf8JsonWriter(_written, JsonMembers.OneLine);
        _pathOf = pathOf;
        _json.WriteStartObject();
        _json.WriteStartArray("claims");
    }

    /// <summary>Writes one claim.</summary>
    /// <param name="read">The claim as read.</param>
    /// <param name="result">What was decided; null for a claim that could not be read.</param>
    public void Write(ReadClaim read, Result? result)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_stretches.Count == 0 || !ReferenceEquals(_stretches[^1].Transaction, read.Transaction))
        {
            _stretches.Add((read.Transaction, Position));
        }

        Finding[] findings = [.. (result?.Findings ?? []).Where(finding => finding.State != FindingState.Bypassed)];
        bool isRefused = findings.Any(finding => ActionTable.Of(finding.Action).RefusesClaim && finding.State != FindingState.Monitor);
        _json.WriteStartObject();
        _json.Text("claim", read.Id ?? "");

        // A claim that could not be decided for want of an option is received, and no more is known of it.
        bool isUnfit = !read.Conforms || (read.Claim is null && !read.Problems.Any(BatchDiagnostics.IsOfHost));
        _json.WriteString("status", isUnfit || isRefused ? "rejected" : "accepted");

        // A1 received, A2 accepted, A3 returned as unprocessable, A7 rejected for what it says.
        _json.WriteString("category", isUnfit ? "A3" : isRefused ? "A7" : result is null ? "A1" : "A2");
        WritePlace(read.Place);
        _json.WriteStartArray("messages");
        foreach (Diagnostic problem in read.Problems.Where(problem => !BatchDiagnostics.IsOfHost(problem)))
        {
            WriteProblem(problem);
            Keep(read.Transaction, problem);
        }

        foreach (Finding finding in findings)
        {
            WriteFinding(read, finding);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
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
        _json.WriteEndArray();
        ILookup<object?, Diagnostic> problems = _problems.Select(one => ((object?)one.Envelope, one.Problem))
            .Concat(ofFiles.Select(problem => ((object?)envelopes.Of(problem), problem)))
            .ToLookup(one => one.Item1, one => one.Item2, ReferenceEqualityComparer.Instance);
        _json.WriteStartArray("envelopes");
        foreach (X12Envelope envelope in envelopes.All)
        {
            _json.WriteStartObject();
            _json.Text("file", envelope.File);
            _json.WriteString("kind", envelope.Kind switch { X12EnvelopeKind.Interchange => "interchange", X12EnvelopeKind.Group => "group", _ => "transaction" });
            _json.Text("controlNumber", envelope.ControlNumber);
            _json.WriteNumber("offset", envelope.Offset);
            _json.WriteString("status", StatusOf(envelope, envelopes));
            WriteProblems("errors", problems[envelope]);
            _json.WriteEndObject();
            FlushSome();
        }

        _json.WriteEndArray();
        WriteProblems("files", problems[null]);
        _json.WriteNumber("problemsNotListed", _more);
        _json.WriteEndObject();
        _json.Flush();
        RejectClaims(envelopes);
        Deliver();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Reset(Stream.Null); // what is left of a document that was not finished is not written, and cannot fail; the output may be closed by now
        _json.Dispose();
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

    private long Position => _start + _json.BytesCommitted + _json.BytesPending;

    private void FlushSome()
    {
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
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

    private void Keep(X12Envelope? transaction, Diagnostic problem)
    {
        // A claim id given twice is no fault of the file.
        if (transaction is null || !problem.Id.StartsWith(OfSyntax, StringComparison.Ordinal))
        {
            return;
        }

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
