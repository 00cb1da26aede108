using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>The segments of the claim itself (2300), health codes apart.</summary>
internal sealed partial class ClaimContent
{
    private X12Place? _accident;
    private bool _hasAccidentDate;

    private void OpenClaim()
    {
        _isLineOpen = false;
        _decision = null;
        (_hasPrincipal, _firstOtherDiagnosis, _firstOtherQualifier) = (false, null, "");
        (_accident, _hasAccidentDate) = (null, false);
    }

    private void ReadClaim(in Segment segment)
    {
        switch (segment.Id)
        {
            case SegmentId.Clm:
                ReadHeader(segment);
                break;
            case SegmentId.Dtp:
                ReadClaimDate(segment);
                break;
            case SegmentId.Cl1:
                _claim.AdmissionType = ReadCode(segment, CodeSystem.AdmissionType, "admissionType", 1);
                _claim.AdmissionSource = ReadCode(segment, CodeSystem.AdmissionSource, "admissionSource", 2);
                _claim.DischargeStatus = ReadCode(segment, CodeSystem.DischargeStatus, "dischargeStatus", 3);
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
            case SegmentId.Hi:
                ReadHealthCodes(segment);
                break;
            case SegmentId.Dn2 when Is(segment[2], "M"u8):
                // DN202 E is a tooth still to be extracted, I an impacted one: both are there.
                Mark(segment, "patient.missingTeeth[]", 1, 0, _claim.MissingTeeth.Count);
                _claim.MissingTeeth.Add(Code.From(CodeSystem.Tooth, segment[1]));
                break;
            default:
                break;
        }
    }

    private void ReadHeader(in Segment segment)
    {
        Mark(segment, X12SourceMap.WholeClaim, 0);
        _claim.Id = ReadText(segment, "id", 1) ?? "";
        _claim.TotalChargeCents = ReadCents(segment, "totalCharge", 2);
        _claim.DelayReason = ReadCode(segment, CodeSystem.DelayReason, "delayReason", 20);
        if (segment.Separator != _delimiters.Component)
        {
            problems.Report(X12Diagnostics.OtherSeparator(problems.Place(segment, _loop, 5), (char)segment.Separator, (char)_delimiters.Component));
        }

        if (HasComponents(segment, 5) && !segment[5].IsEmpty)
        {
            ReadFacility(segment);
        }

        if (!segment[11].IsEmpty && HasComponents(segment, 11))
        {
            ReadRelatedCauses(segment);
        }
    }

    private void ReadFacility(in Segment segment)
    {
        ReadOnlySpan<byte> facility = segment.Component(5, 1);
        ReadOnlySpan<byte> frequency = segment.Component(5, 3);
        CheckFacilityQualifier(segment, segment.Component(5, 2));
        Mark(segment, "frequency", 5, 3);
        _claim.Frequency = Code.From(CodeSystem.Frequency, frequency);
        if (_type != ClaimType.Institutional)
        {
            Mark(segment, "facilityCode", 5, 1);
            _claim.Facility = Code.From(CodeSystem.PlaceOfService, facility);
            return;
        }

        // Three digits: type of facility and care, then frequency. The leading zero of UB-04 is none of them.
        Mark(segment, "billType", 5, 1);
        facility = facility is [(byte)'0', _, _] ? facility[1..] : facility;
        Span<byte> billType = stackalloc byte[8];
        if (facility.Length > 0 && facility.Length + frequency.Length <= billType.Length)
        {
            facility.CopyTo(billType);
            frequency.CopyTo(billType[facility.Length..]);
            _claim.BillType = Code.From(CodeSystem.BillType, billType[..(facility.Length + frequency.Length)]);
        }
    }

    private void CheckFacilityQualifier(in Segment segment, ReadOnlySpan<byte> qualifier)
    {
        char fits = _type == ClaimType.Institutional ? 'A' : 'B';
        if (qualifier.Length == 1 && qualifier[0] == fits)
        {
            return;
        }

        // Senders of 837I write B by habit, and their codes are types of bill all the same; A with an 837P or 837D says that the code is none of place.
        bool isWrong = Is(qualifier, "A"u8);
        problems.Report(isWrong
            ? X12Diagnostics.WrongFacilityQualifier(problems.Place(segment, _loop, 5, 2), SentText.Value(qualifier), fits)
            : X12Diagnostics.DoubtfulFacilityQualifier(problems.Place(segment, _loop, 5, 2), SentText.Value(qualifier), fits));
    }

    private void ReadRelatedCauses(in Segment segment)
    {
        for (int component = 1; component <= 3 && _claim.Accident is null; component++)
        {
            ReadOnlySpan<byte> cause = segment.Component(11, component);
            _claim.Accident = Is(cause, "AA"u8) ? "auto" : Is(cause, "EM"u8) ? "employment" : Is(cause, "OA"u8) ? "other" : null;
            if (_claim.Accident is not null)
            {
                Mark(segment, "accident", 11, component);
            }
        }

        bool isByCar = HasCause(segment, "AA"u8);
        if (isByCar && segment.Component(11, 4).IsEmpty)
        {
            problems.Report(X12Diagnostics.AccidentState(problems.Place(segment, _loop, 11, 4)));
        }

        _accident = isByCar || HasCause(segment, "OA"u8) ? problems.Place(segment, _loop, 11) : null;
    }

    private static bool HasCause(in Segment segment, ReadOnlySpan<byte> cause) =>
        Is(segment.Component(11, 1), cause) || Is(segment.Component(11, 2), cause) || Is(segment.Component(11, 3), cause);

    private void ReadClaimDate(in Segment segment)
    {
        ReadOnlySpan<byte> qualifier = segment[1];
        _hasAccidentDate |= Is(qualifier, "439"u8);
        if (Is(qualifier, "434"u8))
        {
            _claim.Statement = ReadServicePeriod(segment, "from");
            Mark(segment, "through", 3);
        }
        else if (Is(qualifier, "472"u8))
        {
            _claim.ServiceDates = ReadServicePeriod(segment, "from");
            Mark(segment, "through", 3);
        }
        else if (Is(qualifier, "435"u8))
        {
            _claim.AdmissionDate = ReadPeriod(segment, "admissionDate").From;
        }
        else if (Is(qualifier, "096"u8))
        {
            // 837I sends the hour alone: then there is no day.
            _claim.DischargeDate = ReadPeriod(segment, "dischargeDate").From;
        }
        else
        {
            CheckPeriod(segment);
        }
    }

    /// <summary>References of the claim; a line's count for the claim where it has none.</summary>
    private void ReadReference(in Segment segment)
    {
        if (Is(segment[1], "F8"u8))
        {
            _claim.OriginalClaimId ??= ReadText(segment, "originalClaimId", 2);
        }
        else if (Is(segment[1], "G1"u8))
        {
            _claim.PriorAuthorization ??= ReadText(segment, "priorAuthorization", 2);
        }
        else if (Is(segment[1], "X4"u8))
        {
            _claim.CliaNumber ??= ReadText(segment, "cliaNumber", 2);
        }
    }

    /// <summary>Notes of lines count for the claim, as their attachments do.</summary>
    private void ReadNote(in Segment segment)
    {
        if (ReadText(segment, "notes[]", 2, _claim.Notes.Count) is string note)
        {
            _claim.Notes.Add(note);
        }
    }

    private void ReadAttachment(in Segment segment)
    {
        if (!segment[1].IsEmpty)
        {
            _claim.Attachments.Add(ReadCode(segment, CodeSystem.Attachment, "attachments[]", 1, _claim.Attachments.Count));
        }
    }
}
