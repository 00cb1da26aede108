namespace EditEngine.Evaluation.Compiled;

/// <summary>Groups that compiled code makes, and which of the executor's they are where it asks for one.</summary>
internal sealed class GroupRoom
{
    private int _first = -1;
    private int _end;

    /// <summary>The groups; null where compiled code keeps them in another way.</summary>
    public KnownGroups? Groups { get; set; }

    /// <summary>Compiled code begins with other groups: the executor has none of them.</summary>
    public void Begin() => _first = -1;

    /// <summary>The executor's group that a thing leads; -1 where there is none.</summary>
    public int Find(EditRun edits, EvaluationContext context, int binding, in BoundThing leader, int guess)
    {
        if (_first < 0)
        {
            (_first, _end) = edits.MakeGroups(binding);
        }

        int count = _end - _first;
        for (int i = 0; i < count; i++)
        {
            int group = _first + ((guess + i) % count);
            context.Groups.MemberAt(group, context.Groups.RangeOf(group).First, out BoundThing first, out _);
            if (first.Equals(leader))
            {
                return group;
            }
        }

        return -1;
    }
}
