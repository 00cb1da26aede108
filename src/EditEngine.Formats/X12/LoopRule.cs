using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>What the segments of a loop speak of, the same for all three claim forms; None: nothing that a claim keeps.</summary>
internal enum Role
{
    None,
    Transaction,
    BillingLevel,
    Billing,
    SubscriberLevel,
    Subscriber,
    Payer,
    PatientLevel,
    Patient,
    Claim,
    Referring,
    Rendering,
    Facility,
    Supervising,
    Attending,
    Operating,
    OtherPayer,
    OtherPayerName,
    Line,
    Drug,
    LineRendering,
    LineOrdering,
    LineReferring,
    LineSupervising,
    LineOperating,
    LineFacility,
    Decision,
}

/// <summary>One loop of a claim form, as one qualifier opens it.</summary>
internal sealed class LoopRule
{
    /// <param name="loop">The loop of the guide.</param>
    /// <param name="qualifier">The code that tells it from others (NM101, HL03); empty where its first segment does.</param>
    /// <param name="most">How often it may stand within one parent; 0: no limit.</param>
    /// <param name="role">What it speaks of.</param>
    public LoopRule(GuideLoop loop, string qualifier, int most, Role role)
    {
        Id = loop.Id;
        Within = loop.Within;
        Most = most;
        Position = loop.Position;
        Role = role;
        IsRequired = loop.Usage == Usage.Required && role is not (Role.Transaction or Role.Claim);
        Forms = loop.Segments;
        Tags = [.. Forms.Select(form => form.Tag)];
        Trigger = role == Role.Transaction ? SegmentId.St : Tags[0];
        Qualifier = System.Text.Encoding.ASCII.GetBytes(qualifier);
        QualifierElement = Trigger == SegmentId.Hl ? 3 : 1;
        Required = [.. Forms.Index().Where(one => one.Item.Usage == Usage.Required && (one.Index > 0 || role == Role.Transaction)).Select(one => one.Index)];
    }

    public string Id { get; }

    public IReadOnlyList<string> Within { get; }

    public int Most { get; }

    /// <summary>Its place in the order of the loop around it.</summary>
    public int Position { get; }

    public Role Role { get; }

    public bool IsRequired { get; }

    /// <summary>True where a claim cannot be read without it.</summary>
    public bool IsVital => Role is Role.BillingLevel or Role.Billing or Role.Subscriber or Role.Patient or Role.Line;

    public uint Trigger { get; }

    public byte[] Qualifier { get; }

    public int QualifierElement { get; }

    /// <summary>Its segments in order; the first opens it, but for the transaction.</summary>
    public SegmentForm[] Forms { get; }

    /// <summary>Their ids.</summary>
    public uint[] Tags { get; }

    /// <summary>Indices of those that must follow the first.</summary>
    public int[] Required { get; }

    /// <summary>Index in its table.</summary>
    public int Index { get; set; }

    /// <summary>Loops that can stand in it, in the order of the guide.</summary>
    public LoopRule[] Children { get; set; } = [];

    /// <summary>Loops that can stand in it at any depth, whose counts begin anew with it.</summary>
    public LoopRule[] Descendants { get; set; } = [];

    /// <summary>The id for places; null for the transaction itself.</summary>
    public string? PlaceId => Role == Role.Transaction ? null : Id;

    /// <summary>A loop that only names a provider or place of the claim or line: more of them than allowed do no harm.</summary>
    public bool OnlyNames => Trigger == SegmentId.Nm1 && Role is not (Role.Billing or Role.Subscriber or Role.Payer or Role.Patient);

    /// <summary>The level that it opens, or null.</summary>
    public Level? Opens => Role switch
    {
        Role.BillingLevel => Level.Billing,
        Role.SubscriberLevel => Level.Subscriber,
        Role.PatientLevel => Level.Patient,
        Role.Claim => Level.Claim,
        _ => null,
    };

    /// <summary>True where a segment opens this loop.</summary>
    public bool IsOpenedBy(in Segment segment) =>
        segment.Id == Trigger && (Qualifier.Length == 0 || segment[QualifierElement].SequenceEqual(Qualifier));

    /// <summary>True where a segment has a place behind the first.</summary>
    public bool Has(uint tag) => Tags.AsSpan(Role == Role.Transaction ? 0 : 1).Contains(tag);

    /// <summary>The index of the form that a segment behind the first has; -1 where it has none, or its qualifier fits none of several.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="first">The first form of its id; -1 where there is none.</param>
    public int Find(in Segment segment, out int first)
    {
        int start = Role == Role.Transaction ? 0 : 1;
        first = Tags.AsSpan(start).IndexOf(segment.Id);
        if (first < 0)
        {
            return -1;
        }

        first += start;
        if (first + 1 == Tags.Length || Tags[first + 1] != segment.Id)
        {
            return first;
        }

        int found = -1;
        for (int i = first; i < Tags.Length && Tags[i] == segment.Id; i++)
        {
            switch (Forms[i].Fits(segment))
            {
                case 2:
                    return i;
                case 1 when found < 0:
                    found = i;
                    break;
                default:
                    break;
            }
        }

        return found;
    }
}
