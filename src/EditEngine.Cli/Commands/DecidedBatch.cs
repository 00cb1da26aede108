using EditEngine.Cli.Output;
using EditEngine.Formats;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>What became of a batch of claims. Its room is used again, batch after batch.</summary>
internal sealed class DecidedBatch
{
    // What a batch of very long claims took is not kept for those that follow.
    private const int MostKept = 1 << 22;

    private JsonBytes _results = new();

    /// <summary>The results, as they are written.</summary>
    public JsonBytes Results => _results;

    /// <summary>Claims of which more is to be told, in their order: those with problems, and all where the sender is answered.</summary>
    public List<(ReadClaim Read, Result? Result)> Told { get; } = [];

    /// <summary>All its claims in numbers.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>Forgets what became of the claims.</summary>
    public void Clear()
    {
        _results = _results.Length > MostKept ? new JsonBytes() : _results;
        _results.Clear();
        Told.Clear();
        Counts.Clear();
    }
}
