using EditEngine.Cli.Output;
using EditEngine.Formats;
using EditEngine.Formats.Json;

namespace EditEngine.Cli.Commands;

/// <summary>What became of a batch of claims. Its room is used again, batch after batch.</summary>
/// <param name="acknowledged">Takes what the sender is answered; null where it is not.</param>
internal sealed class DecidedBatch(AcknowledgedClaims? acknowledged)
{
    // What a batch of very long claims took is not kept for those that follow.
    private const int MostKept = 1 << 22;

    private JsonBytes _results = new();

    /// <summary>The results, as they are written.</summary>
    public JsonBytes Results => _results;

    /// <summary>What the sender is answered, where it is.</summary>
    public AcknowledgedClaims? Acknowledged => acknowledged;

    /// <summary>Claims with problems, in their order.</summary>
    public List<ReadClaim> Told { get; } = [];

    /// <summary>All its claims in numbers.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>Forgets what became of the claims.</summary>
    public void Clear()
    {
        _results = _results.Length > MostKept ? new JsonBytes() : _results;
        _results.Clear();
        acknowledged?.Clear();
        Told.Clear();
        Counts.Clear();
    }
}
