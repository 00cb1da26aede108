using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>References and ambulance conditions of a claim or a line; attachments and notes, of which those of a line count for its claim.</summary>
internal sealed class SharedSegments(ReadingContext context)
{
    private const int FirstCondition = 3;
    private const int LastCondition = 7;

    private readonly ElementReader _elements = context.Elements;

    /// <summary>Reads a segment of the claim.</summary>
    public void ReadOfClaim(in Segment segment)
    {
        switch (segment.Id)
        {
            case SegmentId.Ref:
                ReadReference(segment, context.Claim.Record, OfClaim(segment[1]));
                break;
            case SegmentId.Crc:
                ReadConditions(segment, "ambulanceConditions[]", context.Claim.AmbulanceConditions, 0);
                break;
            default:
                Read(segment);
                break;
        }
    }

    /// <summary>Reads a segment of the line that is open.</summary>
    public void ReadOfLine(in Segment segment)
    {
        switch (segment.Id)
        {
            // REF04 names another payer, whose number it is.
            case SegmentId.Ref when segment[4].IsEmpty:
                ReadReference(segment, context.Line.Record, OfLine(segment[1]));
                break;
            case SegmentId.Crc:
                ReadConditions(segment, "lines[].ambulanceConditions[]", context.Line.AmbulanceConditions, context.Line.Index);
                break;
            default:
                Read(segment);
                break;
        }
    }

    private void Read(in Segment segment)
    {
        switch (segment.Id)
        {
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

    private static SentMember<string?>? OfClaim(ReadOnlySpan<byte> qualifier) => qualifier switch
    {
        [(byte)'F', (byte)'8'] => ClaimMembers.OriginalClaimId,
        [(byte)'G', (byte)'1'] => ClaimMembers.PriorAuthorization,
        [(byte)'9', (byte)'F'] => ClaimMembers.Referral,
        [(byte)'X', (byte)'4'] => ClaimMembers.CliaNumber,
        _ => null,
    };

    private static SentMember<string?>? OfLine(ReadOnlySpan<byte> qualifier) => qualifier switch
    {
        [(byte)'G', (byte)'1'] => LineMembers.PriorAuthorization,
        [(byte)'9', (byte)'F'] => LineMembers.Referral,
        [(byte)'X', (byte)'4'] => LineMembers.CliaNumber,
        [(byte)'F', (byte)'4'] => LineMembers.ReferringCliaNumber,
        _ => null,
    };

    // One number of a kind has a place: a second that is another is told.
    private void ReadReference(in Segment segment, in OpenRecord record, SentMember<string?>? member)
    {
        if (member is null)
        {
            return;
        }

        if (member.Get(record) is string first && !segment[2].IsEmpty && first != ElementReader.TextOf(segment[2].Trim((byte)' ')))
        {
            _elements.Report(X12ElementDiagnostics.SecondReference(_elements.Place(segment, 2), SentText.Value(segment[1])));
        }

        _elements.KeepFirst(segment, record, member, 2);
    }

    // CRC02 N says that the conditions are not met: then there is none.
    private void ReadConditions(in Segment segment, string path, List<Code> conditions, int line)
    {
        if (!ElementReader.Is(segment[1], "07"u8) || !ElementReader.Is(segment[2], "Y"u8))
        {
            return;
        }

        for (int element = FirstCondition; element <= LastCondition; element++)
        {
            Code condition = _elements.CodeOf(segment, CodeSystem.AmbulanceCondition, segment[element], element);
            if (!condition.IsMissing && !conditions.Contains(condition))
            {
                bool isOfLine = ReferenceEquals(conditions, context.Line.AmbulanceConditions);
                _elements.Mark(segment, path, element, 0, isOfLine ? line : conditions.Count, isOfLine ? conditions.Count : 0);
                conditions.Add(condition);
            }
        }
    }

    private void ReadNote(in Segment segment)
    {
        if (_elements.ReadText(segment, "notes[]", 2, context.Claim.Notes.Count) is string note)
        {
            context.Claim.Notes.Add(note);
        }
    }

    private void ReadAttachment(in Segment segment)
    {
        if (!segment[1].IsEmpty)
        {
            context.Claim.Attachments.Add(_elements.ReadCode(segment, CodeSystem.Attachment, "attachments[]", 1, context.Claim.Attachments.Count));
        }
    }
}
