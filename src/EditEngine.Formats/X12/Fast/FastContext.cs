using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What all fast readers of segments share: the rows that are filled, and what the levels around them say.</summary>
internal sealed class FastContext
{
    /// <summary>What the open levels say.</summary>
    public LevelFacts Levels;

    /// <summary>Reads values, into the batch that is filled.</summary>
    public FastValues Values { get; } = new();

    /// <summary>The batch that is filled.</summary>
    public ClaimBatch Batch { get; private set; } = new();

    /// <summary>The form of the transaction.</summary>
    public ClaimType Type { get; private set; }

    /// <summary>Where the transaction stands among those of the batch; negative: segments are not kept.</summary>
    public int Transaction { get; private set; }

    /// <summary>The row of the claim that is open; 0: none is.</summary>
    public int ClaimNumber { get; set; }

    /// <summary>The row of the line that is open.</summary>
    public int LineNumber { get; set; }

    /// <summary>The claim that is open.</summary>
    public ref ClaimRow Claim
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Batch.Claims[ClaimNumber];
    }

    /// <summary>The line that is open.</summary>
    public ref ServiceLineRow Line
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Batch.Lines[LineNumber];
    }

    /// <summary>What few claims say, of the claim that is open.</summary>
    public ref ClaimDetailRow ClaimDetail
    {
        get
        {
            ref ClaimRow claim = ref Claim;
            if (claim.Detail == 0)
            {
                claim.Detail = Batch.ClaimDetails.Next;
                return ref Batch.ClaimDetails.Add();
            }

            return ref Batch.ClaimDetails[claim.Detail];
        }
    }

    /// <summary>What few lines say, of the line that is open.</summary>
    public ref LineDetailRow LineDetail
    {
        get
        {
            ref ServiceLineRow line = ref Line;
            if (line.Detail == 0)
            {
                line.Detail = Batch.LineDetails.Next;
                return ref Batch.LineDetails.Add();
            }

            return ref Batch.LineDetails[line.Detail];
        }
    }

    /// <summary>Begins to fill a batch.</summary>
    public void Begin(FastState state)
    {
        (Batch, Type, Transaction, ClaimNumber, Levels) = (state.Batch, state.Type, state.Transaction, 0, state.Levels);
        Values.Batch = state.Batch;
    }

    /// <summary>Keeps the segments of the level or claim that ends.</summary>
    /// <param name="bytes">All of them.</param>
    /// <param name="offset">Where they begin in the file.</param>
    /// <param name="number">Number of the first.</param>
    public void KeepSent(ReadOnlySpan<byte> bytes, long offset, int number)
    {
        RowRange stretch = new(Batch.Stretches.Add(new StretchRow { Offset = offset, Number = number, Bytes = new RowRange(Batch.Sent.AddRange(bytes), bytes.Length) }), 1);
        switch (Levels.Level)
        {
            case Level.Billing:
                Levels.Sent.Billing = stretch;
                break;
            case Level.Subscriber:
                Levels.Sent.Subscriber = stretch;
                break;
            case Level.Patient:
                Levels.Sent.Patient = stretch;
                break;
            default:
                Claim.Source = Batch.Sources.Add(new ClaimSourceRow { Transaction = Transaction, Levels = Levels.Sent, Claim = stretch });
                break;
        }
    }

    /// <summary>Adds a code to a list of them, if there is one.</summary>
    public bool TryAdd(ref RowRange list, CodeSystem system, ReadOnlySpan<byte> text) =>
        FastValues.TryCode(system, text, out ulong code) && (code == 0 || Batch.Codes.TryAppend(ref list, code));
}
