using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>From segment to segment of one file, and what is said where there is none to read.</summary>
internal sealed class SegmentFeed(SegmentSource source, SegmentReading reading)
{
    /// <summary>Number of the segment that lies ready.</summary>
    public int Number { get; private set; }

    /// <summary>True once the file is at its end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Moves to the next segment. False where there is none to read just now.</summary>
    public bool Advance()
    {
        if (reading.OnlyCounts && source.PassOrdinary() is int passed and > 0)
        {
            Number = reading.CountPassed(passed);
        }

        switch (source.Next())
        {
            case SourceStep.Segment:
                return AcceptSegment();
            case SourceStep.End or SourceStep.NotX12 when source.Fault is string why:
                reading.Problems.ReportEnd(X12Diagnostics.Unreadable(reading.Problems.Place(source.Offset, Number + 1, "???"), why));
                IsOver = true;
                return false;
            case SourceStep.NotX12:
                reading.Problems.ReportOfFile(X12Diagnostics.NotX12(reading.Problems.Place(source.Offset, 1, "ISA"), source.Appearance));
                IsOver = true;
                return false;
            case SourceStep.BadInterchange:
                reading.Problems.ReportOfFile(X12Diagnostics.BadInterchange(reading.Problems.Place(source.Offset, 1, "ISA")));
                return false;
            case SourceStep.TooLong:
                Number = reading.Count(0);
                Report(X12Diagnostics.SegmentTooLong(reading.Problems.Place(source.Offset, Number, "???", reading.LoopOfUnknown), SegmentSource.MaxSegmentBytes));
                return false;
            default:
                IsOver = true;
                return false;
        }
    }

    private bool AcceptSegment()
    {
        if (source.Current(0).Bytes.IsEmpty)
        {
            Report(X12SegmentDiagnostics.EmptySegment(reading.Problems.Place(source.Offset, Number + 1, "???", reading.LoopOfUnknown)));
            return false;
        }

        Number = reading.Count(source.CurrentId);
        if (source.CurrentId == SegmentId.Clm)
        {
            source.TakeSeparatorOfClaim();
        }

        if (source.IsUnterminated)
        {
            Report(X12Diagnostics.Unterminated(reading.Problems.Place(source.Current(Number), null)));
        }

        return true;
    }

    private void Report(Diagnostic problem) => reading.Report(problem, source.CurrentId);
}
