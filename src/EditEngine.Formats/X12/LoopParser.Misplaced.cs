namespace EditEngine.Formats.X12;

/// <summary>Segments that the table has no place for where they stand: what is certain of them all the same, and what is reported.</summary>
internal sealed partial class LoopParser
{
    private static readonly uint[] OfNames = [.. new[] { "N3", "N4", "REF", "PRV", "PER", "DMG" }.Select(SegmentId.Of)];

    /// <summary>A service segment can only be that of a line, whatever went missing before it and whatever form it is of.</summary>
    private bool TakeAsService(in Segment segment, out bool opens)
    {
        opens = false;
        if (Current.Role != Role.Line && !(opens = OpenLineWithoutHeader(segment)))
        {
            return false;
        }

        if (!Current.Has(segment.Id))
        {
            problems.ReportOfGuide(X12SegmentDiagnostics.OtherService(problems.Place(segment, Current.PlaceId), SegmentId.Text(segment.Id)));
        }

        // The service segment is the one that a line requires.
        int service = Array.FindIndex(Current.Tags, IsService);
        _stack.Seen[_stack.Depth][service]++;
        return true;
    }

    private bool OpenLineWithoutHeader(in Segment segment)
    {
        LoopRule line = _table.Find(Role.Line);
        int depth = _stack.Depth;
        while (depth > 0 && _stack.Frames[depth].Rule.Role is not (Role.Claim or Role.Line))
        {
            depth--;
        }

        if (depth == 0 || _stack.Frames[depth].Rule.Role == Role.Line)
        {
            return false;
        }

        CloseTo(depth);
        problems.ReportOfGuide(X12SegmentDiagnostics.LineHeaderMissing(problems.Place(segment, line.Id), SegmentId.Text(segment.Id), _stack.Counts[line.Index] + 1));
        Enter(line, segment);
        return true;
    }

    private LoopRule? ReportMisplaced(in Segment segment, out bool opens)
    {
        opens = false;
        if (segment.Id is SegmentId.Hl or SegmentId.Clm)
        {
            opens = true;
            return Force(segment);
        }

        if (segment.Id == SegmentId.Nm1)
        {
            LoopRule around = CurrentOutsideOfNames;
            problems.ReportOfGuide(X12SegmentDiagnostics.UnknownLoop(problems.Place(segment, around.PlaceId, 1), "NM1", SentText.Value(segment[1]), around.PlaceId));
            _passed = OfNames;
            return null;
        }

        string tag = SegmentId.Text(segment.Id);
        for (int depth = _stack.Depth - 1; depth >= 0; depth--)
        {
            LoopRule outer = _stack.Frames[depth].Rule;
            if (outer.Has(segment.Id))
            {
                problems.WithdrawMissing(_stack.Frames[depth].Offset, tag);
                problems.Report(X12SegmentDiagnostics.OutOfOrder(problems.Place(segment, Current.PlaceId), tag, Current.PlaceId, outer.PlaceId));
                return null;
            }
        }

        problems.ReportOfGuide(X12SegmentDiagnostics.UnexpectedSegment(problems.Place(segment, Current.PlaceId), tag, Current.PlaceId));
        return null;
    }

    /// <summary>Opens the level of an HL or CLM segment that has no place here: what follows belongs to it all the same, and not to what was before.</summary>
    private LoopRule Force(in Segment segment)
    {
        LoopRule rule = _table.Find(segment.Id == SegmentId.Clm ? Role.Claim : segment[3] is [(byte)'2', (byte)'3'] ? Role.PatientLevel : Role.SubscriberLevel);
        CloseTo(0);
        Stack<LoopRule> around = new();
        for (LoopRule? parent = _table.ParentOf(rule); parent is not null && parent != _table.Root; parent = _table.ParentOf(parent))
        {
            around.Push(parent);
        }

        foreach (LoopRule parent in around)
        {
            Push(parent, segment);
            _stack.Frames[_stack.Depth].IsChecked = true;
            _stack.Frames[_stack.Depth].IsForced = true;
        }

        Push(rule, segment);
        _isForced = true;
        return rule;
    }
}
