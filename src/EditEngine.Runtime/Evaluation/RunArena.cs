using EditEngine.Evaluation.Provenance;
using EditEngine.Evaluation.Steps;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Runs while an edit is read: members in order. A later run overwrites an earlier one only past its end.</summary>
internal sealed class RunArena
{
    // An evaluator that waits keeps room for so many.
    private const int MostKept = 1_024;

    private (BoundThing Thing, Truth Belongs)[] _members = new (BoundThing, Truth)[32];
    private int _count;

    /// <summary>Forgets all runs.</summary>
    public void Clear() => _count = 0;

    /// <summary>Lets go of the claim's things.</summary>
    internal void Forget()
    {
        _members = _members.Length > MostKept ? new (BoundThing, Truth)[32] : _members;
        Array.Clear(_members);
        Clear();
    }

    /// <summary>A member.</summary>
    public (BoundThing Thing, Truth Belongs) At(int position) => _members[position];

    /// <summary>Makes the last run; with anything unknown about members, order or breaks, all members may belong.</summary>
    public ListCursor Make(EvaluationContext context, SourceSteps source, OrderKey by, int previous, Step<Truth> broken, out bool isMissing)
    {
        // The arena of a deep nesting stays small: a run is read to its end before the next is made at the same place.
        int first = _count;
        bool isOpen = false;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            isOpen |= cursor.Belongs == Truth.Unknown || by.Compare(context, source.Slot, context.Slots[source.Slot], context.Slots[source.Slot], isReversed: false) is null;
            Add(context.Slots[source.Slot], cursor.Belongs);
        }

        isMissing = cursor.IsMissing;
        int end = _count;
        _count = first;
        if (!isOpen)
        {
            Sort(context, source, by, first, end);
        }

        int start = first;
        for (int i = first + 1; i < end && !isOpen; i++)
        {
            context.Count();
            context.Slots[previous] = _members[i - 1].Thing;
            context.Slots[source.Slot] = _members[i].Thing;
            Truth cut = broken.Run(context);
            isOpen = cut == Truth.Unknown;
            start = cut == Truth.True ? i : start;
        }

        if (!isOpen)
        {
            return new ListCursor(start, end, 0);
        }

        for (int i = first; i < end; i++)
        {
            _members[i].Belongs = Truth.Unknown;
        }

        return new ListCursor(first, end, 0);
    }

    /// <summary>Adds what keeps a run open.</summary>
    public void CollectOpen(EvaluationContext context, SourceSteps source, OrderKey by, int previous, Step<Truth> broken, MissingFields missing)
    {
        BoundThing thing = context.Slots[source.Slot];
        SourceCursor cursor = default;
        bool isOpen = false;
        while (cursor.Next(context, source))
        {
            if (cursor.Belongs == Truth.Unknown)
            {
                isOpen = true;
                SourceProvenance.CollectBelonging(context, source, cursor.ListAlternative, missing);
            }

            MissingProvenance.Collect(context, by.Value, missing);
            BoundThing member = context.Slots[source.Slot];
            isOpen |= by.Compare(context, source.Slot, member, member, isReversed: false) is null;
        }

        if (!isOpen)
        {
            CollectBreaks(context, source, by, previous, broken, missing);
        }

        context.Slots[source.Slot] = thing;
    }

    private void CollectBreaks(EvaluationContext context, SourceSteps source, OrderKey by, int previous, Step<Truth> broken, MissingFields missing)
    {
        int first = _count;
        SourceCursor cursor = default;
        while (cursor.Next(context, source))
        {
            Add(context.Slots[source.Slot], cursor.Belongs);
        }

        int end = _count;
        Sort(context, source, by, first, end);
        for (int i = first + 1; i < end; i++)
        {
            context.Slots[previous] = _members[i - 1].Thing;
            context.Slots[source.Slot] = _members[i].Thing;
            if (broken.Run(context) == Truth.Unknown)
            {
                MissingProvenance.Collect(context, broken, missing);
                break;
            }
        }

        _count = first;
    }

    private void Add(in BoundThing thing, Truth belongs)
    {
        if (_count == _members.Length)
        {
            Array.Resize(ref _members, _count * 2);
        }

        _members[_count++] = (thing, belongs);
    }

    // Insertion keeps equal keys in the order of the language, and members come nearly sorted.
    private void Sort(EvaluationContext context, SourceSteps source, OrderKey by, int first, int end)
    {
        for (int i = first + 1; i < end; i++)
        {
            (BoundThing Thing, Truth Belongs) member = _members[i];
            int at = i;
            context.Count();
            while (at > first && by.Compare(context, source.Slot, member.Thing, _members[at - 1].Thing, isReversed: false) < 0)
            {
                context.Count();
                _members[at] = _members[at - 1];
                at--;
            }

            _members[at] = member;
        }
    }
}
