using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Service lines (2400) and their drugs (2410). As <see cref="LineSegments"/> and <see cref="ServiceSegments"/> read them.</summary>
internal sealed class FastLines(FastContext context, FastClaims claims)
{
    private const int FirstModifier = 3;
    private const int LastModifier = 6;
    private const int Description = 7;
    private const int MostPointers = 4;

    /// <summary>LX: the next line.</summary>
    public bool ReadNumber(in FastSegment segment)
    {
        ref ClaimRow claim = ref context.Claim;
        if (!FastValues.TryCount(segment[1], out int number) || number != claim.Lines.Count + 1)
        {
            return false;
        }

        context.LineNumber = context.Batch.Lines.Next;
        claim.Lines = new RowRange(number == 1 ? context.LineNumber : claim.Lines.First, number);
        ref ServiceLineRow line = ref context.Batch.Lines.Add();
        (line.Number, line.Pointers) = (number, context.Type == ClaimType.Institutional ? default : RowRange.Empty);
        return true;
    }

    /// <summary>SV1.</summary>
    public bool ReadProfessional(in FastSegment segment)
    {
        ref ServiceLineRow line = ref context.Line;
        if (segment[9] is [var emergency and ((byte)'Y' or (byte)'N')])
        {
            line.Emergency = emergency == 'Y';
        }

        return ReadProcedure(segment, 1, isPaymentGroup: false, ref line)
            && FastValues.TryCharge(segment[2], out line.ChargeCents)
            && TryBasis(segment[3], ref line)
            && TryUnits(segment[4], ref line)
            && FastValues.TryCode(CodeSystem.PlaceOfService, segment[5], out line.PlaceOfService)
            && ReadPointers(segment, 7, ref line);
    }

    /// <summary>SV2.</summary>
    public bool ReadInstitutional(in FastSegment segment)
    {
        ref ServiceLineRow line = ref context.Line;
        return FastValues.TryCode(CodeSystem.Revenue, segment[1], out line.RevenueCode)
            && ReadProcedure(segment, 2, segment.Component(2, 1).SequenceEqual("HP"u8) || PaymentGroups.AreBilledBy(Code.FromPacked(line.RevenueCode)), ref line)
            && FastValues.TryCharge(segment[3], out line.ChargeCents)
            && TryBasis(segment[4], ref line)
            && TryUnits(segment[5], ref line)
            && (!segment.Has(7) || FastValues.TryCents(segment[7], out context.LineDetail.NonCoveredChargeCents));
    }

    /// <summary>SV3.</summary>
    public bool ReadDental(in FastSegment segment)
    {
        ref ServiceLineRow line = ref context.Line;
        if (segment[5] is [var prosthesis and ((byte)'I' or (byte)'R')])
        {
            context.LineDetail.Prosthesis = (byte)(prosthesis == 'I' ? 1 : 2);
        }

        return ReadProcedure(segment, 1, isPaymentGroup: false, ref line)
            && FastValues.TryCharge(segment[2], out line.ChargeCents)
            && FastValues.TryCode(CodeSystem.PlaceOfService, segment[3], out line.PlaceOfService)
            && (!segment.Has(4) || ReadAreas(segment, 4))
            && TryUnits(segment[6], ref line)
            && ReadPointers(segment, 11, ref line);
    }

    private bool ReadProcedure(in FastSegment segment, int element, bool isPaymentGroup, ref ServiceLineRow line)
    {
        if (!segment.Has(element))
        {
            return true;
        }

        if (!FastValues.TryCode(isPaymentGroup ? CodeSystem.Hipps : CodeSystem.Procedure, segment.Part(element, 2), out ulong code))
        {
            return false;
        }

        if (!isPaymentGroup)
        {
            line.Procedure = code;
        }
        else
        {
            context.LineDetail.Hipps = code;
        }

        int parts = segment.Parts.CountOf(element);
        for (int component = FirstModifier; component <= Math.Min(parts, LastModifier); component++)
        {
            if (!context.TryAdd(ref line.Modifiers, CodeSystem.Modifier, segment.Part(element, component)))
            {
                return false;
            }
        }

        if (parts >= Description && !segment.Part(element, Description).IsEmpty)
        {
            context.LineDetail.Description = context.Values.Whole(segment.Part(element, Description));
        }

        return true;
    }

