using System.Text.Json;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Writes what a sender can act on: of each claim whether it is taken and why not, then of each envelope what its syntax lacks.</summary>
/// <remarks>Form: docs/schema/acknowledgement.schema.json. The same claims and pack give the same bytes; there is no clock in it.</remarks>
public sealed class AcknowledgementWriter : IDisposable
{
    private const int MostProblems = 1000;
    private const string OfSyntax = "EDIT50";
    private const int FlushAt = 1 << 16;

    private readonly Utf8JsonWriter _json;
    private readonly Func<Claims.Claim, Finding, string> _pathOf;
    private readonly List<Diagnostic> _problems = [];
    private long _more;

    /// <summary>Begins a document.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="pathOf">The member of a claim that a finding speaks of.</param>
    public AcknowledgementWriter(Stream output, Func<Claims.Claim, Finding, string> pathOf)
    {
        _json = new Utf8JsonWriter(output, JsonMembers.OneLine);
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
        Finding[] findings = [.. (result?.Findings ?? []).Where(finding => finding.State != FindingState.Bypassed)];
        bool isRefused = findings.Any(finding => finding.Action is EditAction.Reject or EditAction.Return && finding.State != FindingState.Monitor);
        _json.WriteStartObject();
        _json.WriteString("claim", read.Id ?? "");
        _json.WriteString("status", read.Claim is null || isRefused ? "rejected" : "accepted");

        // A1 received, A2 accepted, A3 returned as unprocessable, A7 rejected for what it says.
        _json.WriteString("category", read.Claim is null ? "A3" : isRefused ? "A7" : result is null ? "A1" : "A2");
        WritePlace(read.Place);
        _json.WriteStartArray("messages");
        foreach (Diagnostic problem in read.Problems)
        {
            WriteProblem(problem);
            Keep(problem);
        }

        foreach (Finding finding in findings)
        {
            WriteFinding(read, finding);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    /// <summary>Writes the envelopes and ends the document.</summary>
    /// <param name="envelopes">In the order read.</param>
    /// <param name="ofFiles">Problems that belong to no claim.</param>
    public void Finish(IReadOnlyList<X12Envelope> envelopes, IEnumerable<Diagnostic> ofFiles)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        ArgumentNullException.ThrowIfNull(ofFiles);
        _json.WriteEndArray();
        ILookup<X12Envelope?, Diagnostic> problems = _problems.Concat(ofFiles).ToLookup(problem => EnvelopeOf(envelopes, problem.Place));
        _json.WriteStartArray("envelopes");
        foreach (X12Envelope envelope in envelopes)
        {
            Diagnostic[] own = [.. problems[envelope]];
            _json.WriteStartObject();
            _json.WriteString("file", envelope.File);
            _json.WriteString("kind", envelope.Kind switch { X12EnvelopeKind.Interchange => "interchange", X12EnvelopeKind.Group => "group", _ => "transaction" });
            _json.WriteString("controlNumber", envelope.ControlNumber);
            _json.WriteNumber("offset", envelope.Offset);
            _json.WriteString("status", StatusOf(own));
            WriteProblems("errors", own);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        WriteProblems("files", [.. problems[null]]);
        _json.WriteNumber("problemsNotListed", _more);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Keep(Diagnostic problem)
    {
        // A claim id given twice is no fault of the file.
        if (!problem.Id.StartsWith(OfSyntax, StringComparison.Ordinal))
        {
            return;
        }

        if (problem.Place is X12Place && _problems.Count < MostProblems)
        {
            _problems.Add(problem);
        }
        else if (problem.Place is X12Place)
        {
            _more++;
        }
    }

    // The last header before a place is its envelope's, but trailers belong to what they close.
    private static X12Envelope? EnvelopeOf(IReadOnlyList<X12Envelope> envelopes, Place? place)
    {
        if (place is not X12Place x12)
        {
            return null;
        }

        X12EnvelopeKind deepest = x12.SegmentTag switch { "ISA" or "IEA" => X12EnvelopeKind.Interchange, "GS" or "GE" => X12EnvelopeKind.Group, _ => X12EnvelopeKind.Transaction };
        return envelopes.LastOrDefault(envelope => envelope.File == x12.File && envelope.Offset <= x12.Offset && envelope.Kind <= deepest);
    }

    private static string StatusOf(Diagnostic[] problems) =>
        problems.Length == 0 ? "accepted"
        : problems.Any(problem => problem.Severity == Severity.Error && problem.Place is X12Place { Loop: null }) ? "rejected"
        : "accepted with errors";

    private void WriteProblems(string name, Diagnostic[] problems)
    {
        _json.WriteStartArray(name);
        foreach (Diagnostic problem in problems)
        {
            WriteProblem(problem);
        }

        _json.WriteEndArray();
    }

    private void WriteProblem(Diagnostic problem)
    {
        _json.WriteStartObject();
        _json.WriteString("id", problem.Id);
        _json.WriteString("severity", problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        _json.WriteString("message", problem.Message);
        if (AcknowledgementCodes.Of(problem.Id, (problem.Place as X12Place)?.SegmentTag) is (string element, string code))
        {
            _json.WriteString("code", $"{element} {code}");
        }

        WritePlace(problem.Place);
        _json.WriteEndObject();
    }

    private void WriteFinding(ReadClaim read, Finding finding)
    {
        string path = _pathOf(read.Claim!, finding); // A claim with findings was read.
        _json.WriteStartObject();
        _json.WriteString("id", finding.Edit);
        _json.WriteString("severity", OutcomeWords.Of(finding.Action));
        _json.WriteString("message", finding.Message ?? "");
        _json.WriteString("path", path);
        WritePlace(read.Places?.Find(path));
        _json.WriteEndObject();
    }

    private void WritePlace(Place? place)
    {
        switch (place)
        {
            case X12Place x12:
                _json.WriteStartObject("place");
                _json.WriteString("file", x12.File);
                _json.Text("loop", x12.Loop);
                _json.WriteString("segment", x12.SegmentTag);
                _json.WriteNumber("position", x12.SegmentNumber);
                WriteNumber("element", x12.Element);
                WriteNumber("component", x12.Component);
                _json.WriteNumber("offset", x12.Offset);
                _json.Text("value", x12.Value);
                _json.WriteEndObject();
                break;
            case JsonPlace json:
                _json.WriteStartObject("place");
                _json.WriteString("file", json.File);
                _json.WriteNumber("line", json.Line);
                _json.Text("path", json.Path);
                _json.WriteEndObject();
                break;
            default:
                break;
        }
    }

    private void WriteNumber(string name, int? value)
    {
        if (value is int number)
        {
            _json.WriteNumber(name, number);
        }
    }
}
