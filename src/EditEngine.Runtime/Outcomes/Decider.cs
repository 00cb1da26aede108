using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Outcomes;

/// <summary>Findings in, one decision out: the lattice, what suppresses what, units, percents and the claim's disposition.</summary>
internal sealed class Decider
{
    private readonly ReasonMap _reasons;
    private readonly string _packLabel;

    /// <summary>A decider of one pack.</summary>
    /// <param name="packLabel">name@version#hash, as results show it.</param>
    /// <param name="reasons">The pack's reason map.</param>
    public Decider(string packLabel, ReasonMap reasons)
    {
        _packLabel = packLabel;
        _reasons = reasons;
    }

    /// <summary>Decides a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">As-of date: it dates the reason map.</param>
    /// <param name="drafts">All findings, by phase, edit and target.</param>
    /// <param name="notEvaluated">What could not be decided.</param>
    /// <param name="historyActions">Whether actions on history are wanted.</param>
    public Result Decide(Claim claim, DateOnly asOf, ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> notEvaluated, bool historyActions)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Decide(claim, LineColumns.InOrder(PlainFacts.Of(claim.Lines)), asOf, drafts, notEvaluated, historyActions);
    }

    /// <summary>Decides a claim whose lines stand by number.</summary>
    internal Result Decide(
        Claim claim, ServiceLine[] lines, DateOnly asOf, ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> notEvaluated, bool historyActions)
    {
        if (drafts.IsEmpty)
        {
            return new Result
            {
                Claim = claim.Id,
                Pack = _packLabel,
                AsOf = asOf,
                Disposition = Disposition.Clean,
                Lines = default,
                LineDecisions = new LineDecisions(lines, null),
                Findings = [],
                NotEvaluated = notEvaluated,
            };
        }

        string?[] suppressedBy = new string?[drafts.Length];
        (LineDecision Decision, string Edit)? claimLevel = ClaimLevel(drafts);
        LineDecisions decisions = DecideLines(lines, drafts, suppressedBy, claimLevel);
        DropAddedLines(drafts, suppressedBy, decisions, claimLevel);
        Finding[] findings = new Finding[drafts.Length];
        ImmutableArray<AddedLine>.Builder? added = null;
        ImmutableArray<HistoryAction>.Builder? actions = null;
        for (int i = 0; i < drafts.Length; i++)
        {
            Finding finding = Rendered(drafts[i], suppressedBy[i], asOf, claim.LineOfBusiness);
            findings[i] = finding;
            if (finding.State != FindingState.Active)
            {
                continue;
            }

            if (drafts[i].Added is AddedLine line)
            {
                (added ??= ImmutableArray.CreateBuilder<AddedLine>()).Add(line);
            }

            if (historyActions && drafts[i].HistoryLine is RelatedLine history && ActionTable.Of(finding.Action).IsTakenOnHistory)
            {
                // A history line has its claim.
                (actions ??= ImmutableArray.CreateBuilder<HistoryAction>()).Add(new HistoryAction(history.ClaimId!, history.Number, finding.Action, finding.Edit));
            }
        }

        return new Result
        {
            Claim = claim.Id,
            Pack = _packLabel,
            AsOf = asOf,
            Disposition = DispositionOf(claimLevel, decisions, findings),
            Lines = default,
            LineDecisions = decisions,
            AddedLines = added?.ToImmutable() ?? [],
            HistoryActions = actions?.ToImmutable() ?? [],
            Findings = ImmutableCollectionsMarshal.AsImmutableArray(findings),
            NotEvaluated = notEvaluated,
        };
    }

    /// <summary>Whether the state of a line at a phase's start is denied or rejected, by the findings so far.</summary>
    public static bool IsDenied(IEnumerable<FindingDraft> drafts, int line) =>
        drafts.Any(draft => draft.State == FindingState.Active
            && ActionTable.Of(draft.Action).IsDenial
            && (draft.Level == FindingLevel.Line ? draft.Line == line : draft.Level != FindingLevel.History));

    private static bool IsOfClaim(FindingDraft draft) => draft.Level is not (FindingLevel.Line or FindingLevel.History);

    private static (LineDecision Decision, string Edit)? ClaimLevel(ImmutableArray<FindingDraft> drafts)
    {
        FindingDraft? strongest = null;
        foreach (FindingDraft draft in drafts)
        {
            if (IsOfClaim(draft) && draft.State == FindingState.Active && ActionTable.Of(draft.Action).DecidesClaim && (strongest is null || Beats(draft, strongest)))
            {
                strongest = draft;
            }
        }

        return strongest is null ? null : (DecisionOf(strongest), strongest.Edit.Id);
    }

    // INVARIANT: both are in the lattice.
    private static bool Beats(FindingDraft a, FindingDraft b)
    {
        int order = DecisionOf(b).CompareTo(DecisionOf(a));
        order = order != 0 ? order : a.Edit.Precedence.CompareTo(b.Edit.Precedence);
        order = order != 0 ? order : b.Edit.ScopeRank.CompareTo(a.Edit.ScopeRank);
        return (order != 0 ? order : string.CompareOrdinal(a.Edit.Id, b.Edit.Id)) < 0;
    }

    private static LineDecision DecisionOf(FindingDraft draft) => ActionTable.Of(draft.Action).Decision ?? LineDecision.Pay;

    // A line of which nothing was found, on a claim of which nothing was, is paid as billed.
    private static LineDecisions DecideLines(
        ServiceLine[] lines, ImmutableArray<FindingDraft> drafts, string?[] suppressedBy, (LineDecision Decision, string Edit)? claimLevel)
    {
        LineResult?[]? touched = null;
        LineDrafts ofLines = new(drafts);
        for (int i = 0; i < lines.Length && (claimLevel is not null || ofLines.Count > 0); i++)
        {
            ReadOnlySpan<int> own = ofLines.Of(lines[i].Number);
            if (claimLevel is not null || own.Length > 0)
            {
                touched ??= new LineResult?[lines.Length];
                touched[i] = DecideLine(lines[i], drafts, own, suppressedBy, claimLevel);
            }
        }

        return new LineDecisions(lines, touched);
    }

    private static LineResult DecideLine(
        ServiceLine line, ImmutableArray<FindingDraft> drafts, ReadOnlySpan<int> own, string?[] suppressedBy, (LineDecision Decision, string Edit)? claimLevel)
    {
        FindingDraft? winner = null;
        foreach (int i in own)
        {
            if (ActionTable.Of(drafts[i].Action).Decision is not null && (winner is null || Beats(drafts[i], winner)))
            {
                winner = drafts[i];
            }
        }

        for (int at = 0; at < own.Length && winner is not null; at++)
        {
            int i = own[at];
            FindingDraft draft = drafts[i];
            if (draft.Edit.Id != winner.Edit.Id && FallsTo(draft, winner))
            {
                suppressedBy[i] = winner.Edit.Id;
            }
        }

        LineDecision status = winner is null ? LineDecision.Pay : DecisionOf(winner);
        string? winning = winner?.Edit.Id;
        if (claimLevel is (LineDecision decision, string edit) && decision > status)
        {
            status = decision;
            winning = edit;
        }

        return Amounts(line, status, winning, drafts, own, suppressedBy);
    }

    private static bool FallsTo(FindingDraft draft, FindingDraft winner)
    {
        ActionRow row = ActionTable.Of(draft.Action);
        return row.Falls switch
        {
            ActionFall.ToStronger => !(row.Composes && draft.Action == winner.Action),
            ActionFall.ToDenial => ActionTable.Of(winner.Action).IsDenial,
            _ => false,
        };
    }

    private static LineResult Amounts(
        ServiceLine line, LineDecision status, string? winning, ImmutableArray<FindingDraft> drafts, ReadOnlySpan<int> own, string?[] suppressedBy)
    {
        bool pays = ActionTable.Of(status) is not { PaysNothing: true };
        decimal? allowed = pays ? line.Units : 0m;
        decimal percent = 100m;
        Code replacement = default;
        foreach (int i in own)
        {
            FindingDraft draft = drafts[i];
            if (suppressedBy[i] is not null)
            {
                continue;
            }

            ActionRow row = ActionTable.Of(draft.Action);
            if (row.Allows(ActionParts.Amount) && pays)
            {
                allowed = draft.AllowedUnits is decimal units && (allowed is null || units < allowed) ? Math.Max(units, 0m) : allowed;
                percent = draft.PayPercent is decimal share ? percent * share / 100m : percent;
            }

            if (row.Allows(ActionParts.NewCode) && pays && replacement.IsMissing)
            {
                replacement = draft.Replacement;
            }
        }

        // SOURCE: percents multiply and are rounded once, to a hundredth, halves up.
        percent = Math.Round(percent, 2, MidpointRounding.AwayFromZero);
        return new LineResult
        {
            Number = line.Number,
            Status = status,
            Winning = winning,
            BilledUnits = line.Units,
            AllowedUnits = allowed,
            DeniedUnits = line.Units is decimal billed && allowed is decimal kept ? DeniedUnits(billed, kept) : null,
            DeniedChargeCents = pays ? DeniedCharge(line, allowed, percent) : line.ChargeCents,
            PayPercent = percent,
            Procedure = replacement,
        };
    }

    // Units and charges that no claim has, and a reader lets through: what does not fit a number is not told.
    private static decimal? DeniedUnits(decimal billed, decimal kept)
    {
        try
        {
            return billed - kept;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static long? DeniedCharge(ServiceLine line, decimal? allowed, decimal percent)
    {
        if (line.ChargeCents is not long charge)
        {
            return null;
        }

        try
        {
            // A line of no units that is paid is paid whole: there is nothing to share its charge among.
            decimal part = line.Units is decimal billed ? billed != 0m && allowed is decimal kept ? kept / billed : 1m : allowed == 0m ? 0m : 1m;
            return checked(charge - (long)Math.Round(charge * part * percent / 100m, 0, MidpointRounding.AwayFromZero));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static void DropAddedLines(
        ImmutableArray<FindingDraft> drafts, string?[] suppressedBy, LineDecisions decisions, (LineDecision Decision, string Edit)? claimLevel)
    {
        for (int i = 0; i < drafts.Length; i++)
        {
            if (drafts[i].Added is not AddedLine added || drafts[i].State != FindingState.Active)
            {
                continue;
            }

            foreach (int support in added.Supports)
            {
                // An added line rests on lines of the claim only; of one that nothing touched there is nothing to say.
                if (decisions.TouchedAt(PositionOf(decisions.Lines, support)) is LineResult line && line.Number == support && IsDenial(line.Status) && line.Winning != drafts[i].Edit.Id)
                {
                    suppressedBy[i] ??= line.Winning;
                }
            }

            if (claimLevel is (LineDecision decision, string edit) && IsDenial(decision) && edit != drafts[i].Edit.Id)
            {
                suppressedBy[i] ??= edit;
            }
        }
    }

    private static bool IsDenial(LineDecision decision) => ActionTable.Of(decision) is { IsDenial: true };

    // Lines stand by number, each once.
    private static int PositionOf(ReadOnlySpan<ServiceLine> lines, int number)
    {
        int low = 0;
        int high = lines.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = lines[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Disposition DispositionOf(
        (LineDecision Decision, string Edit)? claimLevel, LineDecisions lines, Finding[] findings)
    {
        if (claimLevel is (LineDecision decision, _))
        {
            return DispositionOf(decision);
        }

        LineDecision common = lines.StatusAt(0);
        for (int i = 1; i < lines.Lines.Length; i++)
        {
            if (lines.StatusAt(i) != common)
            {
                return Disposition.Partial;
            }
        }

        if (common != LineDecision.Pay)
        {
            return DispositionOf(common);
        }

        Disposition weakest = Disposition.Clean;
        foreach (Finding finding in findings)
        {
            ActionRow row = ActionTable.Of(finding.Action);
            bool shows = finding.State == FindingState.Active && row.ShowsWhereNothingIsDecided && !(row.IsTakenOnHistory && finding.Level == FindingLevel.History);
            Disposition own = shows ? row.Disposition : Disposition.Clean;
            weakest = own > weakest ? own : weakest;
        }

        return weakest;
    }

    private static Disposition DispositionOf(LineDecision decision) => ActionTable.Of(decision)?.Disposition ?? Disposition.Clean;

    private Finding Rendered(FindingDraft draft, string? suppressedBy, DateOnly asOf, string? lineOfBusiness)
    {
        ReasonRow? reason = draft.Reason is null ? null : _reasons.Find(draft.Reason, asOf.DayNumber, lineOfBusiness);
        return new Finding
        {
            Edit = draft.Edit.Id,
            Version = draft.Edit.Version,
            Phase = draft.Edit.Phase,
            Level = draft.Level,
            Line = draft.Line,
            Field = draft.Field,
            Action = draft.Action,
            State = suppressedBy is null ? draft.State : FindingState.Suppressed,
            SuppressedBy = suppressedBy,
            Bypass = draft.Bypass,
            Reason = draft.Reason,
            GroupCode = reason?.GroupCode,
            Carc = reason?.Carc,
            Rarc = reason?.Rarc ?? [],
            Queue = draft.Queue,
            Overridable = draft.Overridable,
            Message = draft.Message,
            Cite = draft.Edit.Cites,
            Related = draft.Related,
            RelatedOmitted = draft.RelatedOmitted,
            Rows = draft.Rows,
        };
    }
}
