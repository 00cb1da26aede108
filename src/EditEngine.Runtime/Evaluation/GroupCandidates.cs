using EditEngine.Evaluation.Steps;
using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>One that may belong to groups.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Belongs">Whether it is one of the source's.</param>
/// <param name="ListAlternative">The alternative whose list has it; -1: none.</param>
/// <param name="FirstKey">Where its keys begin.</param>
/// <param name="KeyIsComplete">None of its keys is missing.</param>
internal readonly record struct GroupCandidate(BoundThing Thing, Truth Belongs, int ListAlternative, int FirstKey, bool KeyIsComplete);

/// <summary>Who may belong to the groups of the edit that runs, with which keys. Arrays are used again.</summary>
internal sealed class GroupCandidates
{
    /// <summary>An evaluator that waits keeps room for so many, and not for the largest claim that it ever saw.</summary>
    public const int MostKept = 1_024;

    private GroupCandidate[] _candidates = new GroupCandidate[16];
    private KeptKey[] _keys = new KeptKey[32];
    private int _keyCount;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly GroupCandidate this[int candidate] => ref _candidates[candidate];

    /// <summary>A key of one.</summary>
    public ref readonly KeptKey KeyOf(int candidate, int key) => ref _keys[_candidates[candidate].FirstKey + key];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _keyCount = 0;
        Count = 0;
    }

    /// <summary>Lets go of the claim's things and their keys.</summary>
    public void Forget()
    {
        if (_candidates.Length > MostKept)
        {
            _candidates = new GroupCandidate[16];
            _keys = new KeptKey[32];
        }

        Array.Clear(_candidates);
        Array.Clear(_keys);
        Clear();
    }

    /// <summary>Adds the thing in the slot of the source, with its keys.</summary>
    public void Add(EvaluationContext context, GroupSteps plan, Truth memberBelongs, int listAlternative)
    {
        if (Count == _candidates.Length)
        {
            Array.Resize(ref _candidates, Count * 2);
        }

        if (_keyCount + plan.Keys.Length > _keys.Length)
        {
            Array.Resize(ref _keys, (_keyCount + plan.Keys.Length) * 2);
        }

        bool isWhole = true;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            KeptKey kept = plan.Keys[key].Run(context);
            isWhole &= kept.Presence != Presence.Missing;
            _keys[_keyCount + key] = kept;
        }

        _candidates[Count++] = new GroupCandidate(context.Slots[plan.Members.Slot], memberBelongs, listAlternative, _keyCount, isWhole);
        _keyCount += plan.Keys.Length;
    }

    /// <summary>Adds lines and the history beside them: history counts only by the side of a line of the same procedure and day. To be called where all have both.</summary>
    public void AddLinesAndTheirHistory(EvaluationContext context, GroupSteps plan)
    {
        int firstLine = Count;
        Day firstDay = Day.Missing;
        Day lastDay = Day.Missing;
        context.Count(context.LineCount);
        for (int i = 0; i < context.LineCount; i++)
        {
            context.Slots[plan.Members.Slot] = new BoundThing(ThingKind.Line, i, context.Lines[i]);
            if (AddIfBelongs(context, plan, ThingKind.Line))
            {
                Day day = context.DayOfLine(i);
                firstDay = !firstDay.IsKnown || day < firstDay ? day : firstDay;
                lastDay = day > lastDay ? day : lastDay;
            }
        }

        int endOfLines = Count;
        for (int i = firstDay.IsKnown ? context.FirstHistoryFrom(firstDay) : context.HistoryCount; i < context.HistoryCount && context.DayOfHistory(i) <= lastDay; i++)
        {
            context.Count(1 + endOfLines - firstLine);
            if (IsBesideLine(context, i, firstLine, endOfLines))
            {
                context.Slots[plan.Members.Slot] = new BoundThing(ThingKind.History, i, context.History[i]);
                AddIfBelongs(context, plan, ThingKind.History);
            }
        }
    }

    private bool IsBesideLine(EvaluationContext context, int history, int firstLine, int endOfLines)
    {
        CodeKey code = context.CodeOfHistory(history);
        Day day = context.DayOfHistory(history);
        for (int i = firstLine; i < endOfLines; i++)
        {
            int line = _candidates[i].Thing.Index;
            if (code == context.CodeOfLine(line) && day == context.DayOfLine(line))
            {
                return true;
            }
        }

        return false;
    }

    private bool AddIfBelongs(EvaluationContext context, GroupSteps plan, ThingKind kind)
    {
        Truth belongs = Truth.False;
        foreach (AlternativeSteps one in plan.Members.Alternatives)
        {
            if ((one.Kinds & (1 << (int)kind)) != 0)
            {
                belongs = belongs.Or(SourceCursor.Meets(context, one.Conditions));
            }
        }

        if (belongs == Truth.False)
        {
            return false;
        }

        Add(context, plan, belongs, -1);
        return true;
    }

    /// <summary>Whether no key of a line is missing, from one candidate on.</summary>
    public bool LineKeysAreComplete(int first)
    {
        for (int i = first; i < Count && _candidates[i].Thing.Kind == ThingKind.Line; i++)
        {
            if (!_candidates[i].KeyIsComplete)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no key is missing, from one candidate on.</summary>
    public bool KeysAreComplete(int first)
    {
        for (int i = first; i < Count; i++)
        {
            if (!_candidates[i].KeyIsComplete)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many lack a key, from one candidate on.</summary>
    public int CountPartialKeys(int firstCandidate)
    {
        int partial = 0;
        for (int i = firstCandidate; i < Count; i++)
        {
            partial += _candidates[i].KeyIsComplete ? 0 : 1;
        }

        return partial;
    }

    /// <summary>Whether none before it has surely the same keys.</summary>
    public bool IsFirstOfKey(GroupSteps plan, int firstCandidate, int candidate)
    {
        for (int earlier = firstCandidate; earlier < candidate; earlier++)
        {
            if (_candidates[earlier].KeyIsComplete && Same(plan, earlier, candidate) == Truth.True)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all keys can be told apart by their hashes, from one candidate on. Numbers are compared as they are: equal ones need not look alike.</summary>
    public bool ArePlain(GroupSteps plan, int firstCandidate)
    {
        for (int i = firstCandidate; i < Count; i++)
        {
            for (int key = 0; key < plan.Keys.Length; key++)
            {
                ref readonly KeptKey kept = ref KeyOf(i, key);
                if (!kept.IsPlain)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether two have the same keys.</summary>
    public Truth Same(GroupSteps plan, int left, int right)
    {
        Truth same = Truth.True;
        for (int key = 0; key < plan.Keys.Length && same != Truth.False; key++)
        {
            same = same.And(KeptKey.Same(KeyOf(left, key), KeyOf(right, key)));
        }

        return same;
    }

    /// <summary>A hash of a candidate's keys.</summary>
    public uint HashOf(GroupSteps plan, int candidate)
    {
        ulong hash = 0;
        for (int key = 0; key < plan.Keys.Length; key++)
        {
            ref readonly KeptKey kept = ref KeyOf(candidate, key);
            hash = Mix(hash, kept.Presence == Presence.None ? 1 : kept.Bits);
            if (kept.Text is not null)
            {
                hash = HashOf(hash, kept.Text);
            }
        }

        return (uint)hash;
    }

    // Not the framework's: steps are counted, and its hash is another in each process.
    private static ulong HashOf(ulong hash, string text)
    {
        foreach (char sign in text)
        {
            hash = Mix(hash, sign);
        }

        return hash;
    }

    private static ulong Mix(ulong hash, ulong bits)
    {
        hash = (hash ^ bits) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }
}
