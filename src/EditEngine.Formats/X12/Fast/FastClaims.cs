using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>The segments of the claim itself (2300). As <see cref="ClaimSegments"/>, <see cref="SharedSegments"/> and <see cref="ClaimBuilder"/> read and end them.</summary>
internal sealed class FastClaims(FastContext context)
{
    private const int MostBillType = 8;
    private const int FirstCondition = 3;
    private const int LastCondition = 7;

    private static readonly ulong StillPatient = Code.From(CodeSystem.DischargeStatus, "30").Packed;

    private ulong _placeOfService;
    private FastPeriod _statement;
    private FastPeriod _services;
    private bool _hasAccident;

    /// <summary>CLM.</summary>
    public bool ReadHeader(in FastSegment segment, long offset, int number)
    {
        (_placeOfService, _statement, _services, _hasAccident) = (0, default, default, false);
        ref LevelFacts levels = ref context.Levels;
        if (levels is { IsSelf: true, HasDependent: false } && !(levels.HasAddress && levels.HasDemographics))
        {
            return false;
        }

        context.ClaimNumber = context.Batch.Claims.Next;
        ref ClaimRow claim = ref context.Batch.Claims.Add();
        (claim.Offset, claim.Number, claim.Type, claim.TransactionDate) = (offset, number, context.Type, levels.Made);
        claim.Diagnoses = RowRange.Empty;
        claim.Id = context.Values.Text(segment[1]);
        if (!FastValues.TryCharge(segment[2], out claim.TotalChargeCents) || claim.Id.IsMissing)
        {
            return false;
        }

        if (segment[19].SequenceEqual("PB"u8))
        {
            context.ClaimDetail.Predetermination = true;
        }

        if (segment.Has(20) && !FastValues.TryCode(CodeSystem.DelayReason, segment[20], out context.ClaimDetail.DelayReason))
        {
            return false;
        }

        return ReadFacility(segment) && (!segment.Has(11) || ReadCauses(segment));
    }

    private bool ReadFacility(in FastSegment segment)
    {
        if (!segment.Has(5) || segment.Parts.CountOf(5) != 3)
        {
            return false;
        }

        ref ClaimRow claim = ref context.Claim;
        ReadOnlySpan<byte> facility = segment.Component(5, 1);
        ReadOnlySpan<byte> frequency = segment.Component(5, 3);
        bool isInstitutional = context.Type == ClaimType.Institutional;
        if (segment.Component(5, 2) is not [var qualifier] || qualifier != (isInstitutional ? 'A' : 'B') || !FastValues.TryCode(CodeSystem.Frequency, frequency, out claim.Frequency))
        {
            return false;
        }

        if (!isInstitutional)
        {
            return FastValues.TryCode(CodeSystem.PlaceOfService, facility, out _placeOfService);
        }

        facility = facility is [(byte)'0', _, _] ? facility[1..] : facility;
        if (facility.IsEmpty || facility.Length + frequency.Length > MostBillType)
        {
            return false;
        }

        Span<byte> billType = stackalloc byte[MostBillType];
        facility.CopyTo(billType);
        frequency.CopyTo(billType[facility.Length..]);
        return FastValues.TryCode(CodeSystem.BillType, billType[..(facility.Length + frequency.Length)], out claim.BillType);
    }

    private bool ReadCauses(in FastSegment segment)
    {
        ref ClaimDetailRow detail = ref context.ClaimDetail;
        Span<byte> causes = stackalloc byte[3];
        int count = 0;
        bool isByCar = false;
        for (int component = 1; component <= causes.Length; component++)
        {
            byte cause = segment.Component(11, component) switch
            {
                [(byte)'A', (byte)'A'] => 1,
                [(byte)'E', (byte)'M'] => 2,
                [(byte)'O', (byte)'A'] => 3,
                _ => 0,
            };
            if (cause > 0)
            {
                causes[count++] = cause;
            }

            isByCar |= cause == 1;
            _hasAccident |= cause is 1 or 3;
        }

        detail.Causes = (causes[0], causes[1], causes[2]);
        detail.AccidentState = context.Values.Whole(segment.Component(11, 4));
        return !isByCar || !detail.AccidentState.IsMissing;
    }

    /// <summary>DTP.</summary>
    public bool ReadDate(in FastSegment segment)
    {
        if (!context.Values.TryPeriod(segment[2], segment[3], out FastPeriod period))
        {
            return false;
        }

        switch (segment[1])
        {
            case [(byte)'4', (byte)'3', (byte)'9']:
                context.ClaimDetail.AccidentDate = period.From;
                _hasAccident = false;
                return true;
            case [(byte)'4', (byte)'3', (byte)'4']:
                _statement = period;
                return !IsAhead(period);
            case [(byte)'4', (byte)'7', (byte)'2']:
                _services = period;
                return !IsAhead(period);
            case [(byte)'4', (byte)'3', (byte)'5']:
                context.ClaimDetail.AdmissionDate = period.From;
                return true;
            case [(byte)'0', (byte)'9', (byte)'6']:
                context.ClaimDetail.DischargeDate = period.From;
                return true;
            default:
                return true;
        }
    }

