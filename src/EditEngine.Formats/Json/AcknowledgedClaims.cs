using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>What an acknowledgement says of some claims that follow each other, written beside it: its room is used again. One a thread.</summary>
/// <param name="pathOf">The member of a claim that a finding speaks of.</param>
internal sealed class AcknowledgedClaims(Func<Claim, Finding, string> pathOf)
{
    private const string OfSyntax = "EDIT50";

    private readonly JsonBytes _json = new();
    private readonly List<(X12Envelope? Transaction, int Start)> _stretches = [];
    private readonly List<(X12Envelope Transaction, Diagnostic Problem)> _problems = [];

    /// <summary>The claims, each with a comma before it.</summary>
    public ReadOnlySpan<byte> Written => _json.Written;

    /// <summary>Where the claims of another transaction begin.</summary>
    public IReadOnlyList<(X12Envelope? Transaction, int Start)> Stretches => _stretches;

    /// <summary>Problems of claims that are faults of their transaction.</summary>
    public IReadOnlyList<(X12Envelope Transaction, Diagnostic Problem)> Problems => _problems;

    /// <summary>Forgets the claims.</summary>
    public void Clear()
    {
        _json.Clear();
        _stretches.Clear();
        _problems.Clear();
    }

    /// <summary>Writes one claim.</summary>
    /// <param name="read">The claim as read.</param>
    /// <param name="result">What was decided; null for a claim that could not be read.</param>
    public void Write(ReadClaim read, Result? result)
    {
        Finding[] findings = [.. (result?.Findings ?? []).Where(finding => finding.State != FindingState.Bypassed)];
        bool isRefused = findings.Any(finding => ActionTable.Of(finding.Action).RefusesClaim && finding.State != FindingState.Monitor);

        // A claim that could not be decided for want of an option is received, and no more is known of it.
        bool isUnfit = !read.Conforms || (read.Claim is null && !read.Problems.Any(BatchDiagnostics.IsOfHost));

        // A1 received, A2 accepted, A3 returned as unprocessable, A7 rejected for what it says.
        string category = isUnfit ? "A3" : isRefused ? "A7" : result is null ? "A1" : "A2";
        int claim = Begin(read.Transaction, read.Id ?? "", isUnfit || isRefused ? "rejected" : "accepted", category, read.Place);
        int messages = _json.Length;
        foreach (Diagnostic problem in read.Problems.Where(problem => !BatchDiagnostics.IsOfHost(problem)))
        {
            Write(problem);
            Keep(read.Transaction, problem);
        }

        foreach (Finding finding in findings)
        {
            Write(read, finding);
        }

        _json.CloseList(messages);
        _json.CloseObject(claim);
    }

    /// <summary>Writes a claim of rows that was decided and of which nothing was found.</summary>
    public void WriteClean(ClaimBatch batch, int row, Claim claim)
    {
        int start = Begin(batch.TransactionOf(row), claim.Id, "accepted", "A2", batch.PlaceOf(batch.Claims[row]));
        _json.CloseList(_json.Length);
        _json.CloseObject(start);
    }

    // Up to its messages.
    private int Begin(X12Envelope? transaction, string id, string status, string category, Place place)
    {
        if (_stretches.Count == 0 || !ReferenceEquals(_stretches[^1].Transaction, transaction))
        {
            _stretches.Add((transaction, _json.Length));
        }

        _json.Put(","u8);
        int claim = _json.Length;
        _json.Text(""","claim":"""u8, id);
        _json.Text(""","status":"""u8, status);
        _json.Text(""","category":"""u8, category);
        AcknowledgedPlaces.Write(_json, place);
        _json.Put(""","messages":"""u8);
        return claim;
    }

    private void Write(Diagnostic problem)
    {
        _json.Put(","u8);
        AcknowledgedPlaces.Write(_json, problem);
    }

    private void Write(ReadClaim read, Finding finding)
    {
        string path = pathOf(read.Claim!, finding); // A claim with findings was read.
        _json.Put(","u8);
        int start = _json.Length;
        _json.Text(""","id":"""u8, finding.Edit);
        _json.Text(""","severity":"""u8, OutcomeWords.Of(finding.Action));
        _json.Text(""","message":"""u8, finding.Message ?? "");
        _json.Text(""","path":"""u8, path);
        AcknowledgedPlaces.Write(_json, read.Places?.Find(path));
        _json.CloseObject(start);
    }

    private void Keep(X12Envelope? transaction, Diagnostic problem)
    {
        // A claim id given twice is no fault of the file.
        if (transaction is not null && problem.Id.StartsWith(OfSyntax, StringComparison.Ordinal))
        {
            _problems.Add((transaction, problem));
        }
    }
}
