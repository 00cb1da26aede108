using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>What a line bills: SV1, SV2, SV3 and TOO.</summary>
internal sealed class ServiceSegments(ReadingContext context)
{
    private const int MostAreas = 5;
    private const int MostSurfaces = 5;

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
        ReadProcedure(segment, line, 2, isPaymentGroup: ElementReader.Is(segment.Component(2, 1), "HP"u8) || PaymentGroups.AreBilledBy(LineMembers.RevenueCode.Get(line)));
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

    /// <summary>Procedure, modifiers and description of a composite medical procedure identifier; of a payment group its HIPPS code in place of a procedure.</summary>
    private void ReadProcedure(in Segment segment, in OpenRecord line, int element, bool isPaymentGroup = false)
    {
        if (segment[element].IsEmpty || !_elements.HasComponents(segment, element))
        {
            return;
        }

        SentMember<Code> member = isPaymentGroup ? LineMembers.Hipps : LineMembers.Procedure;
        Code procedure = _elements.CodeOf(segment, member.System, segment.Component(element, 2), element, 2);
        if (!procedure.IsMissing)
        {
            _elements.Keep(segment, line, member, procedure, element, 2);
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
        for (int component = 1; component <= MostAreas; component++)
        {
            ReadOnlySpan<byte> area = segment.Component(element, component);
            if (area.IsEmpty)
            {
                continue;
            }

            ReadOnlySpan<byte> letters = area switch
            {
                [(byte)'1', (byte)'0'] => "UR"u8,
                [(byte)'2', (byte)'0'] => "UL"u8,
                [(byte)'3', (byte)'0'] => "LL"u8,
                [(byte)'4', (byte)'0'] => "LR"u8,
                _ => area,
            };
            Code code = _elements.CodeOf(segment, CodeSystem.Quadrant, letters, element, component);
            if (code.IsMissing)
            {
                continue; // Nothing but blanks.
            }

            if (context.Line.Areas.Count == 0)
            {
                _elements.Keep(segment, line, LineMembers.Quadrant, code, element, component);
            }

            _elements.Mark(segment, "lines[].areas[]", element, component, line.First, context.Line.Areas.Count);
            context.Line.Areas.Add(code);
        }
    }

    private void ReadTooth(in Segment segment, in OpenRecord line)
    {
        Code tooth = _elements.CodeOf(segment, CodeSystem.Tooth, segment[2], 2);
        if (LineMembers.Tooth.Get(line).IsMissing && !tooth.IsMissing)
        {
            _elements.Keep(segment, line, LineMembers.Tooth, tooth, 2);
        }

        List<Code> surfaces = context.Line.Surfaces;
        int before = surfaces.Count;
        ImmutableArray<Code>.Builder own = ImmutableArray.CreateBuilder<Code>(MostSurfaces);
        for (int component = 1; component <= MostSurfaces; component++)
        {
            Code surface = Code.From(CodeSystem.Surface, segment.Component(3, component));
            if (surface.IsMissing)
            {
                continue;
            }

            own.Add(surface);

            // The line has each surface once, whichever of its teeth have it; what one tooth repeats stays as sent.
            if (surfaces.IndexOf(surface, 0, before) < 0)
            {
                _elements.Mark(segment, "lines[].surfaces[]", 3, component, line.First, surfaces.Count);
                surfaces.Add(surface);
            }
        }

        if (!tooth.IsMissing)
        {
            _elements.Mark(segment, "lines[].teeth[]", 2, 0, line.First, context.Line.Teeth.Count);
            context.Line.Teeth.Add(new TreatedTooth { Tooth = tooth, Surfaces = own.ToImmutable() });
        }
    }
}
