using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Service lines (2400) and their drugs (2410).</summary>
internal sealed partial class ClaimContent
{
    private readonly LineDraft _line = new();
    private int _lineIndex;
    private bool _isLineOpen;
    private bool _hasService;

    private void ReadLine(in Segment segment, bool opens)
    {
        if (opens)
        {
            BeginLine(segment);
        }

        if (segment.Id is SegmentId.Sv1 or SegmentId.Sv2 or SegmentId.Sv3 && IsSecondService(segment))
        {
            return;
        }

        switch (segment.Id)
        {
            case SegmentId.Sv1:
                ReadProfessionalService(segment);
                break;
            case SegmentId.Sv2:
                ReadInstitutionalService(segment);
                break;
            case SegmentId.Sv3:
                ReadDentalService(segment);
                break;
            case SegmentId.Too:
                ReadTooth(segment);
                break;
            case SegmentId.Dtp:
                ReadLineDate(segment);
                break;
            case SegmentId.Ref:
                ReadReference(segment);
                break;
            case SegmentId.Pwk:
                ReadAttachment(segment);
                break;
            case SegmentId.Nte:
                ReadNote(segment);
                break;
            default:
                break;
        }
    }

    private void BeginLine(in Segment segment)
    {
        EndLine();
        _line.Clear();
        _isLineOpen = true;
        _hasService = false;
        _decision = null;
        _lineIndex = _claim.Lines.Count;
        _line.Number = _lineIndex == 0 ? 1 : _claim.Lines[^1].Number + 1;
        Mark(segment, "lines[]", segment.Id == SegmentId.Lx ? 1 : 0, 0, _lineIndex);
        if (segment.Id == SegmentId.Lx && Values.WholeNumber(segment[1]) is int number && number != _line.Number)
        {
            ReportLineNumber(segment, number);
        }
    }

    private bool IsSecondService(in Segment segment)
    {
        bool isSecond = _hasService;
        _hasService = true;
        if (isSecond)
        {
            problems.Report(X12Diagnostics.SecondService(problems.Place(segment, _loop), SegmentId.Text(segment.Id)));
        }

        return isSecond;
    }

    private void ReportLineNumber(in Segment segment, int number)
    {
        X12Place place = problems.Place(segment, _loop, 1);
        string seen = SentText.Value(segment[1]);
        if (_lineIndex > 0 || number < 1)
        {
            problems.Report(X12Diagnostics.LineNumber(place, seen, _line.Number));
            return;
        }

        // Some senders count lines through the whole transaction: the numbers still tell the lines of a claim apart.
        problems.Report(X12Diagnostics.LineNumberStart(place, seen));
        _line.Number = number;
    }

    private void EndLine()
    {
        if (_isLineOpen)
        {
            _claim.Lines.Add(_line.Build(_type, _claim.Facility, _claim.ServiceDates));
            _isLineOpen = false;
        }
    }

    private void ReadProfessionalService(in Segment segment)
    {
        ReadProcedure(segment, 1);
        _line.ChargeCents = ReadCents(segment, "lines[].charge", 2, _lineIndex);
        _line.UnitBasis = ReadUnitBasis(segment, 3);
        _line.Units = ReadNumber(segment, "lines[].units", 4, _lineIndex);
        _line.PlaceOfService = ReadCode(segment, CodeSystem.PlaceOfService, "lines[].placeOfService", 5, _lineIndex);
        ReadPointers(segment, 7);
        _line.Emergency = Is(segment[9], "Y"u8) ? true : Is(segment[9], "N"u8) ? false : null;
        if (_line.Emergency is not null)
        {
            Mark(segment, "lines[].emergency", 9, 0, _lineIndex);
        }
    }

    private void ReadInstitutionalService(in Segment segment)
    {
        _line.RevenueCode = ReadCode(segment, CodeSystem.Revenue, "lines[].revenueCode", 1, _lineIndex);
        ReadProcedure(segment, 2);
        _line.ChargeCents = ReadCents(segment, "lines[].charge", 3, _lineIndex);
        _line.UnitBasis = ReadUnitBasis(segment, 4);
        _line.Units = ReadNumber(segment, "lines[].units", 5, _lineIndex);
        _line.NonCoveredChargeCents = ReadCents(segment, "lines[].nonCoveredCharge", 7, _lineIndex);
    }

    private void ReadDentalService(in Segment segment)
    {
        ReadProcedure(segment, 1);
        _line.ChargeCents = ReadCents(segment, "lines[].charge", 2, _lineIndex);
        _line.PlaceOfService = ReadCode(segment, CodeSystem.PlaceOfService, "lines[].placeOfService", 3, _lineIndex);
        ReadOralCavity(segment, 4);
        _line.Prosthesis = Is(segment[5], "I"u8) ? "initial" : Is(segment[5], "R"u8) ? "replacement" : null;
        if (_line.Prosthesis is not null)
        {
            Mark(segment, "lines[].prosthesis", 5, 0, _lineIndex);
        }

        _line.Units = ReadNumber(segment, "lines[].units", 6, _lineIndex);
        ReadPointers(segment, 11);
    }

