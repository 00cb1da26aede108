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
    private long[]?[] _keys = [];
    private string[]?[] _texts = [];
    private bool[]?[] _members = [];
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

    /// <summary>Whether the claim is payable when the phase begins.</summary>
    public bool IsClaimPayable() => !frame.Found.IsClaimDenied(frame.DecidedCount);

    /// <summary>Whether an edit of an earlier phase denied a line.</summary>
    public bool IsDeniedBy(object edit, int line) => frame.Found.IsDeniedBy(Unsafe.As<string>(edit), line, frame.DecidedCount);

    /// <summary>Whether an edit of an earlier phase denied the claim.</summary>
    public bool IsClaimDeniedBy(object edit) => frame.Found.IsDeniedBy(Unsafe.As<string>(edit), null, frame.DecidedCount);

    /// <summary>Whether a suggested code is on the claim, in the place of its system.</summary>
    public bool IsOnClaim(Suggestion suggestion) => IsOnClaimStep.Holds(frame, suggestion);

    /// <summary>Room for the keys of a group's lines: as many as asked, with anything in it.</summary>
    /// <param name="group">Which of the edit's groups.</param>
    /// <param name="count">How many.</param>
    public long[] Keys(int group, int count) => Room(ref _keys, group, count);

    /// <summary>Room for the texts among them.</summary>
    public string[] Texts(int group, int count) => Room(ref _texts, group, count);

    /// <summary>Room for what says which lines are members.</summary>
    public bool[] Members(int group, int count) => Room(ref _members, group, count);

    /// <summary>Every line and every line of history has a code and a date.</summary>
    public bool IsPlaced => frame.IsPlaced;

    /// <summary>Lets go of the claim's texts.</summary>
    internal void Forget()
    {
        foreach (string[]? texts in _texts)
        {
            Array.Clear(texts ?? []);
        }
    }

    private static T[] Room<T>(ref T[]?[] rooms, int group, int count)
    {
        if (rooms.Length <= group)
        {
            Array.Resize(ref rooms, group + 2);
        }

        return rooms[group] is { } room && room.Length >= count ? room : rooms[group] = new T[Math.Max(16, count * 2)];
    }

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
