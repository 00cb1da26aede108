using System.Globalization;
using EditEngine.Formats;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Output;

/// <summary>Results for people: a row for each claim, below it a row for each finding.</summary>
internal sealed class ResultTable(TextWriter output, AnsiStyle style, IEnumerable<string> edits)
{
    private const int ActionWidth = 16;
    private const int ReasonWidth = 8;

    private readonly int _editWidth = edits.Select(edit => edit.Length).Append(8).Max();

    public void Write(Result result)
    {
        output.WriteLine($"{style.Bold(EscapedText.Of(result.Claim))}  {Coloured(Word(result.Disposition))}  {Counts.Of(result.Lines.Length, "line")}");
        foreach (Finding finding in result.Findings)
        {
            Row(finding.Line, ActionOf(finding), finding.Edit, ReasonOf(finding), finding.Message ?? AboutOf(finding));
        }

        foreach (LineResult line in result.Lines)
        {
            if (string.Join(", ", LineAmounts.Of(line)) is { Length: > 0 } amounts)
            {
                Row(line.Number, "decided", line.Winning ?? "", "", amounts);
            }
        }

        foreach (AddedLine added in result.AddedLines)
        {
            Row(null, "line added", added.Edit, "", string.Create(CultureInfo.InvariantCulture, $"{added.Procedure}, {added.Units:0.####} units, paid at {added.PayPercent:0.##}%"));
        }

        foreach (HistoryAction action in result.HistoryActions)
        {
            Row(null, $"{ActionTable.Of(action.Action).Verb} history", action.Edit, "", string.Create(CultureInfo.InvariantCulture, $"claim {action.ClaimId}, line {action.Number}"));
        }

        foreach (NotEvaluated open in result.NotEvaluated)
        {
            Row(open.Line, "not evaluated", open.Edit, "", WantOf(open));
        }
    }

    private static string WantOf(NotEvaluated open) => open.Because switch
    {
        NotEvaluatedCause.OverBudget => "over budget",
        NotEvaluatedCause.Overflow => "overflow",
        _ => $"missing: {string.Join(", ", open.Missing)}",
    };

    private void Row(int? line, string action, string edit, string reason, string text)
    {
        string number = line?.ToString(CultureInfo.InvariantCulture) ?? "-";
        string row = $"{number,6}  {Coloured(action.PadRight(ActionWidth))}  {EscapedText.Of(edit).PadRight(_editWidth)}  {EscapedText.Of(reason).PadRight(ReasonWidth)}  {EscapedText.Of(text)}";
        output.WriteLine(row.TrimEnd());
    }

    private static string ActionOf(Finding finding) => finding.State switch
    {
        FindingState.Active => ActionTable.Of(finding.Action).Verb,
        FindingState.Monitor => $"{ActionTable.Of(finding.Action).Verb} (monitor)",
        FindingState.Bypassed => $"{ActionTable.Of(finding.Action).Verb} bypassed",
        _ => $"{ActionTable.Of(finding.Action).Verb} outranked",
    };

    private static string ReasonOf(Finding finding) => finding.Carc is null ? finding.Reason ?? "" : $"{finding.GroupCode} {finding.Carc}";

    private static string AboutOf(Finding finding)
    {
        string? queue = finding.Queue is null ? null : $"queue {finding.Queue}";
        return finding.Bypass?.Because ?? queue ?? "";
    }

    private string Coloured(string word) => word.Split(' ')[0] switch
    {
        _ when word.Contains("bypassed", StringComparison.Ordinal) || word.Contains("monitor", StringComparison.Ordinal) => style.Faint(word),
        string verb when ActionTable.Find(verb) is { IsDenial: true } => style.Red(word),
        "clean" => style.Green(word),
        _ => style.Yellow(word),
    };

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant(); // results hold declared values only
}
