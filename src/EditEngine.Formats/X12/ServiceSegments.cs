using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>What a line bills: SV1, SV2, SV3 and TOO.</summary>
internal sealed class ServiceSegments(ReadingContext context)
{
    private readonly ElementReader _elements = context.Elements;

    public void Read(in Segment segment)
    {
        OpenRecord line = context.Line.Record;
        switch (segment.Id)
        {
            case SegmentId.Sv1 or SegmentId.Sv2 or SegmentId.Sv3 when IsSecond(segment):
                break;
            case SegmentId.Sv1:
                ReadProfessionalService(segment, line);
                break;
            case SegmentId.Sv2:
                ReadInstitutionalService(segment, line);
                break;
            case SegmentId.Sv3:
                ReadDentalService(segment, line);
                break;
            case SegmentId.Too:
                ReadTooth(segment, line);
                break;
            default:
                break;
        }
    }

    private bool IsSecond(in Segment segment)
    {
        bool isSecond = context.Line.HasService;
        context.Line.HasService = true;
        if (isSecond)
        {
            _elements.Report(X12SegmentDiagnostics.SecondService(_elements.Place(segment), SegmentId.Text(segment.Id)));
        }

        return isSecond;
    }

    private void ReadProfessionalService(in Segment segment, in OpenRecord line)
    {
        ReadProcedure(segment, line, 1);
        _elements.Keep(segment, line, LineMembers.Charge, 2);
        _elements.CheckNegative(segment, 2);
        KeepUnitBasis(segment, line, 3);
        _elements.Keep(segment, line, LineMembers.Units, 4);
        _elements.CheckNegative(segment, 4);
        _elements.Keep(segment, line, LineMembers.PlaceOfService, 5);
        ReadPointers(segment, line, 7);
        if (segment[9] is [(byte)'Y' or (byte)'N'])
        {
            _elements.Keep(segment, line, LineMembers.Emergency, segment[9] is [(byte)'Y'], 9);
        }
    }

    private void ReadInstitutionalService(in Segment segment, in OpenRecord line)
    {
        _elements.Keep(segment, line, LineMembers.RevenueCode, 1);
        ReadProcedure(segment, line, 2);
        _elements.Keep(segment, line, LineMembers.Charge, 3);
        _elements.CheckNegative(segment, 3);
        KeepUnitBasis(segment, line, 4);
        _elements.Keep(segment, line, LineMembers.Units, 5);
        _elements.CheckNegative(segment, 5);
        _elements.Keep(segment, line, LineMembers.NonCoveredCharge, 7);
    }

    private void ReadDentalService(in Segment segment, in OpenRecord line)
    {
        ReadProcedure(segment, line, 1);
        _elements.Keep(segment, line, LineMembers.Charge, 2);
        _elements.CheckNegative(segment, 2);
        _elements.Keep(segment, line, LineMembers.PlaceOfService, 3);
        ReadOralCavity(segment, line, 4);
        if (segment[5] is [(byte)'I' or (byte)'R'])
        {
            _elements.Keep(segment, line, LineMembers.Prosthesis, segment[5] is [(byte)'I'] ? "initial" : "replacement", 5);
        }

        _elements.Keep(segment, line, LineMembers.Units, 6);
        _elements.CheckNegative(segment, 6);
        ReadPointers(segment, line, 11);
    }

    /// <summary>Procedure, modifiers and description of a composite medical procedure identifier.</summary>
    private void ReadProcedure(in Segment segment, in OpenRecord line, int element)
    {
        if (segment[element].IsEmpty || !_elements.HasComponents(segment, element))
        {
            return;
        }

        Code procedure = Code.From(CodeSystem.Procedure, segment.Component(element, 2));
        if (!procedure.IsMissing)
        {
            _elements.Keep(segment, line, LineMembers.Procedure, procedure, element, 2);
        }

        for (int component = 3; component <= 6; component++)
        {
            Code modifier = Code.From(CodeSystem.Modifier, segment.Component(element, component));
            if (!modifier.IsMissing)
            {
                _elements.Mark(segment, "lines[].modifiers[]", element, component, line.First, context.Line.Modifiers.Count);
                context.Line.Modifiers.Add(modifier);
            }
        }

        ReadOnlySpan<byte> description = segment.Component(element, 7);
        if (!description.IsEmpty)
        {
            _elements.Keep(segment, line, LineMembers.Description, ElementReader.TextOf(description), element, 7);
        }
    }