    /// <summary>True for service days behind that on which the transaction was made: they are told.</summary>
    public bool IsAhead(in FastPeriod period) => context.Levels.Made != 0 && period.Last > context.Levels.Made;

    /// <summary>CL1.</summary>
    public bool ReadInstitutional(in FastSegment segment)
    {
        ref ClaimDetailRow detail = ref context.ClaimDetail;
        return FastValues.TryCode(CodeSystem.AdmissionType, segment[1], out detail.AdmissionType)
            && FastValues.TryCode(CodeSystem.AdmissionSource, segment[2], out detail.AdmissionSource)
            && FastValues.TryCode(CodeSystem.DischargeStatus, segment[3], out detail.DischargeStatus);
    }

    /// <summary>REF.</summary>
    public bool ReadReference(in FastSegment segment)
    {
        switch (segment[1])
        {
            case [(byte)'F', (byte)'8']:
                return TakeFirst(ref context.ClaimDetail.OriginalClaimId, segment[2]);
            case [(byte)'G', (byte)'1']:
                return TakeFirst(ref context.ClaimDetail.PriorAuthorization, segment[2]);
            case [(byte)'9', (byte)'F']:
                return TakeFirst(ref context.ClaimDetail.Referral, segment[2]);
            case [(byte)'X', (byte)'4']:
                return TakeFirst(ref context.ClaimDetail.CliaNumber, segment[2]);
            default:
                return true;
        }
    }

    /// <summary>A reference: the first of a kind counts, and one that is another is told.</summary>
    public bool TakeFirst(ref RowText kept, ReadOnlySpan<byte> text)
    {
        if (kept.IsMissing)
        {
            kept = context.Values.Text(text);
            return true;
        }

        return context.Batch.BytesOf(kept).SequenceEqual(text.TrimEnd((byte)' '));
    }

    /// <summary>CRC.</summary>
    public bool ReadConditions(in FastSegment segment, bool isOfLine)
    {
        if (!segment[1].SequenceEqual("07"u8) || segment[2] is not [(byte)'Y'])
        {
            return true;
        }

        ref RowRange conditions = ref isOfLine ? ref context.LineDetail.AmbulanceConditions : ref context.ClaimDetail.AmbulanceConditions;
        for (int element = FirstCondition; element <= LastCondition; element++)
        {
            if (!FastValues.TryCode(CodeSystem.AmbulanceCondition, segment[element], out ulong condition))
            {
                return false;
            }

            if (condition != 0 && !context.Batch.Codes.Of(conditions).Contains(condition) && !context.Batch.Codes.TryAppend(ref conditions, condition))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>PWK, also of a line: its attachments are the claim's.</summary>
    public bool ReadAttachment(in FastSegment segment) =>
        FastValues.TryCode(CodeSystem.Attachment, segment[1], out ulong code) && (code == 0 || context.Batch.Attachments.TryAppend(ref context.ClaimDetail.Attachments, code));

    /// <summary>NTE, also of a line.</summary>
    public bool ReadNote(in FastSegment segment)
    {
        RowText note = context.Values.Text(segment[2]);
        return note.IsMissing || context.Batch.Notes.TryAppend(ref context.ClaimDetail.Notes, note);
    }

    /// <summary>DN2: a tooth that is missing, or will be.</summary>
    public bool ReadMissingTooth(in FastSegment segment) =>
        segment[2] is not [(byte)'M']
        || (FastValues.TryCode(CodeSystem.Tooth, segment[1], out ulong tooth) && tooth != 0 && context.Batch.MissingTeeth.TryAppend(ref context.ClaimDetail.MissingTeeth, tooth));

    /// <summary>Ends the claim that is open: what lines take from it, and what it takes from them. False where its whole tells that something is wrong.</summary>
    public bool End()
    {
        if (_hasAccident)
        {
            return false;
        }

        ref ClaimRow claim = ref context.Claim;
        (claim.Patient, claim.Billing, claim.Payer) = (context.Levels.Patient, context.Levels.Billing, context.Levels.Payer);
        EndLines(ref claim);
        if (_statement.From != 0)
        {
            (claim.From, claim.Through) = (_statement.From, _statement.Last);
        }

        if (claim.Detail != 0)
        {
            ref ClaimDetailRow detail = ref context.ClaimDetail;
            if (detail.DischargeDate == 0 && detail.AdmissionDate != 0 && detail.DischargeStatus != 0 && detail.DischargeStatus != StillPatient)
            {
                detail.DischargeDate = _statement.Last;
            }
        }

        return true;
    }

    private void EndLines(ref ClaimRow claim)
    {
        for (int i = 0; i < claim.Lines.Count; i++)
        {
            ref ServiceLineRow line = ref context.Batch.Lines[claim.Lines.First + i];
            if (line.From == 0)
            {
                (line.From, line.Through) = (_services.From, _services.Through);
            }

            line.PlaceOfService = line.PlaceOfService == 0 ? _placeOfService : line.PlaceOfService;
            int last = line.Through != 0 ? line.Through : line.From;
            claim.From = line.From != 0 && (claim.From == 0 || line.From < claim.From) ? line.From : claim.From;
            claim.Through = Math.Max(claim.Through, last);
        }
    }
}
