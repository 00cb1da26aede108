using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>From segment to segment, and what is said where there is none to read.</summary>
public sealed partial class X12ClaimReader
{
    /// <summary>Moves to the next segment. False where there is none to read just now.</summary>
    private bool Advance()
    {
        switch (_source.Next())
        {
            case SourceStep.Segment:
                return AcceptSegment();
            case SourceStep.End or SourceStep.NotX12 when _source.Fault is string why:
                _problems.ReportEnd(X12Diagnostics.Unreadable(_problems.Place(_source.Offset, _number + 1, "???"), why));
                _isOver = true;
                return false;
            case SourceStep.NotX12:
                _problems.ReportOfFile(X12Diagnostics.NotX12(_problems.Place(_source.Offset, 1, "ISA"), _source.Appearance));
                _isOver = true;
                return false;
            case SourceStep.BadInterchange:
                _problems.ReportOfFile(X12Diagnostics.BadInterchange(_problems.Place(_source.Offset, 1, "ISA")));
                return false;
            case SourceStep.TooLong:
                _number = _envelope.CountSegment(0);
                Report(X12Diagnostics.SegmentTooLong(_problems.Place(_source.Offset, _number, "???", LoopOfUnknown), SegmentSource.MaxSegmentBytes));
                return false;
            default:
                _isOver = true;
                return false;
        }
    }

    private bool AcceptSegment()
    {
        if (_source.Current(0).Bytes.IsEmpty)
        {
            Report(X12SegmentDiagnostics.EmptySegment(_problems.Place(_source.Offset, _number + 1, "???", LoopOfUnknown)));
            return false;
        }

        _number = _envelope.CountSegment(_source.CurrentId);
        if (_source.CurrentId == SegmentId.Clm)
        {
            _source.TakeSeparatorOfClaim();
        }

        if (_source.IsUnterminated)
        {
            Report(X12Diagnostics.Unterminated(_problems.Place(_source.Current(_number), null)));
        }

        return true;
    }

    private string? LoopOfUnknown => _envelope.Table is null ? null : _loops.CurrentOutsideOfNames.PlaceId;

    private void Report(Diagnostic problem)
    {
        if (_envelope.Table is null || _source.CurrentId == SegmentId.Iea)
        {
            _problems.ReportOfFile(problem);
        }
        else
        {
            _problems.Report(problem);
        }
    }
}