    private static bool TryBasis(ReadOnlySpan<byte> text, ref ServiceLineRow line)
    {
        line.UnitBasis = text switch
        {
            [(byte)'U', (byte)'N'] => 1,
            [(byte)'M', (byte)'J'] => 2,
            [(byte)'D', (byte)'A'] => 3,
            _ => 0,
        };
        return line.UnitBasis > 0 || text.IsEmpty;
    }

    private static bool TryUnits(ReadOnlySpan<byte> text, ref ServiceLineRow line) => text is not [(byte)'-', ..] && FastValues.TryNumber(text, out line.Units);

    private bool ReadPointers(in FastSegment segment, int element, ref ServiceLineRow line)
    {
        int parts = segment.Has(element) ? Math.Min(segment.Parts.CountOf(element), MostPointers) : 0;
        for (int component = 1; component <= parts; component++)
        {
            ReadOnlySpan<byte> text = segment.Part(element, component);
            if (text.IsEmpty)
            {
                continue;
            }

            if (!FastValues.TryCount(text, out int pointer) || !context.Batch.Pointers.TryAppend(ref line.Pointers, pointer))
            {
                return false;
            }
        }

        return true;
    }

    // Quadrants have letters in claims and numbers in X12; of several areas the first is the line's own.
    private bool ReadAreas(in FastSegment segment, int element)
    {
        RowRange areas = default;
        for (int component = 1; component <= segment.Parts.CountOf(element); component++)
        {
            ReadOnlySpan<byte> area = segment.Component(element, component);
            ReadOnlySpan<byte> letters = area switch
            {
                [(byte)'1', (byte)'0'] => "UR"u8,
                [(byte)'2', (byte)'0'] => "UL"u8,
                [(byte)'3', (byte)'0'] => "LL"u8,
                [(byte)'4', (byte)'0'] => "LR"u8,
                _ => area,
            };
            if (!context.TryAdd(ref areas, CodeSystem.Quadrant, letters))
            {
                return false;
            }
        }

        if (areas.Count > 0)
        {
            ref LineDetailRow detail = ref context.LineDetail;
            detail.Quadrant = context.Batch.Codes[areas.First];
            detail.Areas = areas.Count > 1 ? areas : default;
        }

        return true;
    }

    /// <summary>DTP.</summary>
    public bool ReadDate(in FastSegment segment)
    {
        if (!context.Values.TryPeriod(segment[2], segment[3], out FastPeriod period))
        {
            return false;
        }

        if (segment[1].SequenceEqual("472"u8))
        {
            ref ServiceLineRow line = ref context.Line;
            (line.From, line.Through) = (period.From, period.Through);
            if (period.Start is not null || period.End is not null)
            {
                (context.LineDetail.StartTime, context.LineDetail.EndTime) = (period.Start, period.End);
            }

            return !claims.IsAhead(period);
        }

        if (segment[1].SequenceEqual("441"u8))
        {
            context.LineDetail.PriorPlacementDate = period.From;
        }

        return true;
    }

    /// <summary>REF. REF04 names another payer, whose number it is.</summary>
    public bool ReadReference(in FastSegment segment)
    {
        if (segment.Has(4))
        {
            return true;
        }

        switch (segment[1])
        {
            case [(byte)'G', (byte)'1']:
                return claims.TakeFirst(ref context.LineDetail.PriorAuthorization, segment[2]);
            case [(byte)'9', (byte)'F']:
                return claims.TakeFirst(ref context.LineDetail.Referral, segment[2]);
            case [(byte)'X', (byte)'4']:
                return claims.TakeFirst(ref context.LineDetail.CliaNumber, segment[2]);
            case [(byte)'F', (byte)'4']:
                return claims.TakeFirst(ref context.LineDetail.ReferringCliaNumber, segment[2]);
            default:
                return true;
        }
    }

    /// <summary>LIN.</summary>
    public bool ReadDrug(in FastSegment segment)
    {
        ref LineDetailRow detail = ref context.LineDetail;
        detail.HasDrug = segment[2].SequenceEqual("N4"u8);
        return !detail.HasDrug || FastValues.TryCode(CodeSystem.Ndc, segment[3], out detail.DrugCode);
    }

    /// <summary>CTP.</summary>
    public bool ReadDrugQuantity(in FastSegment segment)
    {
        ref LineDetailRow detail = ref context.LineDetail;
        detail.DrugUnit = context.Values.Whole(segment.Component(5, 1));
        return FastValues.TryNumber(segment[4], out detail.DrugQuantity);
    }
}
