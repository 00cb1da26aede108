using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation.Compiled;

/// <summary>What compiled code runs on: the columns of a claim, and the executor for what it asks. One a thread, used again.</summary>
/// <remarks>Days are those of <see cref="Day"/>: 0 missing, 1 none. Codes are packed: 0 missing, 1 none, <see cref="ulong.MaxValue"/> a text that does not pack.</remarks>
internal sealed class CompiledRun(EvaluationContext context, EditRun edits)
{
    private long[]?[] _keys = [];
    private string[]?[] _texts = [];
    private bool[]?[] _members = [];
    private GroupRoom?[] _groups = [];
    private KnownRun?[] _runs = [];
    private double _placed; // Lines and history.
    private double _all; // All things; 0: nobody asked.
    private CandidateSet _candidates = null!; // Set before any edit runs.
    private EditEntry[] _entries = []; // Likewise.
    private int _edit;
    private ClaimSizes _sizes; // Asked with all things.
    private double _budget;
    private bool? _isHistoryPlain; // Null: nobody asked.
    private int _historyDay; // 0: no day was asked for yet.
    private int _historyPlace;

    /// <summary>The claim.</summary>
    public Claim Claim => context.Claim;

    /// <summary>Lines by number.</summary>
    public ServiceLine[] Lines => context.Lines;

    /// <summary>How many lines.</summary>
    public int LineCount => context.LineCount;

    /// <summary>Procedures of the lines.</summary>
    public ulong[] Codes => context.Columns.Codes;

    /// <summary>Dates of the lines.</summary>
    public int[] Days => context.LineColumns.Days;

    /// <summary>What else is asked of the lines often.</summary>
    public LineFacts[] Facts => context.LineColumns.Facts;

    /// <summary>The same, with those of the lines alone by which the edit is a candidate.</summary>
    public LineFacts[] CandidateFacts => LineWords == 1 ? context.LineColumns.FactsOf(CandidateLines(0)) : Facts;

    /// <summary>The same of history.</summary>
    public HistoryFacts[] HistoryFacts => context.HistoryColumns.Facts;

    /// <summary>The lines by which an edit with indexed codes is a candidate have these codes: none of them is to be looked at again.</summary>
    public bool IsExact => _candidates.IsExact;

    /// <summary>How many words the lines take by which the edit is a candidate.</summary>
    public int LineWords => _candidates.LineWords;

    /// <summary>History in its order.</summary>
    public HistoryLine[] History => context.History;

    /// <summary>How many lines of history.</summary>
    public int HistoryCount => context.HistoryCount;

    /// <summary>Procedures of history.</summary>
    public ulong[] HistoryCodes => context.HistoryColumns.Codes;

    /// <summary>Dates of history.</summary>
    public int[] HistoryDays => context.HistoryColumns.Days;

    /// <summary>Every line of history has a date, and none is so near the calendar's ends that a window could fall off it.</summary>
    public bool IsHistoryPlain => _isHistoryPlain ??= context.UndatedHistory == 0
        && (HistoryCount == 0 || (HistoryDays[0] > EndsOfCalendar.FirstDay.Packed && HistoryDays[HistoryCount - 1] < EndsOfCalendar.LastDay.Packed));

    /// <summary>The claim's date on the edit's basis.</summary>
    public int ClaimDay => Read.BasisDay(Claim, _entries[_edit].Plan.Basis).Packed;

    /// <summary>What is found of lines where nothing is rendered.</summary>
    public LineMasks Masks { get; } = new();

    /// <summary>Which lines stand with which in tables of pairs.</summary>
    public PairedLines PairedLines => field ??= new PairedLines(this);

    /// <summary>Rows that were found lately.</summary>
    public RecentRows Rows { get; } = new();

    /// <summary>A line has no procedure.</summary>
    public bool HasUncoded => context.Columns.HasUncoded;

    /// <summary>Drafts are wanted.</summary>
    public bool IsRendering => edits.IsRendering;

    /// <summary>The as-of date's day number.</summary>
    public int AsOfDay => context.AsOfDay;

    /// <summary>Takes the claim that the executor has, and says how many steps an edit may take.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="candidates">The edits, each with the lines by which it is one.</param>
    /// <param name="entries">What the executor would run.</param>
    public void Load(long budget, CandidateSet candidates, EditEntry[] entries)
    {
        _candidates = candidates;
        _entries = entries;
        Masks.Begin(LineCount);
        _budget = budget;
        _placed = LineCount + (double)HistoryCount + context.HistoryColumns.MostOfDay;
        _all = 0;
        PairedLines.Begin();
        Rows.Begin(Codes.AsMemory(0, LineCount));
        _historyDay = 0;
        _isHistoryPlain = null;
    }

