using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>What a tuple binds beside its target: the lines that a finding is said to relate to.</summary>
internal sealed class BoundThings
{
    private int _markedGroup = -1;
    private ulong[] _marked = [];

    /// <summary>Forgets the groups of a claim.</summary>
    public void Clear() => _markedGroup = -1;

    /// <summary>Adds what is bound now.</summary>
    /// <param name="related">Where it goes.</param>
    /// <param name="run">The tuple.</param>
    /// <param name="target">Left out.</param>
    public void AddTo(RelatedLines related, EditRun run, in BoundThing target)
    {
        foreach (BindingSteps binding in run.Edit.Bindings)
        {
            BoundThing bound = run.Context.Slots[binding.Slot];
            if (bound.Kind == ThingKind.Group)
            {
                AddMembers(run.Context, related, bound.Index, target);
            }
            else
            {
                Add(run.Context, related, bound, target);
            }
        }
    }

    // Once the list is full the rest are but counted: bits of all members at once, made once for all targets of the group.
    private void AddMembers(EvaluationContext context, RelatedLines related, int group, in BoundThing target)
    {
        (int first, int end) = context.Groups.RangeOf(group);
        for (int i = first; i < end; i++)
        {
            if (related.IsFull && target.Kind != ThingKind.History)
            {
                related.AddAll(MembersOf(context, group), RelatedLines.IdOf(context, target));
                return;
            }

            context.Groups.MemberAt(group, i, out BoundThing member, out Truth belongs);
            if (belongs == Truth.True)
            {
                Add(context, related, member, target);
            }
        }
    }

    private ReadOnlySpan<ulong> MembersOf(EvaluationContext context, int group)
    {
        int words = (context.LineCount + context.HistoryCount + 63) / 64;
        if (_markedGroup == group)
        {
            return _marked.AsSpan(0, words);
        }

        _markedGroup = group;
        _marked = _marked.Length < words ? new ulong[words] : _marked;
        _marked.AsSpan(0, words).Clear();
        (int first, int end) = context.Groups.RangeOf(group);
        for (int i = first; i < end; i++)
        {
            context.Groups.MemberAt(group, i, out BoundThing member, out Truth belongs);
            int id = belongs == Truth.True ? RelatedLines.IdOf(context, member) : -1;
            if (id >= 0)
            {
                id = context.FirstOfHistory(id);
                _marked[id / 64] |= 1UL << (id % 64);
            }
        }

        return _marked.AsSpan(0, words);
    }

    private static void Add(EvaluationContext context, RelatedLines related, in BoundThing thing, in BoundThing target)
    {
        int id = thing.Equals(target) ? -1 : RelatedLines.IdOf(context, thing);
        if (id >= 0)
        {
            related.Add(id);
        }
    }
}
