using System.Globalization;
using EditEngine.Analysis.Reporting;
using EditEngine.Outcomes;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace EditEngine.Cli.Output;

/// <summary>Results as a workbook: a row for each finding with the amounts of its line, and sheets of the sums. Written as the results come, whatever their number.</summary>
/// <remarks>Texts are texts and amounts are numbers: nothing in a cell is run as a formula, whatever a claim holds.</remarks>
internal sealed class ResultWorkbook : IDisposable
{
    // A sheet ends there.
    private const int MostRows = 1_048_576;
    private const int WidthOfText = 24;

    private static readonly string[] Heads =
    [
        "claim", "pack", "as of", "disposition", "edit", "line", "action", "state", "outranked by", "reason", "group", "CARC", "RARC", "message", "citation", "bypassed because",
        "line decision", "billed units", "allowed units", "denied units", "denied charge", "pay percent",
    ];

    private readonly Spreadsheet _book;
    private readonly List<Cell> _cells = [];
    private int _sheets;
    private int _rows;

    /// <summary>Begins a workbook.</summary>
    /// <param name="output">Where to; stays open.</param>
    public ResultWorkbook(Stream output)
    {
        _book = Wait(Spreadsheet.CreateNewAsync(output));
        BeginFindings();
    }

    /// <summary>Adds the findings of a result.</summary>
    public void Add(Result result)
    {
        foreach (Finding finding in result.Findings)
        {
            if (_rows == MostRows)
            {
                BeginFindings();
            }

            Row(Cells(result, finding, result.Lines.FirstOrDefault(line => line.Number == finding.Line)));
        }
    }

    /// <summary>Adds the sums, and ends the workbook.</summary>
    public void Finish(DecisionReport report)
    {
        foreach (ReportGroup group in report.Groups)
        {
            Begin($"By {group.By}", [group.By, "lines concerned", "lines decided", "dollars not paid"]);
            foreach (ReportRow row in group.Rows.Take(MostRows - 1))
            {
                Row([new(row.Value), new(row.Concerned), new(row.Decided), new(row.NotPaidCents / 100m)]);
            }
        }

        Begin("Not evaluated", ["missing", "times", "edits"]);
        foreach (OpenQuestion open in report.NotEvaluated)
        {
            Row([new(open.Want), new(open.Times), new(string.Join(", ", open.Edits))]);
        }

        Wait(_book.FinishAsync());
    }

    /// <inheritdoc/>
    public void Dispose() => _book.Dispose();

    private void BeginFindings() => Begin(++_sheets == 1 ? "Findings" : string.Create(CultureInfo.InvariantCulture, $"Findings {_sheets}"), Heads);

    private void Begin(string name, string[] heads)
    {
        WorksheetOptions options = new() { FrozenRows = 1 };
        for (int i = 1; i <= heads.Length; i++)
        {
            options.Column(i).Width = WidthOfText / (heads[i - 1].Length < 5 ? 2 : 1);
        }

        Wait(_book.StartWorksheetAsync(name, options));
        _rows = 0;
        Row(heads.Select(head => new Cell(head)));
    }

    private void Row(IEnumerable<Cell> cells)
    {
        _cells.Clear();
        _cells.AddRange(cells);
        Wait(_book.AddRowAsync(_cells));
        _rows++;
    }

    private static IEnumerable<Cell> Cells(Result result, Finding finding, LineResult? line) =>
    [
        new(result.Claim), new(result.Pack), new(result.AsOf.ToString("O", CultureInfo.InvariantCulture)), new(Word(result.Disposition)),
        new(finding.Edit), new(finding.Line), new(ActionTable.Of(finding.Action).Verb), new(Word(finding.State)), new(finding.SuppressedBy),
        new(finding.Reason), new(finding.GroupCode), new(finding.Carc), new(string.Join(' ', finding.Rarc)), new(finding.Message), new(string.Join("; ", finding.Cite)), new(finding.Bypass?.Because),
        new(line is null ? null : Word(line.Status)), new(line?.BilledUnits), new(line?.AllowedUnits), new(line?.DeniedUnits), new(line?.DeniedChargeCents / 100m), new(line?.PayPercent),
    ];

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant(); // Results hold declared values only.

    // The stream writes at once: nothing is waited for.
    private static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();

    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}
