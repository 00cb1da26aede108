namespace EditEngine.Formats.X12;

/// <summary>What an envelope is.</summary>
public enum X12EnvelopeKind
{
    /// <summary>ISA to IEA.</summary>
    Interchange,

    /// <summary>GS to GE.</summary>
    Group,

    /// <summary>ST to SE.</summary>
    Transaction,
}

/// <summary>One envelope of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ControlNumber">ISA13, GS06 or ST02, as sent.</param>
/// <param name="Offset">Byte offset of its header.</param>
public sealed record X12Envelope(string File, X12EnvelopeKind Kind, string ControlNumber, long Offset)
{
    /// <summary>The envelope that it stands in; null for an interchange, and where that one's header is missing.</summary>
    public X12Envelope? Around { get; init; }
}
