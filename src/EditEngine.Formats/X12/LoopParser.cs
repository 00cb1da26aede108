using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Keeps which loops are open while the segments of one transaction pass, and reports what does not fit its table.</summary>
internal sealed partial class LoopParser(ProblemLog problems)
{
    private readonly LoopStack _stack = new();
    private LoopTable _table = LoopTables.Professional;
    private uint[]? _passed;
    private bool _isForced;

    /// <summary>What is open.</summary>
    public LoopStack Stack => _stack;

    /// <summary>The innermost open loop.</summary>
    public LoopRule Current => _stack.Frames[_stack.Depth].Rule;

    /// <summary>The loop that a segment is said to stand in whose own id tells nothing: the innermost that is no mere name.</summary>
    public LoopRule CurrentOutsideOfNames
    {
        get
        {
            int depth = _stack.Depth;
            while (depth > 0 && _stack.Frames[depth].Rule.Trigger == SegmentId.Nm1)
            {
                depth--;
            }

            return _stack.Frames[depth].Rule;
        }
    }

    /// <summary>Begins a transaction.</summary>
    public void Begin(LoopTable table, in Segment st)
    {
        _table = table;
        _stack.Begin(table);
        _passed = null;
        _stack.Open(0, table.Root, st.Offset, st.Number);
    }

    /// <summary>Places a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="opens">Whether it opens the loop.</param>
    /// <param name="form">What the guide says of it there; as it was given where it says nothing.</param>
    /// <returns>The loop it opens or belongs to, or null where it is not to be read.</returns>
    public LoopRule? Place(in Segment segment, out bool opens, ref SegmentForm form)
    {
        opens = false;
        if (_passed is not null && _passed.AsSpan().Contains(segment.Id))
        {
            return null;
        }

        if (_table.CanOpen(segment.Id) && TryOpen(segment, out opens, out LoopRule? opened))
        {
            form = opened?.Forms[0] ?? form;
            return opened;
        }

        _passed = null;
        int index = Current.Find(segment, out int first);
        if (first >= 0)
        {
            form = Take(segment, index, first) ?? form;
            return Current;
        }

        if (segment.Id is SegmentId.Sv1 or SegmentId.Sv2 or SegmentId.Sv3 && TakeAsService(segment, out opens))
        {
            return Current;
        }

        return ReportMisplaced(segment, out opens);
    }

    /// <summary>Says whether the level just opened had no place where it stood, and forgets it.</summary>
    public bool TakeForced()
    {
        bool forced = _isForced;
        _isForced = false;
        return forced;
    }

    /// <summary>Closes the claim that is open, so that what is missing in it is reported while it is.</summary>
    public void CloseClaim()
    {
        int depth = _stack.Depth;
        while (depth > 0 && _stack.Frames[depth].Rule.Role != Role.Claim)
        {
            depth--;
        }

        if (depth > 0)
        {
            CloseTo(depth - 1);
        }
    }

    /// <summary>Closes all loops.</summary>
    public void End() => CloseTo(-1);

    /// <summary>Leaves all loops as they are: the transaction broke off, and what is missing in them was not left out.</summary>
    public void Leave() => _stack.Depth = 0;

    private bool TryOpen(in Segment segment, out bool opens, out LoopRule? opened)
    {
        opens = false;
        opened = null;
        for (int depth = _stack.Depth; depth >= 0; depth--)
        {
            foreach (LoopRule child in _stack.Frames[depth].Rule.Children)
            {
                if (child.IsOpenedBy(segment))
                {
                    if (segment.Id == SegmentId.Nm1 && HasLevelAbove(depth))
                    {
                        PassOver(child, segment);
                        return true;
                    }

                    CloseTo(depth);
                    opens = Enter(child, segment);
                    opened = opens ? child : null;
                    return true;
                }
            }
        }

        return false;
    }

    // A surplus name ends neither the level nor the claim it stands in: what follows it belongs to them.
    private bool HasLevelAbove(int depth)
    {
        for (int above = depth + 1; above <= _stack.Depth; above++)
        {
            if (_stack.Frames[above].Rule.Trigger is SegmentId.Hl or SegmentId.Clm)
            {
                return true;
            }
        }

        return false;
    }

    private void PassOver(LoopRule rule, in Segment segment)
    {
        LoopRule around = CurrentOutsideOfNames;
        problems.ReportOfGuide(rule.Most > 0 && _stack.Counts[rule.Index] >= rule.Most
            ? X12SegmentDiagnostics.NameRepeated(problems.Place(segment, around.PlaceId), rule.Id, rule.Most)
            : X12SegmentDiagnostics.UnknownLoop(problems.Place(segment, around.PlaceId, 1), "NM1", SentText.Value(segment[1]), around.PlaceId));
        _passed = rule.Tags[1..];
    }