    private void KeepUnitBasis(in Segment segment, in OpenRecord line, int element)
    {
        ReadOnlySpan<byte> basis = segment[element];
        if (basis.IsEmpty)
        {
            return;
        }

        string? known = ElementReader.Is(basis, "UN"u8) ? "UN" : ElementReader.Is(basis, "MJ"u8) ? "MJ" : ElementReader.Is(basis, "DA"u8) ? "DA" : null;
        _elements.Keep(segment, line, LineMembers.UnitBasis, known, element);
        if (known is null)
        {
            _elements.Report(X12ElementDiagnostics.UnitBasisNotKept(_elements.Place(segment, element)));
        }
    }

    // A number that is none of a diagnosis is told by the guide, which lists those that fit, and points nowhere.
    private void ReadPointers(in Segment segment, in OpenRecord line, int element)
    {
        for (int component = 1; component <= 4; component++)
        {
            ReadOnlySpan<byte> pointer = segment.Component(element, component);
            if (pointer.IsEmpty || _elements.HasWrongSeparator)
            {
                continue;
            }

            _elements.Mark(segment, "lines[].diagnosisPointers[]", element, component, line.First, context.Line.DiagnosisPointers.Count);
            if (Values.WholeNumber(pointer) is int position and > 0)
            {
                context.Line.DiagnosisPointers.Add(position);
            }
            else if (Values.Number(pointer) is decimal written and > 0 and <= HealthCodeSegments.Most && decimal.IsInteger(written))
            {
                _elements.Report(X12ElementDiagnostics.PointerWithDecimals(_elements.Place(segment, element, component), SentText.Value(pointer)));
                context.Line.DiagnosisPointers.Add((int)written);
            }
            else if (!Values.IsWholeNumber(pointer))
            {
                _elements.Report(X12ElementDiagnostics.NotANumber(_elements.Place(segment, element, component), SentText.Value(pointer)));
            }
        }
    }

    /// <summary>Quadrants have letters in claims and numbers in X12; all other areas keep their code.</summary>
    private void ReadOralCavity(in Segment segment, in OpenRecord line, int element)
    {
        ReadOnlySpan<byte> area = segment.Component(element, 1);
        if (area.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> letters = area switch
        {
            [(byte)'1', (byte)'0'] => "UR"u8,
            [(byte)'2', (byte)'0'] => "UL"u8,
            [(byte)'3', (byte)'0'] => "LL"u8,
            [(byte)'4', (byte)'0'] => "LR"u8,
            _ => area,
        };
        _elements.Keep(segment, line, LineMembers.Quadrant, Code.From(CodeSystem.Quadrant, letters), element, 1);
        if (!segment.Component(element, 2).IsEmpty)
        {
            _elements.Report(X12ElementDiagnostics.OnlyFirstKept(_elements.Place(segment, element, 2), "oral cavity areas"));
        }
    }

    private void ReadTooth(in Segment segment, in OpenRecord line)
    {
        if (!LineMembers.Tooth.Get(line).IsMissing)
        {
            _elements.Report(X12ElementDiagnostics.OnlyFirstKept(_elements.Place(segment), "teeth"));
            return;
        }

        _elements.Keep(segment, line, LineMembers.Tooth, 2);
        for (int component = 1; component <= 5; component++)
        {
            ReadOnlySpan<byte> surface = segment.Component(3, component);
            if (!surface.IsEmpty)
            {
                _elements.Mark(segment, "lines[].surfaces[]", 3, component, line.First, context.Line.Surfaces.Count);
                context.Line.Surfaces.Add(Code.From(CodeSystem.Surface, surface));
            }
        }
    }
}
