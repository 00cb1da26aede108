using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Messages and their places.</summary>
public sealed partial class AcknowledgementWriter
{
    private void WriteProblems(string name, IEnumerable<Diagnostic> problems)
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
        _json.Text("id", problem.Id);
        _json.WriteString("severity", problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        _json.Text("message", problem.Message);
        if (AcknowledgementCodes.Of(problem.Id, (problem.Place as X12Place)?.SegmentTag, (problem.Place as X12Place)?.Element) is (string element, string code))
        {
            _json.Text("code", $"{element} {code}");
        }

        WritePlace(problem.Place);
        _json.WriteEndObject();
    }

    private void WriteFinding(ReadClaim read, Finding finding)
    {
        string path = _pathOf(read.Claim!, finding); // A claim with findings was read.
        _json.WriteStartObject();
        _json.Text("id", finding.Edit);
        _json.WriteString("severity", OutcomeWords.Of(finding.Action));
        _json.Text("message", finding.Message ?? "");
        _json.Text("path", path);
        WritePlace(read.Places?.Find(path));
        _json.WriteEndObject();
    }

    private void WritePlace(Place? place)
    {
        switch (place)
        {
            case X12Place x12:
                _json.WriteStartObject("place");
                _json.Text("file", x12.File);
                _json.Text("loop", x12.Loop);
                _json.Text("segment", x12.SegmentTag);
                _json.WriteNumber("position", x12.SegmentNumber);
                WriteNumber("element", x12.Element);
                WriteNumber("component", x12.Component);
                _json.WriteNumber("offset", x12.Offset);
                _json.Text("value", x12.Value);
                _json.WriteEndObject();
                break;
            case JsonPlace json:
                _json.WriteStartObject("place");
                _json.Text("file", json.File);
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
