using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Output;

/// <summary>What became of claims, in numbers. Written by one thread at a time.</summary>
internal sealed class RunCounts
{
    private static readonly int States = Enum.GetValues<FindingState>().Length;

    private long _decided;
    private long _skipped;

    /// <summary>Claims that came through. May be asked from any thread.</summary>
    public long Read => Volatile.Read(ref _decided) + Volatile.Read(ref _skipped);

    /// <summary>Claims with a result.</summary>
    public long Decided => _decided;

    /// <summary>Bad claims.</summary>
    public long Skipped => _skipped;

    /// <summary>Of the decided those that do not conform.</summary>
    public long NotConformant { get; private set; }

    /// <summary>Lines of the decided.</summary>
    public long Lines { get; private set; }

    /// <summary>Of the decided those without history.</summary>
    public long WithoutHistory { get; private set; }

    /// <summary>Findings of each edit, by state.</summary>
    public SortedDictionary<string, int[]> ByEdit { get; } = new(StringComparer.Ordinal);

    /// <summary>What could not be decided, by edit.</summary>
    public SortedDictionary<string, long> NotEvaluated { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a bad claim.</summary>
    public void AddSkipped() => _skipped++;

    /// <summary>Counts a claim that was decided; <see cref="AddFound"/> counts what was found.</summary>
    public void AddDecided(Claim claim, bool conforms)
    {
        _decided++;
        NotConformant += conforms ? 0 : 1;
        Lines += claim.Lines.Length;
        WithoutHistory += claim.History.IsDefault ? 1 : 0;
    }

    /// <summary>Counts what a result says.</summary>
    public void AddFound(Result result)
    {
        foreach (Finding finding in result.Findings)
        {
            CountsOf(finding.Edit)[(int)finding.State]++;
        }

        foreach (NotEvaluated open in result.NotEvaluated)
        {
            NotEvaluated[open.Edit] = NotEvaluated.GetValueOrDefault(open.Edit) + 1;
        }
    }

    /// <summary>Counts what others counted.</summary>
    public void Add(RunCounts others)
    {
        _decided += others._decided;
        _skipped += others._skipped;
        NotConformant += others.NotConformant;
        Lines += others.Lines;
        WithoutHistory += others.WithoutHistory;
        foreach ((string edit, int[] states) in others.ByEdit)
        {
            int[] counts = CountsOf(edit);
            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] += states[i];
            }
        }

        foreach ((string edit, long count) in others.NotEvaluated)
        {
            NotEvaluated[edit] = NotEvaluated.GetValueOrDefault(edit) + count;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        (_decided, _skipped, NotConformant, Lines, WithoutHistory) = (0, 0, 0, 0, 0);
        ByEdit.Clear();
        NotEvaluated.Clear();
    }

    private int[] CountsOf(string edit)
    {
        if (!ByEdit.TryGetValue(edit, out int[]? counts))
        {
            ByEdit.Add(edit, counts = new int[States]);
        }

        return counts;
    }
}
