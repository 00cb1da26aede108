namespace EditEngine.Formats.X12;

/// <summary>Keeps which loops are open while the segments of one transaction pass, and reports what does not fit its table.</summary>
internal sealed partial class LoopParser(ProblemLog problems)
{
    private readonly Frame[] _frames = new Frame[8];
    private int[] _counts = [];
    private LoopTable _table = LoopTables.Professional;
    private int _depth;
    private uint[]? _passed;
    private bool _isForced;

    /// <summary>The innermost open loop.</summary>
    public LoopRule Current => _frames[_depth].Rule;

    /// <summary>The loop that a segment is said to stand in whose own id tells nothing: the innermost that is no mere name.</summary>
    public LoopRule CurrentOutsideOfNames
    {
        get
        {
            int depth = _depth;
            while (depth > 0 && _frames[depth].Rule.Trigger == SegmentId.Nm1)
            {
                depth--;
            }

            return _frames[depth].Rule;
        }
    }

    /// <summary>Begins a transaction.</summary>
    public void Begin(LoopTable table, in Segment st)
    {
        _table = table;
        _counts = new int[table.Rules.Length];
        _depth = 0;
        _passed = null;
        _frames[0] = new Frame(table.Root, st.Offset, st.Number);
    }

    /// <summary>Places a segment.</summary>
    /// <returns>The loop it opens or belongs to, or null where it is not to be read.</returns>
    public LoopRule? Place(in Segment segment, out bool opens)
    {
        opens = false;
        if (_passed is not null && _passed.AsSpan().Contains(segment.Id))
        {
            return null;
        }

        if (_table.CanOpen(segment.Id) && TryOpen(segment, out opens, out LoopRule? opened))
        {
            return opened;
        }

        _passed = null;
        if (Current.Segments.AsSpan().Contains(segment.Id))
        {
            MarkSeen(segment.Id);
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
        int depth = _depth;
        while (depth > 0 && _frames[depth].Rule.Role != Role.Claim)
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
    public void Leave() => _depth = 0;

    private bool TryOpen(in Segment segment, out bool opens, out LoopRule? opened)
    {
        opens = false;
        opened = null;
        for (int depth = _depth; depth >= 0; depth--)
        {
            foreach (LoopRule child in _frames[depth].Rule.Children)
            {
                if (child.IsOpenedBy(segment))
                {
                    CloseTo(depth);
                    opens = Enter(child, segment);
                    opened = opens ? child : null;
                    return true;
                }
            }
        }

        return false;
    }

    private bool Enter(LoopRule rule, in Segment segment)
    {
        CheckComplete(ref _frames[_depth], before: rule.Index);
        _passed = null;
        bool isTooOften = rule.Most > 0 && ++_counts[rule.Index] > rule.Most;
        if (isTooOften && rule.OnlyNames)
        {
            problems.Report(X12SegmentDiagnostics.NameRepeated(problems.Place(segment, rule.Id), rule.Id, rule.Most));
            _passed = rule.Segments;
            return false;
        }

        if (isTooOften && _counts[rule.Index] == rule.Most + 1)
        {
            problems.Report(X12SegmentDiagnostics.TooManyLoops(problems.Place(segment, rule.Id), rule.Id, rule.Most));
        }

        if (rule.Most == 0)
        {
            _counts[rule.Index]++;
        }

        Push(rule, segment);
        return true;
    }

    private void Push(LoopRule rule, in Segment segment)
    {
        foreach (LoopRule below in rule.Descendants)
        {
            _counts[below.Index] = 0;
        }

        _frames[++_depth] = new Frame(rule, segment.Offset, segment.Number);
    }

    private void CloseTo(int depth)
    {
        while (_depth > depth && _depth >= 0)
        {
            CheckComplete(ref _frames[_depth], before: int.MaxValue);
            _depth--;
        }

        _depth = Math.Max(_depth, 0);
    }

    private void MarkSeen(uint tag)
    {
        ref Frame frame = ref _frames[_depth];
        int required = frame.Rule.Required.AsSpan().IndexOf(tag);
        if (required >= 0)
        {
            frame.Seen |= 1u << required;
        }
    }

    /// <summary>Reports, once, what a loop lacks that must stand before a child loop, or before its end.</summary>
    private void CheckComplete(ref Frame frame, int before)
    {
        LoopRule rule = frame.Rule;
        for (int i = 0; i < rule.Required.Length && !frame.IsChecked; i++)
        {
            if ((frame.Seen & (1u << i)) == 0)
            {
                string tag = SegmentId.Text(rule.Required[i]);
                problems.Report(X12SegmentDiagnostics.SegmentMissing(problems.Place(frame.Offset, frame.Number, tag, rule.PlaceId), tag, rule.PlaceId));
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
            if (child.IsRequired && child.Index < before && _counts[child.Index] == 0)
            {
                _counts[child.Index]++;
                ReportMissing(child, frame);
            }
        }
    }

    private void ReportMissing(LoopRule child, in Frame frame)
    {
        if (child.Role == Role.Line)
        {
            problems.Report(X12SegmentDiagnostics.NoLines(problems.Place(frame.Offset, frame.Number, "LX", child.Id)));
            return;
        }

        string tag = SegmentId.Text(child.Trigger);
        Diagnostics.X12Place place = problems.Place(frame.Offset, frame.Number, tag, child.Id);
        problems.Report(child.Role == Role.Payer
            ? X12SegmentDiagnostics.PayerMissing(place, child.Id, frame.Rule.PlaceId)
            : X12SegmentDiagnostics.LoopMissing(place, child.Id, frame.Rule.PlaceId));
    }

    private struct Frame(LoopRule rule, long offset, int number)
    {
        public readonly LoopRule Rule = rule;
        public readonly long Offset = offset;
        public readonly int Number = number;
        public uint Seen;
        public bool IsChecked;
        public bool IsComplete;
    }
}
