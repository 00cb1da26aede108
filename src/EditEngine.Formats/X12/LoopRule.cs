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
    Decision,
}

/// <summary>One row of a loop table.</summary>
internal sealed class LoopRule
{
    /// <param name="id">Loop id of the guide.</param>
    /// <param name="within">Ids of the loops that it can stand in, separated by blanks.</param>
    /// <param name="trigger">Its first segment; after a colon the qualifier that tells it from others (NM101, HL03).</param>
    /// <param name="most">How often the guide allows it within one parent; 0: no limit.</param>
    /// <param name="role">What it speaks of.</param>
    /// <param name="segments">Segments that may follow the first; an exclamation mark: at least one must.</param>
    public LoopRule(string id, string within, string trigger, int most, Role role, string segments)
    {
        Id = id;
        Within = within.Split(' ');
        Most = most;
        Role = role;
        IsRequired = role is Role.BillingLevel or Role.Billing or Role.Subscriber or Role.Payer or Role.Patient or Role.Line;
        string[] parts = trigger.Split(':');
        Trigger = SegmentId.Of(parts[0]);
        Qualifier = parts.Length > 1 ? System.Text.Encoding.ASCII.GetBytes(parts[1]) : [];
        QualifierElement = Trigger == SegmentId.Hl ? 3 : 1;
        string[] tags = segments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Segments = [.. tags.Select(tag => SegmentId.Of(tag.TrimEnd('!')))];
        Required = [.. tags.Where(tag => tag.EndsWith('!')).Select(tag => SegmentId.Of(tag.TrimEnd('!')))];
    }

    public string Id { get; }

    public IReadOnlyList<string> Within { get; }

    public int Most { get; }

    public Role Role { get; }

    public bool IsRequired { get; }

    public uint Trigger { get; }

    public byte[] Qualifier { get; }

    public int QualifierElement { get; }

    public uint[] Segments { get; }

    public uint[] Required { get; }

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
}
