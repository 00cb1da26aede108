using System.Buffers;
using System.Text.Json;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Tests.Json;

/// <summary>Results through the framework's writer of JSON, member by member: the bytes that <see cref="ResultWriter"/> must write.</summary>
internal static class FrameworkResults
{
    /// <summary>A result and a line feed.</summary>
    public static byte[] Written(Result result)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line, JsonMembers.OneLine))
        {
            json.WriteStartObject();
            WriteMembers(json, result);
            json.WriteEndObject();
        }

        return [.. line.WrittenSpan, (byte)'\n'];
    }

    private static void WriteMembers(Utf8JsonWriter json, Result result)
    {
        json.Text("claim", result.Claim);
        json.Text("pack", result.Pack);
        json.Date("asOf", result.AsOf);
        json.WriteString("disposition", OutcomeWords.Of(result.Disposition));
        json.Objects("lines", result.Lines, WriteLine);
        json.Objects("addedLines", result.AddedLines.OrAbsent(), WriteAddedLine);
        json.Objects("historyActions", result.HistoryActions.OrAbsent(), WriteHistoryAction);
        json.Objects("findings", result.Findings, WriteFinding);
        json.Objects("notEvaluated", result.NotEvaluated.OrAbsent(), WriteNotEvaluated);
        if (!result.HistorySupplied)
        {
            json.WriteBoolean("historySupplied", false);
        }
    }

    private static void WriteLine(Utf8JsonWriter json, LineResult line)
    {
        json.WriteNumber("number", line.Number);
        json.WriteString("status", OutcomeWords.Of(line.Status));
        json.Text("winning", line.Winning);
        json.Number("billedUnits", line.BilledUnits);
        json.Number("allowedUnits", line.AllowedUnits);
        json.Number("deniedUnits", line.DeniedUnits);
        json.Dollars("deniedCharge", line.DeniedChargeCents);
        json.Number("payPercent", line.PayPercent);
        json.Code("procedure", line.Procedure);
        json.Codes("modifiers", line.Modifiers); // an empty list says that all were taken off
    }

    private static void WriteAddedLine(Utf8JsonWriter json, AddedLine line)
    {
        json.Code("procedure", line.Procedure);
        json.Codes("modifiers", line.Modifiers.OrAbsent());
        json.Number("units", line.Units);
        json.Number("payPercent", line.PayPercent);
        if (!line.Supports.IsDefaultOrEmpty)
        {
            json.WriteStartArray("supports");
            foreach (int number in line.Supports)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }

        json.Text("edit", line.Edit);
    }

    private static void WriteHistoryAction(Utf8JsonWriter json, HistoryAction action)
    {
        json.Text("claimId", action.ClaimId);
        json.WriteNumber("number", action.Number);
        json.WriteString("action", OutcomeWords.Of(action.Action));
        json.Text("edit", action.Edit);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.Text("edit", finding.Edit);
        json.Text("version", finding.Version);
        json.Text("phase", finding.Phase);
        json.WriteString("level", OutcomeWords.Of(finding.Level));
        json.Number("line", finding.Line);
        json.Text("field", finding.Field);
        json.WriteString("action", OutcomeWords.Of(finding.Action));
        json.WriteString("state", OutcomeWords.Of(finding.State));
        json.Text("suppressedBy", finding.SuppressedBy);
        json.Object("bypass", finding.Bypass, WriteBypass);
        json.Text("reason", finding.Reason);
        json.Text("groupCode", finding.GroupCode);
        json.Text("carc", finding.Carc);
        json.Texts("rarc", finding.Rarc.OrAbsent());
        json.Text("queue", finding.Queue);
        json.YesNo("overridable", finding.Overridable);
        json.Text("message", finding.Message);
        json.Texts("cite", finding.Cite.OrAbsent());
        json.Objects("related", finding.Related.OrAbsent(), WriteRelated);
        if (finding.RelatedOmitted > 0)
        {
            json.WriteNumber("relatedOmitted", finding.RelatedOmitted);
        }

        json.Objects("rows", finding.Rows.OrAbsent(), WriteRow);
    }

    private static void WriteBypass(Utf8JsonWriter json, Bypass bypass)
    {
        json.Text("because", bypass.Because);
        json.Text("owner", bypass.Owner);
        json.Date("until", bypass.Until);
    }

    private static void WriteRelated(Utf8JsonWriter json, RelatedLine line)
    {
        json.Text("claimId", line.ClaimId);
        json.WriteNumber("number", line.Number);
    }

    private static void WriteRow(Utf8JsonWriter json, RowUsed row)
    {
        json.Text("table", row.Table);
        json.Text("key", row.Key);
        json.Date("from", row.From);
        json.Date("through", row.Through);
    }

    private static void WriteNotEvaluated(Utf8JsonWriter json, NotEvaluated edit)
    {
        json.Text("edit", edit.Edit);
        json.Number("line", edit.Line);
        json.Texts("missing", edit.Missing);
        json.Text("because", edit.Because is NotEvaluatedCause cause ? OutcomeWords.Of(cause) : null);
    }
}
