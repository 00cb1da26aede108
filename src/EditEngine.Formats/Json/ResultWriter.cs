using System.Buffers;
using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Writes results in JSON: UTF-8, one object of the result schema a line.</summary>
/// <remarks>
/// The same result gives the same bytes: members in the schema's order, numbers without spare zeros, money in dollars, lists in the result's order.
/// What is null, and what is an empty list and not required, is not written. Keeps its buffer; one a thread.
/// </remarks>
public sealed class ResultWriter : IDisposable
{
    private readonly JsonBytes _line = new();

    /// <summary>Writes a result and a line feed.</summary>
    public void Write(Result result, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        _line.Clear();
        Write(result, _line);
        output.Write(_line.Written);
    }

    /// <summary>Writes a result and a line feed, in one piece.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(Result result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        _line.Clear();
        Write(result, _line);
        output.Write(_line.Written);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to give back; hosts were told to dispose.
    }

    /// <summary>Writes a result and a line feed behind what is written.</summary>
    internal static void Write(Result result, JsonBytes json)
    {
        int start = json.Length;
        json.Text(""","claim":"""u8, result.Claim);
        json.Text(""","pack":"""u8, result.Pack);
        json.Date(""","asOf":"""u8, result.AsOf);
        json.Text(""","disposition":"""u8, OutcomeWords.Of(result.Disposition));
        WriteLines(json, result);
        json.Objects(""","addedLines":"""u8, result.AddedLines.OrAbsent(), WriteAddedLine);
        json.Objects(""","historyActions":"""u8, result.HistoryActions.OrAbsent(), WriteHistoryAction);
        json.Objects(""","findings":"""u8, result.Findings, WriteFinding);
        json.Objects(""","notEvaluated":"""u8, result.NotEvaluated.OrAbsent(), WriteNotEvaluated);
        WriteEnd(json, start, result.HistorySupplied);
    }

    /// <summary>Writes what is said of a claim without findings, and a line feed, behind what is written.</summary>
    internal static void Write(in CleanResult result, JsonBytes json)
    {
        int start = json.Length;
        json.Text(""","claim":"""u8, result.Claim.Id);
        json.Text(""","pack":"""u8, result.Pack);
        json.Date(""","asOf":"""u8, result.AsOf);
        json.Put(""","disposition":"clean","lines":"""u8);
        int lines = json.Length;
        foreach (ServiceLine line in result.Lines)
        {
            WriteUntouched(json, line);
        }

        json.CloseList(lines);
        json.Put(""","findings":[]"""u8);
        WriteEnd(json, start, result.HistorySupplied);
    }

    private static void WriteEnd(JsonBytes json, int start, bool historySupplied)
    {
        if (!historySupplied)
        {
            json.Put(""","historySupplied":false"""u8);
        }

        json.CloseObject(start);
        json.Put("\n"u8);
    }

    // Lines on which nothing was found are written from the claim's own: no decision is made of them for it.
    private static void WriteLines(JsonBytes json, Result result)
    {
        LineDecisions decisions = result.LineDecisions;
        if (decisions.Lines.IsEmpty)
        {
            json.Objects(""","lines":"""u8, result.Lines, WriteLine);
            return;
        }

        json.Put(""","lines":"""u8);
        int lines = json.Length;
        for (int i = 0; i < decisions.Lines.Length; i++)
        {
            if (decisions.TouchedAt(i) is LineResult touched)
            {
                json.Put(","u8);
                int start = json.Length;
                WriteLine(json, touched);
                json.CloseObject(start);
            }
            else
            {
                WriteUntouched(json, decisions.Lines[i]);
            }
        }

        json.CloseList(lines);
    }

    // As WriteLine of what LineDecisions.Untouched says.
    private static void WriteUntouched(JsonBytes json, ServiceLine line)
    {
        json.Whole(""",{"number":"""u8, line.Number);
        json.Put(",\"status\":\"pay\""u8);
        if (line.Units is decimal units)
        {
            json.Number(""","billedUnits":"""u8, units);
            json.Number(""","allowedUnits":"""u8, units);
            json.Put(""","deniedUnits":0"""u8);
        }

        if (line.ChargeCents is not null)
        {
            json.Put(""","deniedCharge":0"""u8);
        }

        json.Put(""","payPercent":100}"""u8);
    }

    private static void WriteLine(JsonBytes json, LineResult line)
    {
        json.Whole(""","number":"""u8, line.Number);
        json.Text(""","status":"""u8, OutcomeWords.Of(line.Status));
        json.Text(""","winning":"""u8, line.Winning);
        json.Number(""","billedUnits":"""u8, line.BilledUnits);
        json.Number(""","allowedUnits":"""u8, line.AllowedUnits);
        json.Number(""","deniedUnits":"""u8, line.DeniedUnits);
        json.Dollars(""","deniedCharge":"""u8, line.DeniedChargeCents);
        json.Number(""","payPercent":"""u8, line.PayPercent);
        json.Code(""","procedure":"""u8, line.Procedure);
        json.Codes(""","modifiers":"""u8, line.Modifiers); // an empty list says that all were taken off
    }

    private static void WriteAddedLine(JsonBytes json, AddedLine line)
    {
        json.Code(""","procedure":"""u8, line.Procedure);
        json.Codes(""","modifiers":"""u8, line.Modifiers.OrAbsent());
        json.Number(""","units":"""u8, line.Units);
        json.Number(""","payPercent":"""u8, line.PayPercent);
        json.Wholes(""","supports":"""u8, line.Supports.OrAbsent());
        json.Text(""","edit":"""u8, line.Edit);
    }

    private static void WriteHistoryAction(JsonBytes json, HistoryAction action)
    {
        json.Text(""","claimId":"""u8, action.ClaimId);
        json.Whole(""","number":"""u8, action.Number);
        json.Text(""","action":"""u8, OutcomeWords.Of(action.Action));
        json.Text(""","edit":"""u8, action.Edit);
    }

    private static void WriteFinding(JsonBytes json, Finding finding)
    {
        json.Text(""","edit":"""u8, finding.Edit);
        json.Text(""","version":"""u8, finding.Version);
        json.Text(""","phase":"""u8, finding.Phase);
        json.Text(""","level":"""u8, OutcomeWords.Of(finding.Level));
        json.Whole(""","line":"""u8, finding.Line);
        json.Text(""","field":"""u8, finding.Field);
        json.Text(""","action":"""u8, OutcomeWords.Of(finding.Action));
        json.Text(""","state":"""u8, OutcomeWords.Of(finding.State));
        json.Text(""","suppressedBy":"""u8, finding.SuppressedBy);
        json.Object(""","bypass":"""u8, finding.Bypass, WriteBypass);
        json.Text(""","reason":"""u8, finding.Reason);
        json.Text(""","groupCode":"""u8, finding.GroupCode);
        json.Text(""","carc":"""u8, finding.Carc);
        json.Texts(""","rarc":"""u8, finding.Rarc.OrAbsent());
        json.Text(""","queue":"""u8, finding.Queue);
        json.YesNo(""","overridable":"""u8, finding.Overridable);
        json.Text(""","message":"""u8, finding.Message);
        json.Texts(""","cite":"""u8, finding.Cite.OrAbsent());
        json.Objects(""","related":"""u8, finding.Related.OrAbsent(), WriteRelated);
        if (finding.RelatedOmitted > 0)
        {
            json.Whole(""","relatedOmitted":"""u8, finding.RelatedOmitted);
        }

        json.Objects(""","rows":"""u8, finding.Rows.OrAbsent(), WriteRow);
    }

    private static void WriteBypass(JsonBytes json, Bypass bypass)
    {
        json.Text(""","because":"""u8, bypass.Because);
        json.Text(""","owner":"""u8, bypass.Owner);
        json.Date(""","until":"""u8, bypass.Until);
    }

    private static void WriteRelated(JsonBytes json, RelatedLine line)
    {
        json.Text(""","claimId":"""u8, line.ClaimId);
        json.Whole(""","number":"""u8, line.Number);
    }

    private static void WriteRow(JsonBytes json, RowUsed row)
    {
        json.Text(""","table":"""u8, row.Table);
        json.Text(""","key":"""u8, row.Key);
        json.Date(""","from":"""u8, row.From);
        json.Date(""","through":"""u8, row.Through);
    }

    private static void WriteNotEvaluated(JsonBytes json, NotEvaluated edit)
    {
        json.Text(""","edit":"""u8, edit.Edit);
        json.Whole(""","line":"""u8, edit.Line);
        json.Texts(""","missing":"""u8, edit.Missing);
        json.Text(""","because":"""u8, edit.Because is NotEvaluatedCause cause ? OutcomeWords.Of(cause) : null);
    }
}
