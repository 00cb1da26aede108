using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Service lines (2400) and their drugs (2410).</summary>
internal sealed class LineSegments(ReadingContext context)
{
    private readonly ElementReader _elements = context.Elements;
    private readonly LineBuilder _line = context.Line;
    private readonly ServiceSegments _services = new(context);
    private readonly SharedSegments _shared = new(context);

    public void Read(in Segment segment, bool opens)
    {
        if (opens)
        {
            Begin(segment);
        }

        switch (segment.Id)
        {
            case SegmentId.Sv1 or SegmentId.Sv2 or SegmentId.Sv3 or SegmentId.Too:
                _services.Read(segment);
                break;
            case SegmentId.Dtp:
                ReadDate(segment, _line.Record);
                break;
            default:
                _shared.ReadOfLine(segment);
                break;
        }
    }

    public void ReadDrug(in Segment segment)
    {
        if (segment.Id == SegmentId.Lin)
        {
            _line.HasDrug = ElementReader.Is(segment[2], "N4"u8);
            if (_line.HasDrug)
            {
                _elements.CheckSigns(segment, 3, null, segment[3]);
                _elements.Keep(segment, _line.Drug, LineMembers.DrugCode, 3);
            }
        }
        else if (segment.Id == SegmentId.Ctp)
        {
            _elements.Keep(segment, _line.Drug, LineMembers.DrugQuantity, 4);
            ReadOnlySpan<byte> unit = segment.Component(5, 1);
            if (!unit.IsEmpty)
            {
                _elements.Keep(segment, _line.Drug, LineMembers.DrugUnit, ElementReader.TextOf(unit), 5, 1);
            }
        }
    }

    /// <summary>Ends the line that is open.</summary>
    public void End()
    {
        if (_line.IsOpen)
        {
            context.Claim.Lines.Add(_line.Build(context.Claim.Type, context.Claim.PlaceOfService, context.Claim.ServiceDates));
            _line.IsOpen = false;
        }
    }

    private void Begin(in Segment segment)
    {
        End();
        int index = context.Claim.Lines.Count;
        _line.Begin(index, index == 0 ? 1 : context.Claim.Lines[^1].Number + 1);
        _elements.Mark(segment, LineMembers.Line, segment.Id == SegmentId.Lx ? 1 : 0, 0, index);
        if (segment.Id == SegmentId.Lx && Values.WholeNumber(segment[1]) is int number && number != _line.Number)
        {
            ReportNumber(segment, number);
        }
    }

    private void ReportNumber(in Segment segment, int number)
    {
        X12Place place = _elements.Place(segment, 1);
        string seen = SentText.Value(segment[1]);
        if (_line.Index > 0 || number < 1)
        {
            _elements.Report(X12SegmentDiagnostics.LineNumber(place, seen, _line.Number));
            return;
        }

        // Some senders count lines through the whole transaction: the numbers still tell the lines of a claim apart.
        _elements.Report(X12SegmentDiagnostics.LineNumberStart(place, seen));
        _line.Number = number;
    }

    private void ReadDate(in Segment segment, in OpenRecord line)
    {
        if (ElementReader.Is(segment[1], "472"u8))
        {
            _line.Take(context.Dates.ReadService(segment, LineMembers.From, line.First));
            _elements.Mark(segment, LineMembers.Through.Path, 3, 0, line.First);
        }
        else if (ElementReader.Is(segment[1], "441"u8))
        {
            context.Dates.Keep(segment, line, LineMembers.PriorPlacementDate);
        }
        else
        {
            context.Dates.Check(segment);
        }
    }
}
