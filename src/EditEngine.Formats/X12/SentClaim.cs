using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12;

/// <summary>A transaction as its segments are read once more.</summary>
/// <param name="File">Name for places.</param>
/// <param name="Envelope">The transaction.</param>
/// <param name="Table">The loops of its form.</param>
/// <param name="Delimiters">Those of its interchange.</param>
internal sealed record SentTransaction(string File, X12Envelope Envelope, LoopTable Table, Delimiters Delimiters);

/// <summary>The segments of a claim and of the levels around it, as they were sent. Immutable: where its values stand can be told when the batch that it was read into holds other claims.</summary>
internal sealed class SentClaim
{
    private readonly SentTransaction _transaction;
    private readonly StretchRow[] _stretches;
    private readonly byte[] _bytes;

    private SentClaim(SentTransaction transaction, StretchRow[] stretches, byte[] bytes) => (_transaction, _stretches, _bytes) = (transaction, stretches, bytes);

    /// <summary>Name of its file.</summary>
    public string File => _transaction.File;

    /// <summary>That of a row.</summary>
    public static SentClaim Of(ClaimBatch batch, in ClaimSourceRow source)
    {
        StretchRow[] stretches =
        [
            .. batch.Stretches.Of(source.Levels.Billing), .. batch.Stretches.Of(source.Levels.Subscriber), .. batch.Stretches.Of(source.Levels.Patient), .. batch.Stretches.Of(source.Claim),
        ];
        byte[] bytes = new byte[stretches.Sum(stretch => stretch.Bytes.Count)];
        int filled = 0;
        foreach (ref StretchRow stretch in stretches.AsSpan())
        {
            batch.Sent.Of(stretch.Bytes).CopyTo(bytes.AsSpan(filled));
            stretch.Bytes = stretch.Bytes with { First = filled };
            filled += stretch.Bytes.Count;
        }

        return new SentClaim(batch.Transactions[source.Transaction], stretches, bytes);
    }

    /// <summary>Reads them for where their values stand.</summary>
    public SourceMarks Marks()
    {
        SourceMapBuilder places = SourceMapBuilder.Of(File);
        PlaceReading reading = new(_transaction, places);
        foreach (StretchRow stretch in _stretches)
        {
            reading.Read(_bytes.AsSpan(stretch.Bytes.First, stretch.Bytes.Count), stretch.Offset, stretch.Number);
        }

        reading.EndClaim();
        return places.Marks();
    }
}
