namespace EditEngine.Formats.Batch;

/// <summary>What a file's first bytes say it is.</summary>
internal enum ClaimForm
{
    /// <summary>Nothing, or blanks only.</summary>
    Empty,

    /// <summary>Claims in JSON.</summary>
    Json,

    /// <summary>An X12 interchange.</summary>
    X12,

    /// <summary>Something else.</summary>
    Other,
}
