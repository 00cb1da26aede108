using System.Globalization;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Writes findings as a table for a spreadsheet: a header row, then one row a finding. A claim without findings has no row.</summary>
/// <remarks>
/// RFC 4180: commas, rows end with CR LF, texts quoted where they must be. Spreadsheets run a cell that begins with = + - or @ as a formula, and
/// quotes do not stop them; such a text gets an apostrophe before it, which spreadsheets read as "this is text". So does one that begins with their wide forms.
/// What is not seen in a text, as control characters and line breaks, is written out (<c>\u000A</c>): a row is a line. Not safe for several threads.
/// </remarks>
public sealed class ResultCsvWriter
{
    /// <summary>The header row.</summary>
    internal const string Head =
        "claim,pack,as_of,disposition,edit,version,phase,level,line,field,action,state,suppressed_by,reason,group_code,carc,rarc,queue,overridable," +
        "message,cite,related,line_status,allowed_units,denied_units,denied_charge,pay_percent,replaced_with,modifiers\r\n";

    private readonly TextWriter _output;
    private bool _isFirst;

    /// <summary>Writes the header row.</summary>
    /// <param name="output">Where to; it stays open. UTF-8 with a byte order mark is what spreadsheets read best.</param>
    public ResultCsvWriter(TextWriter output)
        : this(output, Head)
    {
    }

    private ResultCsvWriter(TextWriter output, string head)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _output.Write(head);
    }

    /// <summary>Rows that follow a header which is elsewhere.</summary>
    internal static ResultCsvWriter Continuing(TextWriter output) => new(output, "");

    /// <summary>Writes the rows of one result.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Write(Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (Finding finding in result.Findings)
        {
            WriteRow(result, finding, result.Lines.FirstOrDefault(line => line.Number == finding.Line));
        }
    }

    private void WriteRow(Result result, Finding finding, LineResult? line)
    {
        _isFirst = true;
        Text(result.Claim);
        Text(result.Pack);
        Value(result.AsOf.ToString("O", CultureInfo.InvariantCulture));
        Value(OutcomeWords.Of(result.Disposition));
        Text(finding.Edit);
        Text(finding.Version);
        Text(finding.Phase);
        Value(OutcomeWords.Of(finding.Level));
        Number(finding.Line);
        Text(finding.Field);
        Value(OutcomeWords.Of(finding.Action));
        Value(OutcomeWords.Of(finding.State));
        Text(finding.SuppressedBy);
        Text(finding.Reason);
        Text(finding.GroupCode);
        Text(finding.Carc);
        Text(string.Join(' ', finding.Rarc));
        Text(finding.Queue);
        Value(finding.Overridable switch { true => "yes", false => "no", _ => "" });
        Text(finding.Message);
        Text(string.Join("; ", finding.Cite));
        Text(string.Join(' ', finding.Related.Select(RelatedText)));
        Value(line is null ? "" : OutcomeWords.Of(line.Status));
        Number(line?.AllowedUnits);
        Number(line?.DeniedUnits);
        Number(line?.DeniedChargeCents / 100m);
        Number(line?.PayPercent);
        Text(line is { Procedure.IsMissing: false } ? line.Procedure.ToString() : "");
        Text(line is { Modifiers.IsDefault: false } ? string.Join(' ', line.Modifiers) : "");
        _output.Write("\r\n");
    }

    private static string RelatedText(RelatedLine line) =>
        line.ClaimId is null
            ? line.Number.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{line.ClaimId}/{line.Number}");

    private void Number(decimal? value) =>
        Value(value is decimal number ? JsonMembers.Plain(number).ToString(CultureInfo.InvariantCulture) : "");

    private void Text(string? text)
    {
        text = EscapedText.Of(text ?? "");
        bool isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        Value(isFormula ? "'" + text : text);
    }

    private void Value(string text)
    {
        if (!_isFirst)
        {
            _output.Write(',');
        }

        _isFirst = false;
        bool needsQuotes = text.AsSpan().IndexOfAny("\",\r\n") >= 0 || (text.Length > 0 && (text[0] is ' ' or '\'' || text[^1] == ' '));
        _output.Write(needsQuotes ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }
}
