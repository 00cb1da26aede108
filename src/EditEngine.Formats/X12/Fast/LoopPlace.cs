using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12.Fast;

/// <summary>A place within a transaction: the innermost open loop, and those around it. What each segment does there was worked out beforehand.</summary>
internal sealed class LoopPlace(LoopRule rule, LoopPlace? around, int symbols)
{
    /// <summary>The innermost open loop.</summary>
    public LoopRule Rule { get; } = rule;

    /// <summary>The place that is left when it closes; null for the transaction itself.</summary>
    public LoopPlace? Around { get; } = around;

    /// <summary>How many loops are open around it.</summary>
    public int Depth { get; } = around is null ? 0 : around.Depth + 1;

    /// <summary>Segments that must have been there when it closes, or before a loop opens in it: a bit each.</summary>
    public ulong RequiredForms { get; } = rule.Required.Aggregate(0UL, (set, form) => set | (1UL << form));

    /// <summary>Loops that must have been there when it closes.</summary>
    public ulong RequiredLoops { get; } = LoopsOf(rule.Children.Where(child => child.IsRequired));

    /// <summary>What each segment does, by symbol; null: something is wrong with it here, or not all is known.</summary>
    public LoopStep?[] Steps { get; } = new LoopStep?[symbols + 1];

    /// <summary>The place behind the claim that it is of; null for a place outside of claims.</summary>
    public LoopPlace? BehindClaim { get; } = rule.Role == Role.Claim ? around : around?.BehindClaim;

    /// <summary>Loops as a set: a bit each, by their numbers in the table.</summary>
    public static ulong LoopsOf(IEnumerable<LoopRule> rules) => rules.Aggregate(0UL, (set, one) => set | (1UL << one.Index));
}

/// <summary>What a segment does at a place: it opens a loop, or belongs to the innermost that is open.</summary>
internal sealed class LoopStep
{
    /// <param name="only">Its form, where there is but one.</param>
    public LoopStep(FormStep only) => Only = only;

    /// <param name="byKey">Its forms, where there are several.</param>
    public LoopStep(FormChoice byKey) => ByKey = byKey;

    /// <param name="only">The form of what opens a loop.</param>
    /// <param name="opens">The place that it leads to.</param>
    /// <param name="needLoops">Loops that must have been there.</param>
    public LoopStep(FormStep only, LoopPlace opens, ulong needLoops)
    {
        LoopRule rule = opens.Rule;
        (Only, Opens, NeedLoops, Loop, Bit) = (only, opens, needLoops, rule.Index, 1UL << rule.Index);
        Keep = ~LoopPlace.LoopsOf(rule.Descendants);
        (Most, Position, IsClaim) = (rule.Most, rule.Position, rule.Role == Role.Claim);
    }

    /// <summary>The place that it leads to; null where it opens no loop.</summary>
    public LoopPlace? Opens { get; }

    /// <summary>Loops that must have been there.</summary>
    public ulong NeedLoops { get; }

    /// <summary>Loops whose counts go on; those within the loop that opens begin anew.</summary>
    public ulong Keep { get; }

    /// <summary>The loop that opens: its number in the table.</summary>
    public int Loop { get; }

    /// <summary>That number as a set.</summary>
    public ulong Bit { get; }

    /// <summary>How often the loop may stand in the one around it; 0: no limit.</summary>
    public int Most { get; }

    /// <summary>The loop's place in the order of the one around it.</summary>
    public int Position { get; }

    /// <summary>The loop is a claim's.</summary>
    public bool IsClaim { get; }

    /// <summary>Its form, where there is but one.</summary>
    public FormStep? Only { get; }

    /// <summary>Its forms by the code of its first element, or of the first component of that.</summary>
    public FormChoice? ByKey { get; }
}

/// <summary>One form of a segment in a loop.</summary>
internal sealed class FormStep
{
    /// <param name="number">Its number among all forms of the automaton, from 1.</param>
    /// <param name="rule">The loop.</param>
    /// <param name="index">Its number in the loop.</param>
    /// <param name="isKeyKnown">As for <see cref="SegmentShape"/>.</param>
    /// <param name="meaning">What of it a claim keeps.</param>
    public FormStep(int number, LoopRule rule, int index, bool isKeyKnown, SegmentMeaning meaning)
    {
        SegmentForm form = rule.Forms[index];
        Number = number;
        (Index, Most, Position, Meaning) = (index, form.Most, form.Position, meaning);
        Bit = 1UL << index;
        Shape = new SegmentShape(form, isKeyKnown);
        CanBeRemembered = Shape.CanBeRemembered;
    }

    /// <summary>Its number among all forms of the automaton, from 1.</summary>
    public int Number { get; }

    /// <summary>Its number in its loop.</summary>
    public int Index { get; }

    /// <summary>That number as a set.</summary>
    public ulong Bit { get; }

    /// <summary>How often it may stand; 0: no limit.</summary>
    public int Most { get; }

    /// <summary>Its place in the order of the loop.</summary>
    public int Position { get; }

    /// <summary>What its elements may be.</summary>
    public SegmentShape Shape { get; }

    /// <summary>As its shape says.</summary>
    public bool CanBeRemembered { get; }

    /// <summary>What of it a claim keeps.</summary>
    public SegmentMeaning Meaning { get; }
}

/// <summary>The forms that segments of one id have in a loop, told apart by their first code.</summary>
internal sealed class FormChoice
{
    private readonly bool _isComposite;
    private readonly ulong[] _keys;
    private readonly FormStep[] _forms;

    /// <param name="rule">The loop.</param>
    /// <param name="indices">Their numbers in it.</param>
    /// <param name="stepOf">Makes the step of one of them.</param>
    public FormChoice(LoopRule rule, int[] indices, Func<int, FormStep> stepOf)
    {
        _isComposite = rule.Forms[indices[0]].Elements[0].Kind == ElementKind.Composite;
        (ulong Key, FormStep Form)[] all = [.. indices.SelectMany(index =>
        {
            FormStep form = stepOf(index);
            return rule.Forms[index].Key.Codes.Select(key => (key, form));
        })];

        // What two forms begin with, their second elements tell apart: that is rare, and left to who reads exactly.
        var single = all.GroupBy(one => one.Key).Where(same => same.Count() == 1).Select(same => same.First()).ToArray();
        _keys = [.. single.Select(one => one.Key)];
        _forms = [.. single.Select(one => one.Form)];
    }

    /// <summary>The form of a segment; null where its code is that of none.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="component">The separator of components.</param>
    /// <param name="keyEnd">Where that code ends.</param>
    public FormStep? Of(in FastSegment segment, byte component, out int keyEnd)
    {
        keyEnd = 0;
        if (segment.ElementCount == 0)
        {
            return null;
        }

        int start = segment.Start(1);
        int length = segment.End(1) - start;
        if (_isComposite)
        {
            int cut = segment.Slice(start, start + Math.Min(length, ElementForm.LongestCode + 1)).IndexOf(component);
            length = cut < 0 ? length : cut;
        }

        if (length is < 1 or > ElementForm.LongestCode)
        {
            return null;
        }

        keyEnd = start + length;
        int at = _keys.AsSpan().IndexOf(segment.Packed(start, length));
        return at < 0 ? null : _forms[at];
    }
}
