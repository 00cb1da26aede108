using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>References, attachments and notes: those of a line count for its claim.</summary>
internal sealed class SharedSegments(ReadingContext context)
{
    private readonly ElementReader _elements = context.Elements;

    public void Read(in Segment segment)
    {
        switch (segment.Id)
        {
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

    /// <summary>A line's counts for the claim where it has none.</summary>
    private void ReadReference(in Segment segment)
    {
        SentMember<string?>? member = segment[1] switch
        {
            [(byte)'F', (byte)'8'] => ClaimMembers.OriginalClaimId,
            [(byte)'G', (byte)'1'] => ClaimMembers.PriorAuthorization,
            [(byte)'X', (byte)'4'] => ClaimMembers.CliaNumber,
            _ => null,
        };
        if (member is not null)
        {
            _elements.KeepFirst(segment, context.Claim.Record, member, 2);
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
