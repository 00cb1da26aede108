using EditEngine.Outcomes;
using static System.FormattableString;

namespace EditEngine.Cli.Output;

/// <summary>Counts what a run does, and tells it at the end, or where it is stopped. Safe from any thread.</summary>
/// <param name="historyEdits">How many edits of the pack read history.</param>
internal sealed class RunSummary(int historyEdits)
{
    private readonly Lock _counting = new();
    private readonly RunCounts _counts = new();
    private bool _isTold;

    /// <summary>Claims that came through.</summary>
    public long Read => _counts.Read;

    /// <summary>Counts a batch of claims.</summary>
    public void Add(RunCounts batch)
    {
        lock (_counting)
        {
            _counts.Add(batch);
        }
    }

    /// <summary>Tells the counts, once: a run that ends while it is being stopped has both the end's and the stop's reasons to.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="unread">Files that could not be read, or not as a whole.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="results">What became of the results, where it is not what was asked for.</param>
    public void Write(TextWriter output, int unread, TimeSpan elapsed, string? results)
    {
        lock (_counting)
        {
            if (_isTold)
            {
                return;
            }

            // In one piece: what ends a process while it speaks cuts off all of it or nothing.
            _isTold = true;
            using StringWriter told = new();
            WriteCounts(told, unread, elapsed);
            if (results is not null)
            {
                Row(told, "results", results);
            }

            output.Write(told.ToString());
            output.Flush();
        }
    }

    private void WriteCounts(TextWriter output, int unread, TimeSpan elapsed)
    {
        long read = _counts.Read;
        string notConformant = _counts.NotConformant == 0 ? "" : Invariant($"; {_counts.NotConformant:#,0} of the decided not conformant");
        Row(output, "claims", Invariant($"{read:#,0} read, {_counts.Decided:#,0} decided, {_counts.Skipped:#,0} skipped{notConformant}"));
        Row(output, "lines", Invariant($"{_counts.Lines:#,0}"));
        Row(output, "findings", Invariant($"{_counts.ByEdit.Values.Sum(counts => (long)counts.Sum()):#,0}"));
        foreach ((string edit, int[] counts) in _counts.ByEdit)
        {
            output.WriteLine(Invariant($"{counts.Sum(),8:#,0}  {edit}{StatesOf(counts)}"));
        }

        if (_counts.NotEvaluated.Count > 0)
        {
            Row(output, "not evaluated", Invariant($"{_counts.NotEvaluated.Values.Sum():#,0}"));
            foreach ((string edit, long count) in _counts.NotEvaluated)
            {
                output.WriteLine(Invariant($"{count,8:#,0}  {edit}"));
            }
        }

        Row(output, "history", _counts.WithoutHistory == 0 ? "supplied" : Invariant($"not supplied for {_counts.WithoutHistory:#,0} of {Counts.Of(_counts.Decided, "claim")}: {Counts.Of(historyEdits, "edit")} would read it"));
        if (unread > 0)
        {
            Row(output, "not whole", Counts.Of(unread, "file"));
        }

        Row(output, "speed", Invariant($"{read / Math.Max(elapsed.TotalSeconds, 0.001):#,0} claims/s"));
    }

    private static string StatesOf(int[] counts)
    {
        IEnumerable<string> states = Enum.GetValues<FindingState>()
            .Where(state => state != FindingState.Active && counts[(int)state] > 0)
            .Select(state => Invariant($"{counts[(int)state]:#,0} {Enum.GetName(state)!.ToLowerInvariant()}"));
        string told = string.Join(", ", states);
        return told.Length == 0 ? "" : $" ({told})";
    }

    private static void Row(TextWriter output, string name, string value) => output.WriteLine($"{name,-14}{value}".TrimEnd());
}
