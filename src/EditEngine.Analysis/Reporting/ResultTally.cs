using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Reporting;

/// <summary>Adds up results as they are read. Its memory grows with the number of edits, reasons, providers, months and places, not with the claims.</summary>
internal sealed class ResultTally
{
    private readonly SortedSet<string> _packs = new(StringComparer.Ordinal);
    private readonly long[] _dispositions = new long[Enum.GetValues<Disposition>().Length];
    private readonly long[] _decisions = new long[Enum.GetValues<LineDecision>().Length];
    private readonly Dictionary<string, TallyRow> _edits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyRow> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyRow> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyRow> _months = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyRow> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenTally> _open = new(StringComparer.Ordinal);
    private long _claims, _lines, _notPaid, _billed, _held;
    private bool _hasClaims;

    /// <summary>Adds a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="claim">Its claim; null where the claims are not at hand.</param>
    public void Add(Result result, Claim? claim)
    {
        _packs.Add(result.Pack);
        _claims++;
        _dispositions[(int)result.Disposition]++;
        _hasClaims |= claim is not null;
        foreach (LineResult line in result.Lines)
        {
            AddLine(result, line, claim);
        }

        foreach (NotEvaluated open in result.NotEvaluated)
        {
            AddOpen(result.Claim, open);
        }
    }

    /// <summary>What was added up.</summary>
    public DecisionReport ToReport() => new()
    {
        Packs = [.. _packs],
        Claims = _claims,
        Lines = _lines,
        NotPaidCents = _notPaid,
        BilledCents = _hasClaims ? _billed : null,
        HeldCents = _hasClaims ? _held : null,
        Dispositions = Counted<Disposition>(_dispositions),
        Decisions = Counted<LineDecision>(_decisions),
        Groups =
        [
            new ReportGroup("edit", ByMoney(_edits)), new ReportGroup("carc", ByMoney(_reasons)),
            .. _hasClaims ? [new ReportGroup("provider", ByMoney(_providers)), new ReportGroup("month", InOrder(_months)), new ReportGroup("place", ByMoney(_places))] : ImmutableArray<ReportGroup>.Empty,
        ],
        NotEvaluated = [.. _open.Select(one => one.Value.ToQuestion(one.Key)).OrderByDescending(one => one.Times).ThenBy(one => one.Want, StringComparer.Ordinal)],
        Outliers = ProviderOutliers.Of(_providers.Select(one => one.Value.ToRow(one.Key))),
    };

    private void AddLine(Result result, LineResult line, Claim? claim)
    {
        _lines++;
        _decisions[(int)line.Status]++;
        bool isDecided = line.Status != LineDecision.Pay;
        long cents = line.DeniedChargeCents ?? 0;
        _notPaid += cents;
        string? reason = null;
        foreach (IGrouping<string, Finding> edit in result.Findings
            .Where(finding => (finding.Line == line.Number || finding.Level == FindingLevel.Claim) && finding.State is FindingState.Active or FindingState.Suppressed)
            .GroupBy(finding => finding.Edit, StringComparer.Ordinal))
        {
            bool isWinning = isDecided && edit.Key == line.Winning;
            Row(_edits, edit.Key).AddFound(result.Claim, isWinning, isWinning ? cents : 0);
            reason = isWinning ? ReasonOf(edit.First()) : reason;
        }

        if (reason is not null)
        {
            Row(_reasons, reason).Add(result.Claim, isDecided, cents);
        }

        if (claim?.Lines.FirstOrDefault(one => one.Number == line.Number) is ServiceLine billed)
        {
            _billed += billed.ChargeCents ?? 0;
            _held += line.Status is LineDecision.Pend or LineDecision.Review or LineDecision.Return ? billed.ChargeCents ?? 0 : 0;
            Row(_providers, claim.Billing?.Npi ?? "not given").Add(result.Claim, isDecided, cents);
            Row(_months, (billed.From ?? claim.From)?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "not given").Add(result.Claim, isDecided, cents);
            Row(_places, billed.PlaceOfService.IsMissing ? "not given" : billed.PlaceOfService.ToString()).Add(result.Claim, isDecided, cents);
        }
    }

    private void AddOpen(string claim, NotEvaluated open)
    {
        IEnumerable<string> wants = open.Because switch
        {
            NotEvaluatedCause.OverBudget => ["over budget"],
            NotEvaluatedCause.Overflow => ["overflow"],
            _ => open.Missing,
        };
        foreach (string want in wants)
        {
            // A field is one, whatever line it is of.
            string name = FieldOf(want);
            if (!_open.TryGetValue(name, out OpenTally? tally))
            {
                _open.Add(name, tally = new OpenTally());
            }

            tally.Add(open.Edit, claim);
        }
    }

    private static string FieldOf(string path) => string.Concat(path.Split('[', ']').Where((_, at) => at % 2 == 0));

    private static string ReasonOf(Finding finding) => finding.Carc is null ? finding.Reason ?? "no reason" : $"{finding.GroupCode} {finding.Carc}";

    private static TallyRow Row(Dictionary<string, TallyRow> rows, string value)
    {
        if (!rows.TryGetValue(value, out TallyRow? row))
        {
            rows.Add(value, row = new TallyRow());
        }

        return row;
    }

    private static ImmutableArray<(string Word, long Count)> Counted<T>(long[] counts)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select((value, at) => (Enum.GetName(value)!.ToLowerInvariant(), counts[at])).Where(one => one.Item2 > 0)]; // They are declared values.

    private static ImmutableArray<ReportRow> ByMoney(Dictionary<string, TallyRow> rows) =>
        [.. rows.Select(one => one.Value.ToRow(one.Key)).OrderByDescending(row => row.NotPaidCents).ThenByDescending(row => row.Decided).ThenBy(row => row.Value, StringComparer.Ordinal)];

    private static ImmutableArray<ReportRow> InOrder(Dictionary<string, TallyRow> rows) => [.. rows.Select(one => one.Value.ToRow(one.Key)).OrderBy(row => row.Value, StringComparer.Ordinal)];
}
