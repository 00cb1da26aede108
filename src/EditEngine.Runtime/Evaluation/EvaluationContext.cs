using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>
/// What steps run on: one claim in the language's order, the slots of the edit that runs, and what earlier phases decided. One a thread, used
/// again for claim after claim; nothing is allocated once its arrays have grown to the largest claim.
/// </summary>
internal sealed partial class EvaluationContext
{
    private static readonly Comparison<HistoryLine> ByHistoryOrder = HistoryOrder.Compare;
    private static readonly Comparison<ServiceLine> ByNumber = static (a, b) => a.Number.CompareTo(b.Number);

    private readonly BranchEnumeration _branches = new();

    /// <summary>The claim.</summary>
    public Claim Claim { get; private set; } = null!; // Set before any step runs.

    /// <summary>Lines by number; only the first <see cref="LineCount"/>.</summary>
    public ServiceLine[] Lines { get; private set; } = new ServiceLine[16];

    /// <summary>Number of lines.</summary>
    public int LineCount { get; private set; }

    /// <summary>History in its order; only the first <see cref="HistoryCount"/>.</summary>
    public HistoryLine[] History { get; private set; } = new HistoryLine[64];

    /// <summary>Number of history lines.</summary>
    public int HistoryCount { get; private set; }

    /// <summary>Procedures of the lines.</summary>
    public CodeKey[] Procedures { get; private set; } = new CodeKey[16];

    /// <summary>Dates of the lines.</summary>
    public Day[] Days { get; private set; } = new Day[16];

    /// <summary>Procedures of history.</summary>
    public CodeKey[] HistoryProcedures { get; private set; } = new CodeKey[64];

    /// <summary>Dates of history.</summary>
    public Day[] HistoryDays { get; private set; } = new Day[64];

    /// <summary>How many lines of history have no date; they come first.</summary>
    public int UndatedHistory { get; private set; }

    /// <summary>Every line and every line of history has a procedure and a date.</summary>
    public bool AllLinesHaveCodeAndDate { get; private set; }

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

    /// <summary>Takes a claim.</summary>
    public void Load(Claim claim, DateOnly asOf)
    {
        Claim = claim;
        AsOfDay = asOf.DayNumber;
        AllLinesHaveCodeAndDate = true;
        LoadLines(claim);
        LoadHistory(claim);
        Findings.Clear();
        DecidedCount = 0;
    }

    /// <summary>Lets go of the claim.</summary>
    internal void Forget()
    {
        Claim = null!; // The next claim is taken before any step runs.
        Array.Clear(Lines, 0, LineCount);
        Array.Clear(History, 0, HistoryCount);
        Array.Clear(Slots);
        Array.Clear(Procedures, 0, LineCount);
        Array.Clear(HistoryProcedures, 0, HistoryCount);
        _firstOfHistory = null;
        _cancellation = default;
        Groups.Forget();
        Runs.Forget();
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
            Day day = HistoryDays[index];
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
        int low = UndatedHistory;
        int high = HistoryCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (HistoryDays[middle] < day)
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

    private void LoadLines(Claim claim)
    {
        LineCount = claim.Lines.Length;
        if (Lines.Length < LineCount)
        {
            Lines = new ServiceLine[LineCount * 2];
            Procedures = new CodeKey[LineCount * 2];
            Days = new Day[LineCount * 2];
        }

        bool sorted = true;
        for (int i = 0; i < LineCount; i++)
        {
            Lines[i] = claim.Lines[i];
            sorted &= i == 0 || Lines[i - 1].Number <= Lines[i].Number;
        }

        if (!sorted)
        {
            Lines.AsSpan(0, LineCount).Sort(ByNumber);
        }

        for (int i = 0; i < LineCount; i++)
        {
            Procedures[i] = CodeKey.Of(Lines[i].Procedure);
            Days[i] = Day.Of(Lines[i].From);
            AllLinesHaveCodeAndDate &= Procedures[i].IsKnown && Days[i].IsKnown;
        }
    }

    private void LoadHistory(Claim claim)
    {
        ImmutableArray<HistoryLine> history = claim.History.IsDefault ? [] : claim.History;
        HistoryCount = history.Length;
        _firstOfHistory = null;
        if (History.Length < HistoryCount)
        {
            History = new HistoryLine[HistoryCount * 2];
            HistoryProcedures = new CodeKey[HistoryCount * 2];
            HistoryDays = new Day[HistoryCount * 2];
        }

        bool sorted = true;
        for (int i = 0; i < HistoryCount; i++)
        {
            History[i] = history[i];
            sorted &= i == 0 || HistoryOrder.Compare(History[i - 1], History[i]) <= 0;
        }

        if (!sorted)
        {
            History.AsSpan(0, HistoryCount).Sort(ByHistoryOrder);
        }

        UndatedHistory = 0;
        for (int i = 0; i < HistoryCount; i++)
        {
            HistoryProcedures[i] = CodeKey.Of(History[i].Line.Procedure);
            HistoryDays[i] = Day.Of(History[i].Line.From);
            AllLinesHaveCodeAndDate &= HistoryProcedures[i].IsKnown && HistoryDays[i].IsKnown;
            UndatedHistory += HistoryDays[i].IsKnown ? 0 : 1;
        }
    }
}
