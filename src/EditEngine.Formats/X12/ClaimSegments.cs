using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>The segments of the claim itself (2300): its header here, health codes and what lines send too by readers of their own.</summary>
internal sealed class ClaimSegments(ReadingContext context)
{
    private const int MostCauses = 3;

    private readonly ElementReader _elements = context.Elements;
    private readonly HealthCodeSegments _healthCodes = new(context);
    private readonly SharedSegments _shared = new(context);
    private X12Place? _accident;
    private bool _hasAccidentDate;

    /// <summary>Begins a claim.</summary>
    public void Begin()
    {
        (_accident, _hasAccidentDate) = (null, false);
        _healthCodes.Begin();
    }

    public void Read(in Segment segment)
    {
        OpenRecord claim = context.Claim.Record;
        switch (segment.Id)
        {
            case SegmentId.Clm:
                ReadHeader(segment, claim);
                break;
            case SegmentId.Dtp:
                ReadDate(segment, claim);
                break;
            case SegmentId.Cl1:
                _elements.Keep(segment, claim, ClaimMembers.AdmissionType, 1);
                _elements.Keep(segment, claim, ClaimMembers.AdmissionSource, 2);
                _elements.Keep(segment, claim, ClaimMembers.DischargeStatus, 3);
                break;
            case SegmentId.Hi:
                _healthCodes.Read(segment);
                break;
            case SegmentId.Dn2 when ElementReader.Is(segment[2], "M"u8):
                ReadMissingTooth(segment);
                break;
            default:
                _shared.ReadOfClaim(segment);
                break;
        }
    }

    // DN202 E is a tooth still to be extracted, I an impacted one: both are there. Without its number it is no tooth, and the guide asks for that.
    private void ReadMissingTooth(in Segment segment)
    {
        Code tooth = _elements.CodeOf(segment, CodeSystem.Tooth, segment[1], 1);
        if (!tooth.IsMissing)
        {
            _elements.Mark(segment, "patient.missingTeeth[]", 1, 0, context.Claim.MissingTeeth.Count);
            context.Claim.MissingTeeth.Add(tooth);
        }
    }

    /// <summary>Reports what only the whole claim tells.</summary>
    public void End()
    {
        if (_accident is not null && !_hasAccidentDate)
        {
            _elements.Report(X12ElementDiagnostics.AccidentDate(_accident));
        }

        _healthCodes.End();
    }

    private void ReadHeader(in Segment segment, in OpenRecord claim)
    {
        _elements.Mark(segment, X12SourceMap.WholeClaim, 0);
        _elements.Keep(segment, claim, ClaimMembers.Id, 1);
        _elements.Keep(segment, claim, ClaimMembers.TotalCharge, 2);
        _elements.CheckNegative(segment, 2);
        if (ElementReader.Is(segment[19], "PB"u8))
        {
            _elements.Keep(segment, claim, ClaimMembers.Predetermination, true, 19);
        }

        _elements.Keep(segment, claim, ClaimMembers.DelayReason, 20);
        if (segment.Separator != _elements.DeclaredSeparator)
        {
            _elements.Report(X12ElementDiagnostics.OtherSeparator(_elements.Place(segment, 5), (char)segment.Separator, (char)_elements.DeclaredSeparator));
        }

        if (_elements.HasComponents(segment, 5) && !segment[5].IsEmpty)
        {
            ReadFacility(segment, claim);
        }

        if (!segment[11].IsEmpty && _elements.HasComponents(segment, 11))
        {
            ReadRelatedCauses(segment, claim);
        }
    }

    private void ReadFacility(in Segment segment, in OpenRecord claim)
    {
        ReadOnlySpan<byte> facility = segment.Component(5, 1);
        ReadOnlySpan<byte> frequency = segment.Component(5, 3);
        CheckFacilityQualifier(segment, segment.Component(5, 2));
        _elements.Keep(segment, claim, ClaimMembers.Frequency, Code.From(CodeSystem.Frequency, frequency), 5, 3);
        if (context.Claim.Type != ClaimType.Institutional)
        {
            _elements.Mark(segment, "facilityCode", 5, 1);
            context.Claim.PlaceOfService = _elements.CodeOf(segment, CodeSystem.PlaceOfService, facility, 5, 1);
            return;
        }

        // Three digits: type of facility and care, then frequency. The leading zero of UB-04 is none of them.
        _elements.Mark(segment, ClaimMembers.BillType.Path, 5, 1);
        facility = facility is [(byte)'0', _, _] ? facility[1..] : facility;
        Span<byte> billType = stackalloc byte[8];
        if (facility.Length > 0 && facility.Length + frequency.Length <= billType.Length)
        {
            facility.CopyTo(billType);
            frequency.CopyTo(billType[facility.Length..]);
            ClaimMembers.BillType.Set(claim, Code.From(CodeSystem.BillType, billType[..(facility.Length + frequency.Length)]));
        }
    }

