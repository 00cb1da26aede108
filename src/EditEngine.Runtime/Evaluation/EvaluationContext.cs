using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Outcomes;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>
/// What steps run on: one claim in the language's order, the slots of the edit that runs, and what earlier phases decided. One a thread, used
/// again for claim after claim. It has the columns of the claim and copies nothing of it.
/// </summary>
internal sealed partial class EvaluationContext
{
    private readonly BranchEnumeration _branches = new();

    /// <summary>The claim.</summary>
    public Claim Claim { get; private set; } = null!; // Set before any step runs.

    /// <summary>What was made of it.</summary>
    public ClaimColumns Columns { get; private set; } = null!; // Set with the claim.

    /// <summary>Its lines in columns.</summary>
    public LineColumns LineColumns => Columns.Lines;

    /// <summary>Its history in columns.</summary>
    public HistoryColumns HistoryColumns => Columns.History;

    /// <summary>Lines by number.</summary>
    public ServiceLine[] Lines => Columns.Lines.Lines;

    /// <summary>Number of lines.</summary>
    public int LineCount => Columns.LineCount;

    /// <summary>History in its order.</summary>
    public HistoryLine[] History => Columns.History.History;

    /// <summary>Number of history lines.</summary>
    public int HistoryCount => Columns.HistoryCount;

    /// <summary>How many lines of history have no date; they come first.</summary>
    public int UndatedHistory => HistoryColumns.UndatedCount;

    /// <summary>Every line and every line of history has a procedure and a date.</summary>
    public bool AllLinesHaveCodeAndDate => LineColumns.IsPlaced && HistoryColumns.IsPlaced;

    /// <summary>Only what access paths lead to is looked at.</summary>
    internal bool UsesAccess { get; set; } = true;

    /// <summary>The slots of the edit that runs.</summary>
    public BoundThing[] Slots { get; private set; } = new BoundThing[32];

    /// <summary>The groups of the edit that runs.</summary>
    public GroupArena Groups { get; } = new();

    /// <summary>The runs of the edit that runs.</summary>
    public RunArena Runs { get; } = new();

    /// <summary>What is found so far.</summary>
    public FindingBuffer Findings { get; } = new();

    /// <summary>Findings before this one were found in earlier phases.</summary>
    public int DecidedCount { get; set; }

    /// <summary>The claim's date on the edit's basis.</summary>
    public Day ClaimDay { get; set; }

    /// <summary>The as-of date's day number.</summary>
    public int AsOfDay { get; set; }

    /// <summary>The edit that runs.</summary>
    public Plans.EditPlan Edit { get; set; } = null!; // Set before any step runs.

    /// <summary>Takes a claim; nothing of its lines is looked at.</summary>
    /// <exception cref="ArgumentException">It cannot be decided.</exception>
    public void Load(Claim claim, DateOnly asOf)
    {
        Columns = ClaimColumns.Of(claim);
        Claim = claim;
        AsOfDay = asOf.DayNumber;
        _firstOfHistory = null;
        Findings.Clear();
        DecidedCount = 0;
    }

    /// <summary>Adds a finding of the edit on a target, and skips for it what the edit skips where it stands.</summary>
    /// <param name="plan">The edit.</param>
    /// <param name="action">What it does.</param>
    /// <param name="fires">It fires; else an exception excuses.</param>
    /// <param name="level">What it attaches to.</param>
    /// <param name="line">Line number; 0 for what is no line.</param>
    /// <param name="skipped">What is skipped.</param>
    /// <returns>Active, bypassed or monitored.</returns>
    public FindingState AddFinding(Plans.EditPlan plan, EditAction action, bool fires, FindingLevel level, int line, SkipTable skipped)
    {
        FindingState state = FindingSummary.StateOf(fires, plan.MonitorFromDay ?? FindingSummary.Never, AsOfDay);
        AddFinding(new FindingSummary(plan, action, state, level, line), !plan.SkipPhases.IsEmpty, skipped);
        return state;
    }

