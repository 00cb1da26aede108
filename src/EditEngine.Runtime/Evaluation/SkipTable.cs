using System.Collections.Immutable;

namespace EditEngine.Evaluation;

/// <summary>Phases that are skipped for a line, or for all of the claim.</summary>
internal sealed class SkipTable
{
    private readonly HashSet<(string Phase, int Line)> _skipped = [];

    /// <summary>Nothing is skipped.</summary>
    public bool IsEmpty => _skipped.Count == 0;

    /// <summary>Forgets all.</summary>
    public void Clear() => _skipped.Clear();

    /// <summary>Skips phases for a line; line 0 for all.</summary>
    public void Add(ImmutableArray<string> phases, int line)
    {
        foreach (string phase in phases)
        {
            _skipped.Add((phase, line));
        }
    }

    /// <summary>Whether a phase is skipped for a line.</summary>
    public bool Contains(string phase, int line) =>
        _skipped.Count > 0 && (_skipped.Contains((phase, 0)) || (line != 0 && _skipped.Contains((phase, line))));
}