    private bool Enter(LoopRule rule, in Segment segment)
    {
        CheckComplete(ref _stack.Frames[_stack.Depth], before: rule.Index);
        Advance(ref _stack.Frames[_stack.Depth], rule.Position, segment);
        _passed = null;
        bool isTooOften = rule.Most > 0 && ++_stack.Counts[rule.Index] > rule.Most;
        if (isTooOften && rule.OnlyNames)
        {
            problems.ReportOfGuide(X12SegmentDiagnostics.NameRepeated(problems.Place(segment, rule.Id), rule.Id, rule.Most));
            _passed = rule.Tags[1..];
            return false;
        }

        if (isTooOften && _stack.Counts[rule.Index] == rule.Most + 1)
        {
            problems.Report(X12SegmentDiagnostics.TooManyLoops(problems.Place(segment, rule.Id), rule.Id, rule.Most), isVital: rule.Role != Role.Claim);
        }

        if (rule.Most == 0)
        {
            _stack.Counts[rule.Index]++;
        }

        Push(rule, segment);
        return true;
    }

    private void Push(LoopRule rule, in Segment segment)
    {
        foreach (LoopRule below in rule.Descendants)
        {
            _stack.Counts[below.Index] = 0;
        }

        _stack.Open(++_stack.Depth, rule, segment.Offset, segment.Number);
    }

    private void CloseTo(int depth)
    {
        while (_stack.Depth > depth && _stack.Depth >= 0)
        {
            CheckComplete(ref _stack.Frames[_stack.Depth], before: int.MaxValue);
            _stack.Depth--;
        }

        _stack.Depth = Math.Max(_stack.Depth, 0);
    }

    /// <summary>Counts a segment of the open loop, and holds it against the order of the loop.</summary>
    /// <returns>Its form, or null where it fits none.</returns>
    private SegmentForm? Take(in Segment segment, int index, int first)
    {
        ref LoopFrame frame = ref _stack.Frames[_stack.Depth];
        LoopRule rule = frame.Rule;
        if (index < 0)
        {
            LoopFaults.Qualifier(segment, rule, first, problems);

            // It is there, under another name.
            uint tag = segment.Id;
            int meant = Array.FindIndex(rule.Required, one => rule.Forms[one].Tag == tag && _stack.Seen[_stack.Depth][one] == 0);
            if (meant >= 0)
            {
                _stack.Seen[_stack.Depth][rule.Required[meant]] = 1;
            }

            return null;
        }

        SegmentForm form = rule.Forms[index];
        ref byte seen = ref _stack.Seen[_stack.Depth][index];
        if (seen == form.Most && form.Most > 0 && !IsService(segment.Id))
        {
            problems.ReportOfGuide(X12GuideDiagnostics.SegmentTooOften(problems.Place(segment, rule.PlaceId), SegmentId.Text(segment.Id), form.Most, rule.PlaceId));
        }

        seen += (byte)(seen < byte.MaxValue ? 1 : 0);
        Advance(ref frame, form.Position, segment);
        return form;
    }

    private void Advance(ref LoopFrame frame, int position, in Segment segment)
    {
        if (position < frame.Position)
        {
            problems.ReportOfGuide(X12GuideDiagnostics.OutOfSequence(
                problems.Place(segment, frame.Rule.PlaceId), SegmentId.Text(segment.Id), frame.Rule.PlaceId));
        }

        frame.Position = Math.Max(frame.Position, position);
    }

    private static bool IsService(uint tag) => tag is SegmentId.Sv1 or SegmentId.Sv2 or SegmentId.Sv3;

    /// <summary>Reports, once, what a loop lacks that must stand before a child loop, or before its end.</summary>
    private void CheckComplete(ref LoopFrame frame, int before)
    {
        LoopRule rule = frame.Rule;
        for (int i = 0; i < rule.Required.Length && !frame.IsChecked; i++)
        {
            int index = rule.Required[i];
            if (_stack.Seen[_stack.Depth][index] == 0)
            {
                LoopFaults.Missing(rule.Forms[index], rule, frame.Offset, frame.Number, problems);
            }
        }

        if (frame.IsChecked && frame.IsComplete)
        {
            return;
        }

        frame.IsChecked = true;
        frame.IsComplete = before == int.MaxValue;
        foreach (LoopRule child in rule.Children)
        {
            if (child.IsRequired && child.Index < before && _stack.Counts[child.Index] == 0)
            {
                _stack.Counts[child.Index]++;
                LoopFaults.Missing(child, rule, frame.Offset, frame.Number, problems);
            }
        }
    }
}
