namespace EditEngine.Formats.Rows;

/// <summary>Segments of one file that follow each other, as they were sent.</summary>
internal struct StretchRow
{
    /// <summary>Byte at which the first begins in its file.</summary>
    public long Offset;

    /// <summary>Its number in its transaction.</summary>
    public int Number;

    /// <summary>A range of <see cref="ClaimBatch.Sent"/>.</summary>
    public RowRange Bytes;
}

/// <summary>The segments of the levels around a claim: rows of <see cref="ClaimBatch.Stretches"/>.</summary>
internal struct LevelStretches
{
    public RowRange Billing;
    public RowRange Subscriber;
    public RowRange Patient;
}

/// <summary>What a claim was read of.</summary>
internal struct ClaimSourceRow
{
    /// <summary>Its place in <see cref="ClaimBatch.Transactions"/>.</summary>
    public int Transaction;

    public LevelStretches Levels;

    /// <summary>Its own segments.</summary>
    public RowRange Claim;
}