    private void CheckFacilityQualifier(in Segment segment, ReadOnlySpan<byte> qualifier)
    {
        char fits = context.Claim.Type == ClaimType.Institutional ? 'A' : 'B';
        if (qualifier.Length == 1 && qualifier[0] == fits)
        {
            return;
        }

        // Senders of 837I write B by habit, and their codes are types of bill all the same; A with an 837P or 837D says that the code is none of place.
        bool isWrong = ElementReader.Is(qualifier, "A"u8);
        _elements.Report(isWrong
            ? X12ElementDiagnostics.WrongFacilityQualifier(_elements.Place(segment, 5, 2), SentText.Value(qualifier), fits)
            : X12ElementDiagnostics.DoubtfulFacilityQualifier(_elements.Place(segment, 5, 2), SentText.Value(qualifier), fits));
    }

    private void ReadRelatedCauses(in Segment segment, in OpenRecord claim)
    {
        for (int component = 1; component <= MostCauses; component++)
        {
            ReadOnlySpan<byte> cause = segment.Component(11, component);
            string? accident = ElementReader.Is(cause, "AA"u8) ? "auto" : ElementReader.Is(cause, "EM"u8) ? "employment" : ElementReader.Is(cause, "OA"u8) ? "other" : null;
            if (accident is not null)
            {
                if (context.Claim.RelatedCauses.Count == 0)
                {
                    _elements.Keep(segment, claim, ClaimMembers.Accident, accident, 11, component);
                }

                _elements.Mark(segment, "relatedCauses[]", 11, component, context.Claim.RelatedCauses.Count);
                context.Claim.RelatedCauses.Add(accident);
            }
        }

        ReadOnlySpan<byte> state = segment.Component(11, 4);
        if (!state.IsEmpty)
        {
            _elements.Keep(segment, claim, ClaimMembers.AccidentState, ElementReader.TextOf(state), 11, 4);
        }

        bool isByCar = HasCause(segment, "AA"u8);
        if (isByCar && segment.Component(11, 4).IsEmpty)
        {
            _elements.Report(X12ElementDiagnostics.AccidentState(_elements.Place(segment, 11, 4)));
        }

        _accident = isByCar || HasCause(segment, "OA"u8) ? _elements.Place(segment, 11) : null;
    }

    private static bool HasCause(in Segment segment, ReadOnlySpan<byte> cause) =>
        ElementReader.Is(segment.Component(11, 1), cause) || ElementReader.Is(segment.Component(11, 2), cause) || ElementReader.Is(segment.Component(11, 3), cause);

    private void ReadDate(in Segment segment, in OpenRecord claim)
    {
        ReadOnlySpan<byte> qualifier = segment[1];
        if (ElementReader.Is(qualifier, "439"u8))
        {
            _hasAccidentDate = true;
            context.Dates.Keep(segment, claim, ClaimMembers.AccidentDate);
        }
        else if (ElementReader.Is(qualifier, "434"u8))
        {
            context.Claim.Statement = ReadSpan(segment);
        }
        else if (ElementReader.Is(qualifier, "472"u8))
        {
            context.Claim.ServiceDates = ReadSpan(segment);
        }
        else if (ElementReader.Is(qualifier, "435"u8))
        {
            context.Dates.Keep(segment, claim, ClaimMembers.AdmissionDate);
        }
        else if (ElementReader.Is(qualifier, "096"u8))
        {
            // 837I sends the hour alone: then there is no day.
            context.Dates.Keep(segment, claim, ClaimMembers.DischargeDate);
        }
        else
        {
            context.Dates.Check(segment);
        }
    }

    private SentPeriod ReadSpan(in Segment segment)
    {
        SentPeriod span = context.Dates.ReadService(segment, ClaimMembers.From);
        _elements.Mark(segment, ClaimMembers.Through.Path, 3);
        return span;
    }
}