    /// <summary>Procedure, modifiers and description of a composite medical procedure identifier.</summary>
    private void ReadProcedure(in Segment segment, int element)
    {
        if (segment[element].IsEmpty || !HasComponents(segment, element))
        {
            return;
        }

        _line.Procedure = Code.From(CodeSystem.Procedure, segment.Component(element, 2));
        if (!_line.Procedure.IsMissing)
        {
            Mark(segment, "lines[].procedure", element, 2, _lineIndex);
        }

        for (int component = 3; component <= 6; component++)
        {
            Code modifier = Code.From(CodeSystem.Modifier, segment.Component(element, component));
            if (!modifier.IsMissing)
            {
                Mark(segment, "lines[].modifiers[]", element, component, _lineIndex, _line.Modifiers.Count);
                _line.Modifiers.Add(modifier);
            }
        }

        ReadOnlySpan<byte> description = segment.Component(element, 7);
        if (!description.IsEmpty)
        {
            Mark(segment, "lines[].description", element, 7, _lineIndex);
            _line.Description = TextOf(description);
        }
    }

    private string? ReadUnitBasis(in Segment segment, int element)
    {
        ReadOnlySpan<byte> basis = segment[element];
        if (basis.IsEmpty)
        {
            return null;
        }

        Mark(segment, "lines[].unitBasis", element, 0, _lineIndex);
        string? known = Is(basis, "UN"u8) ? "UN" : Is(basis, "MJ"u8) ? "MJ" : Is(basis, "DA"u8) ? "DA" : null;
        if (known is null)
        {
            problems.Report(X12Diagnostics.UnitBasisNotKept(problems.Place(segment, _loop, element)));
        }

        return known;
    }

    private void ReadPointers(in Segment segment, int element)
    {
        for (int component = 1; component <= 4; component++)
        {
            ReadOnlySpan<byte> pointer = segment.Component(element, component);
            if (pointer.IsEmpty || _hasWrongSeparator)
            {
                continue;
            }

            Mark(segment, "lines[].diagnosisPointers[]", element, component, _lineIndex, _line.DiagnosisPointers.Count);
            if (Values.WholeNumber(pointer) is int position and > 0)
            {
                _line.DiagnosisPointers.Add(position);
            }
            else if (Values.Number(pointer) is decimal written and > 0 and <= MostHealthCodes && decimal.IsInteger(written))
            {
                problems.Report(X12Diagnostics.PointerWithDecimals(problems.Place(segment, _loop, element, component), SentText.Value(pointer)));
                _line.DiagnosisPointers.Add((int)written);
            }
            else
            {
                problems.Report(X12Diagnostics.NotANumber(problems.Place(segment, _loop, element, component), SentText.Value(pointer)));
            }
        }
    }

    /// <summary>Quadrants have letters in claims and numbers in X12; all other areas keep their code.</summary>
    private void ReadOralCavity(in Segment segment, int element)
    {
        ReadOnlySpan<byte> area = segment.Component(element, 1);
        if (area.IsEmpty)
        {
            return;
        }

        Mark(segment, "lines[].quadrant", element, 1, _lineIndex);
        _line.Quadrant = Code.From(CodeSystem.Quadrant, area switch
        {
            [(byte)'1', (byte)'0'] => "UR"u8,
            [(byte)'2', (byte)'0'] => "UL"u8,
            [(byte)'3', (byte)'0'] => "LL"u8,
            [(byte)'4', (byte)'0'] => "LR"u8,
            _ => area,
        });
        if (!segment.Component(element, 2).IsEmpty)
        {
            problems.Report(X12Diagnostics.OnlyFirstKept(problems.Place(segment, _loop, element, 2), "oral cavity areas"));
        }
    }

    private void ReadTooth(in Segment segment)
    {
        if (!_line.Tooth.IsMissing)
        {
            problems.Report(X12Diagnostics.OnlyFirstKept(problems.Place(segment, _loop), "teeth"));
            return;
        }

        _line.Tooth = ReadCode(segment, CodeSystem.Tooth, "lines[].tooth", 2, _lineIndex);
        for (int component = 1; component <= 5; component++)
        {
            ReadOnlySpan<byte> surface = segment.Component(3, component);
            if (!surface.IsEmpty)
            {
                Mark(segment, "lines[].surfaces[]", 3, component, _lineIndex, _line.Surfaces.Count);
                _line.Surfaces.Add(Code.From(CodeSystem.Surface, surface));
            }
        }
    }

    private void ReadLineDate(in Segment segment)
    {
        if (Is(segment[1], "472"u8))
        {
            SentPeriod service = ReadServicePeriod(segment, "lines[].from", _lineIndex);
            Mark(segment, "lines[].through", 3, 0, _lineIndex);
            (_line.From, _line.Through, _line.StartTime, _line.EndTime) = (service.From, service.Through, service.Start, service.End);
        }
        else if (Is(segment[1], "441"u8))
        {
            _line.PriorPlacementDate = ReadPeriod(segment, "lines[].priorPlacementDate", _lineIndex).From;
        }
        else
        {
            CheckPeriod(segment);
        }
    }

    private void ReadDrug(in Segment segment)
    {
        if (segment.Id == SegmentId.Lin)
        {
            _line.HasDrug = Is(segment[2], "N4"u8);
            if (_line.HasDrug)
            {
                CheckSigns(segment, 3, null, segment[3]);
                _line.Ndc = ReadCode(segment, CodeSystem.Ndc, "lines[].ndc.code", 3, _lineIndex);
            }
        }
        else if (segment.Id == SegmentId.Ctp)
        {
            _line.DrugQuantity = ReadNumber(segment, "lines[].ndc.quantity", 4, _lineIndex);
            ReadOnlySpan<byte> unit = segment.Component(5, 1);
            if (!unit.IsEmpty)
            {
                Mark(segment, "lines[].ndc.unit", 5, 1, _lineIndex);
                _line.DrugUnit = TextOf(unit);
            }
        }
    }
}