    /// <summary>Adds a finding, and skips for its target what its edit skips where it stands.</summary>
    /// <param name="found">The finding.</param>
    /// <param name="skipsPhases">Its edit skips some phase.</param>
    /// <param name="skipped">What is skipped.</param>
    public void AddFinding(in FindingSummary found, bool skipsPhases, SkipTable skipped)
    {
        Findings.Add(found);
        if (skipsPhases && found.State == FindingState.Active)
        {
            skipped.Add(found.Edit.SkipPhases, found.Line);
        }
    }

    /// <summary>Lets go of the claim.</summary>
    internal void Forget()
    {
        Claim = null!; // The next claim is taken before any step runs.
        Columns = null!; // As the claim.
        Array.Clear(Slots);
        _firstOfHistory = null;
        _cancellation = default;
        Groups.Forget();
        Runs.Forget();
    }

    /// <summary>The procedure of a line.</summary>
    public CodeKey CodeOfLine(int line) => Columns.Codes[line] is ulong code and not PlainFacts.OddCode ? CodeKey.FromPacked(code) : CodeKey.Of(Lines[line].Procedure);

    /// <summary>The date of a line.</summary>
    public Day DayOfLine(int line) => Day.FromPacked(LineColumns.Days[line]);

    /// <summary>The procedure of a line of history.</summary>
    public CodeKey CodeOfHistory(int line) =>
        HistoryColumns.Codes[line] is ulong code and not PlainFacts.OddCode ? CodeKey.FromPacked(code) : CodeKey.Of(History[line].Line.Procedure);

    /// <summary>The date of a line of history.</summary>
    public Day DayOfHistory(int line) => Day.FromPacked(HistoryColumns.Days[line]);

    /// <summary>Whether a line of the claim has a procedure.</summary>
    public bool HasProcedure(in CodeKey code)
    {
        for (int i = 0; i < LineCount; i++)
        {
            if (CodeOfLine(i) == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes room for an edit's slots.</summary>
    public void Begin(Plans.EditPlan edit)
    {
        Edit = edit;
        BeginSteps();
        _branches.Clear();
        if (Slots.Length < edit.SlotCount)
        {
            Slots = new BoundThing[edit.SlotCount * 2];
        }

        ClaimDay = Read.BasisDay(Claim, edit.Basis);
        Groups.Clear();
        Runs.Clear();
    }

    /// <summary>The line or history line of a slot as a line; null for others.</summary>
    public static ServiceLine? LineOf(in BoundThing slot) => slot.Kind switch
    {
        ThingKind.Line => (ServiceLine)slot.Facts!, // A line's facts.
        ThingKind.History => ((HistoryLine)slot.Facts!).Line, // A history line's facts.
        _ => null,
    };

    /// <summary>The next line of history that can be of a window: those without a date, then those of its days.</summary>
    /// <param name="index">The line before; -1 to begin.</param>
    /// <param name="window">The days.</param>
    /// <returns><see cref="HistoryCount"/> after the last.</returns>
    public int NextHistoryIn(int index, DayWindow window)
    {
        index++;
        while (index >= UndatedHistory && index < HistoryCount)
        {
            Day day = DayOfHistory(index);
            if (day < window.From && day > EndsOfCalendar.FirstDay)
            {
                index = FirstHistoryFrom(window.From);
            }
            else if (day > window.To && day < EndsOfCalendar.LastDay)
            {
                index = FirstHistoryFrom(EndsOfCalendar.LastDay);
            }
            else
            {
                return index;
            }
        }

        return index;
    }

    /// <summary>The first line of history with a date on or after a day. History is sorted by date.</summary>
    public int FirstHistoryFrom(Day day)
    {
        int[] days = HistoryColumns.Days;
        int low = UndatedHistory;
        int high = days.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (days[middle] < day.Packed)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Begins the paths through the open choices of one step.</summary>
    /// <returns>What to give <see cref="NextPath"/>.</returns>
    public int BeginPaths() => _branches.Count;

    /// <summary>Goes to the next path; false, and all open choices of the step forgotten, where there is none.</summary>
    public bool NextPath(int start)
    {
        Count();
        return _branches.Next(start);
    }

    /// <summary>Whether a choice is open on this path.</summary>
    public bool IsOpen(int start, int choice) => _branches.IsOpen(start, choice);

    /// <summary>Which of its possible values an open choice has on this path.</summary>
    public int Answer(int choice, int count) => _branches.Answer(choice, count);
}
