using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>What is asked of a line most often, as <see cref="PlainFacts"/>: side by side for all lines, so that looking through them touches no other memory.</summary>
internal readonly struct LineFacts
{
    /// <summary>Facts of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="rendering">Who renders it where it names no one; null: nobody.</param>
    public LineFacts(ServiceLine line, Provider? rendering)
    {
        Place = PlainFacts.Of(line._placeOfService);
        Units = PlainFacts.Of(line._units);
        ChargeCents = PlainFacts.Of(line._chargeCents);
        RenderingNpi = (line._rendering ?? rendering)?.Npi;
        Modifiers = PlainFacts.Of(line._modifiers);
        Number = line._number;
        Through = PlainFacts.Of(line._through ?? line._from);
    }

    /// <summary>Place of service.</summary>
    public ulong Place { get; }

    /// <summary>Billed units.</summary>
    public long Units { get; }

    /// <summary>Charge.</summary>
    public long ChargeCents { get; }

    /// <summary>NPI of who renders it; null: not given.</summary>
    public string? RenderingNpi { get; }

    /// <summary>Modifiers; empty where none were given.</summary>
    public Code[] Modifiers { get; }

    /// <summary>Line number.</summary>
    public int Number { get; }

    /// <summary>Last day of service, which may be its first.</summary>
    public int Through { get; }
}

/// <summary>What is asked of a line of history most often: as of a line, and what was decided.</summary>
internal readonly struct HistoryFacts
{
    /// <summary>Facts of a line of history.</summary>
    public HistoryFacts(HistoryLine history)
    {
        Line = new LineFacts(history._line, null);
        PaidUnits = PlainFacts.Of(history._paidUnits);
        Status = history._status;
        ClaimType = history._claimType;
    }

    /// <summary>As of a line; its rendering provider is its own alone.</summary>
    public LineFacts Line { get; }

    /// <summary>Units paid.</summary>
    public long PaidUnits { get; }

    /// <summary>What was decided.</summary>
    public LineStatus Status { get; }

    /// <summary>Type of the earlier claim; Unknown where not given.</summary>
    public ClaimType ClaimType { get; }
}