    /// <summary>The executor has begun with the edit.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Begins with an edit. The executor begins when it is asked: most edits ask nothing.</summary>
    public void Begin(int edit)
    {
        context.ThrowIfCancelled();
        _edit = edit;
        IsBegun = false;
    }

    /// <summary>Has the executor begin with the edit.</summary>
    public void RequireBegun()
    {
        if (!IsBegun)
        {
            edits.Begin(_entries[_edit].Steps);
            IsBegun = true;
        }
    }

    /// <summary>A word of the lines by which the edit is a candidate.</summary>
    public ulong CandidateLines(int word) => _candidates.LinesOf(_edit)[word];

    /// <summary>Whether the executor would surely stay within the budget.</summary>
    public bool Fits(in CompiledHead code)
    {
        double steps = code.Factor;
        double all = code.CountsOthers ? Measured() : _placed;
        for (int i = 0; i < code.Degree && steps <= _budget; i++)
        {
            steps *= all;
        }

        return steps <= _budget;
    }

    /// <summary>The same, asked exactly.</summary>
    public bool Fits(WorkBound work)
    {
        Measured();
        return work.Of(_sizes) <= _budget;
    }

    // Most edits count no other things, and to count those a claim is looked through.
    private double Measured()
    {
        if (_all == 0)
        {
            _sizes = Sizes();
            _all = _placed + _sizes.Others;
        }

        return _all;
    }

    /// <summary>The first line of history on or after a day. Lines of a claim have few days, and edit after edit asks for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstHistoryFrom(int day) => day == _historyDay ? _historyPlace : FindHistory(day);

    private int FindHistory(int day)
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

