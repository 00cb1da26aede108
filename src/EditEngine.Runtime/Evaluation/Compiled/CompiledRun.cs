using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Compiled;

/// <summary>What compiled code runs on: the columns of a claim, and the executor for what it asks. One a thread, used again.</summary>
/// <remarks>Days are those of <see cref="Day"/>: 0 missing, 1 none. Codes are packed: 0 missing, 1 none, <see cref="ulong.MaxValue"/> a text that does not pack.</remarks>
internal sealed class CompiledRun(Frame frame, EditRun edits)
{
    private readonly long[] _most = new long[WorkBound.MostLoops + 1];

    /// <summary>The claim.</summary>
    public Claim Claim => frame.Claim;

    /// <summary>Lines by number.</summary>
    public ServiceLine[] Lines => frame.Lines;

    /// <summary>How many lines.</summary>
    public int LineCount => frame.LineCount;

    /// <summary>Procedures of the lines.</summary>
    public ulong[] Codes => frame.LineColumns.Codes;

    /// <summary>Dates of the lines.</summary>
    public int[] Days => frame.LineColumns.Days;

    /// <summary>History in its order.</summary>
    public HistoryLine[] History => frame.History;

    /// <summary>How many lines of history.</summary>
    public int HistoryCount => frame.HistoryCount;

    /// <summary>Procedures of history.</summary>
    public ulong[] HistoryCodes => frame.HistoryColumns.Codes;

    /// <summary>Dates of history.</summary>
    public int[] HistoryDays => frame.HistoryColumns.Days;

    /// <summary>Every line of history has a date, and none is so near the calendar's ends that a window could fall off it.</summary>
    public bool IsHistoryPlain { get; private set; }

    /// <summary>The claim's date on the edit's basis.</summary>
    public int ClaimDay => frame.ClaimDay.Packed;

    /// <summary>Drafts are wanted.</summary>
    public bool IsRendering => edits.IsRendering;

    /// <summary>The as-of date's day number.</summary>
    public int AsOfDay => frame.AsOfDay;

    /// <summary>Takes the claim that the executor has, and says how many steps an edit may take.</summary>
    public void Load(long budget)
    {
        LookAtHistory();
        long size = Size();
        long most = Math.Max(budget, 0);
        for (int i = 0; i < _most.Length; i++, most /= size)
        {
            _most[i] = most;
        }
    }

    /// <summary>Whether the executor would surely stay within the budget.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fits(in WorkBound work) => work.Factor <= _most[work.Degree];

    /// <summary>The first line of history on or after a day.</summary>
    public int FirstHistoryFrom(int day)
    {
        int[] days = HistoryDays;
        int low = 0;
        int high = HistoryCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (days[middle] < day)
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

    /// <summary>A condition that only the executor knows: 0, 1, or 2 where it is unknown.</summary>
    public int Ask(object step) => (int)Unsafe.As<Step<Truth>>(step).Run(frame);

    /// <summary>Says what a slot stands for, for the conditions that are asked.</summary>
    public void Set(int slot, int store, int index, object? record) => frame.Slots[slot] = new Slot((Store)store, index, record);

    /// <summary>Whether a line is payable when the phase begins.</summary>
    public bool IsPayable(int line) => !frame.Found.IsDenied(line, frame.DecidedCount);

    private void LookAtHistory()
    {
        IsHistoryPlain = frame.UndatedHistory == 0
            && (HistoryCount == 0 || (HistoryDays[0] > EndsOfCalendar.FirstDay.Packed && HistoryDays[HistoryCount - 1] < EndsOfCalendar.LastDay.Packed));
    }

    private long Size()
    {
        long size = 2;
        for (Store store = Store.Claim; store <= Store.ValueCode; store++)
        {
            size += SourceCursor.CountOf(frame, store, out _);
        }

        // Of lists of codes that a thing has, the longest: each may be run over for each thing.
        int longest = Math.Max(frame.LineColumns.MostCodes, frame.HistoryColumns.MostCodes);
        return size + longest + KnownFacts.LengthOf(Claim.ConditionCodes) + KnownFacts.LengthOf(Claim.Attachments);
    }
}