        (_historyDay, _historyPlace) = (day, low);
        return low;
    }

    /// <summary>A condition that only the executor knows: 0, 1, or 2 where it is unknown.</summary>
    public int Ask(object step)
    {
        RequireBegun();
        return (int)Unsafe.As<Step<Truth>>(step).Run(context);
    }

    /// <summary>Says what a slot stands for, for the conditions that are asked.</summary>
    public void Set(int slot, int kind, int index, object? record)
    {
        RequireBegun();
        context.Slots[slot] = new BoundThing((ThingKind)kind, index, record);
    }

    /// <summary>Whether a line is payable when the phase begins.</summary>
    public bool IsPayable(int line) => !context.Findings.IsDenied(line, context.DecidedCount);

    /// <summary>Whether the claim is payable when the phase begins.</summary>
    public bool IsClaimPayable() => !context.Findings.IsClaimDenied(context.DecidedCount);

    /// <summary>Whether an edit of an earlier phase denied a line.</summary>
    public bool IsDeniedBy(object edit, int line) => context.Findings.IsDeniedBy(Unsafe.As<string>(edit), line, context.DecidedCount);

    /// <summary>Whether an edit of an earlier phase denied the claim.</summary>
    public bool IsClaimDeniedBy(object edit) => context.Findings.IsDeniedBy(Unsafe.As<string>(edit), null, context.DecidedCount);

    /// <summary>Whether a suggested code is on the claim, in the place of its system.</summary>
    public bool IsOnClaim(Suggestion suggestion) => IsOnClaimStep.Holds(context, suggestion);

    /// <summary>The edit fires on a line, by its position.</summary>
    public void Fire(int position, int line) => Masks.Fire(position, line);

    /// <summary>The edit would fire on a line, by its position, but for an exception.</summary>
    public void Except(int position, int line) => Masks.Except(position, line);

    /// <summary>Counts a tuple.</summary>
    public void CountTuple()
    {
        RequireBegun();
        edits.CountTuple();
    }

    /// <summary>The things in the slots meet all conditions of a case.</summary>
    /// <param name="position">The case.</param>
    /// <param name="exception">The first exception that excuses; -1: none.</param>
    public void Take(int position, int exception) => edits.Take(position, exception);

    /// <summary>Says which row a slot stands for; below zero none.</summary>
    public void SetRow(int slot, int row, object table)
    {
        RequireBegun();
        context.Slots[slot] = row < 0 ? BoundThing.None : new BoundThing(ThingKind.Row, row, table);
    }

    /// <summary>Says what a slot stands for that belongs to another thing: a span of evidence, a certificate.</summary>
    public void SetOwned(int slot, int kind, int index, object record, int owner, object? path)
    {
        RequireBegun();
        context.Slots[slot] = new BoundThing((ThingKind)kind, index, record, owner, Unsafe.As<string>(path));
    }

    /// <summary>Says which group a slot stands for. The executor makes the groups when they are first asked for.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="binding">The binding.</param>
    /// <param name="room">Which of the edit's groups.</param>
    /// <param name="kind">Kind of the group's first member.</param>
    /// <param name="index">Position of it.</param>
    /// <param name="guess">Which of them it may be.</param>
    /// <returns>False where the executor makes no such group.</returns>
    public bool SetGroup(int slot, int binding, int room, int kind, int index, int guess)
    {
        RequireBegun();
        int group = Rooms(room).Find(edits, context, binding, new BoundThing((ThingKind)kind, index, null), guess);
        context.Slots[slot] = new BoundThing(ThingKind.Group, group, null);
        return group >= 0;
    }

    /// <summary>Groups of things, begun anew.</summary>
    /// <param name="room">Which of the edit's groups.</param>
    /// <param name="keys">How many keys a member has that are no texts.</param>
    /// <param name="texts">How many that are.</param>
    public KnownGroups Groups(int room, int keys, int texts)
    {
        GroupRoom one = Rooms(room);
        one.Begin();
        KnownGroups groups = one.Groups ??= new KnownGroups(this);
        groups.Begin(keys, texts);
        return groups;
    }

    /// <summary>Things in an order, begun anew.</summary>
    /// <param name="room">Which of the edit's runs.</param>
    public KnownRun Run(int room)
    {
        if (_runs.Length <= room)
        {
            Array.Resize(ref _runs, room + 2);
        }

        KnownRun run = _runs[room] ??= new KnownRun();
        run.Begin();
        return run;
    }

    /// <summary>Room for the keys of a group's lines: as many as asked, with anything in it.</summary>
    /// <param name="group">Which of the edit's groups.</param>
    /// <param name="count">How many.</param>
    public long[] Keys(int group, int count) => Room(ref _keys, group, count);

    /// <summary>Room for the texts among them.</summary>
    public string[] Texts(int group, int count) => Room(ref _texts, group, count);

    /// <summary>Room for what says which lines are members: the groups are begun anew.</summary>
    public bool[] Members(int group, int count)
    {
        Rooms(group).Begin();
        return Room(ref _members, group, count);
    }

    /// <summary>Every line and every line of history has a code and a date.</summary>
    public bool AllLinesHaveCodeAndDate => context.AllLinesHaveCodeAndDate;

    /// <summary>Lets go of the claim's texts, codes and days.</summary>
    internal void Forget()
    {
        foreach (string[]? texts in _texts)
        {
            Array.Clear(texts ?? []);
        }

        foreach (GroupRoom? room in _groups)
        {
            room?.Groups?.Forget();
        }

        foreach (KnownRun? run in _runs)
        {
            run?.Forget();
        }

        PairedLines.Forget();
        Rows.Forget();
    }

    private GroupRoom Rooms(int room)
    {
        if (_groups.Length <= room)
        {
            Array.Resize(ref _groups, room + 2);
        }

        return _groups[room] ??= new GroupRoom();
    }

    private static T[] Room<T>(ref T[]?[] rooms, int group, int count)
    {
        if (rooms.Length <= group)
        {
            Array.Resize(ref rooms, group + 2);
        }

        return rooms[group] is { } room && room.Length >= count ? room : rooms[group] = new T[Math.Max(16, count * 2)];
    }

    private ClaimSizes Sizes()
    {
        ClaimColumns columns = context.Columns;
        if (columns.OtherThings < 0)
        {
            columns.OtherThings = CountOthers();
        }

        // Of lists of codes that a thing has, the longest: each may be run over for each thing.
        int longest = Math.Max(columns.Lines.MostCodes, columns.History.MostCodes);
        return new ClaimSizes(LineCount, HistoryCount, columns.History.MostOfDay, columns.OtherThings + longest, longest);
    }

    private int CountOthers()
    {
        int others = 2;
        for (ThingKind kind = ThingKind.Claim; kind <= ThingKind.ValueCode; kind++)
        {
            others += kind is ThingKind.Line or ThingKind.History ? 0 : SourceCursor.CountOf(context, kind, out _);
        }

        foreach (Suggestion suggestion in KnownFacts.Suggestions(Claim))
        {
            others += KnownFacts.LengthOf(suggestion.Evidence);
        }

        foreach (Provider? provider in (ReadOnlySpan<Provider?>)[Claim.Billing, Claim.Rendering, Claim.Referring, Claim.Ordering, Claim.Supervising, Claim.Attending, Claim.Operating, Claim.Facility])
        {
            others += provider is null ? 0 : KnownFacts.LengthOf(provider.Certificates);
        }

        foreach ((_, FactValue fact) in Claim.Facts)
        {
            others += KnownFacts.LengthOf(fact.Spans);
        }

        return others + KnownFacts.LengthOf(Claim.ConditionCodes) + KnownFacts.LengthOf(Claim.Attachments) + KnownFacts.LengthOf(Claim.AmbulanceConditions);
    }
}
