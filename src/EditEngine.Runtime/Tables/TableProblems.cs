using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>Collects the problems of a table with many rows: some of each kind are kept, the rest counted.</summary>
/// <remarks>A damaged column of a large file would otherwise give millions of them. Not safe for several threads.</remarks>
internal sealed class TableProblems
{
    private readonly int _mostOfAKind;
    private readonly ImmutableArray<Diagnostic>.Builder _kept = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>An empty collection.</summary>
    /// <param name="mostOfAKind">How many of each id are kept.</param>
    public TableProblems(int mostOfAKind = 50) => _mostOfAKind = mostOfAKind;

    /// <summary>True where an error was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds one, in the order found.</summary>
    public void Report(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        long count = _counts.GetValueOrDefault(diagnostic.Id) + 1;
        _counts[diagnostic.Id] = count;
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (count <= _mostOfAKind)
        {
            _kept.Add(diagnostic);
        }
    }

    /// <summary>How many of a kind were reported, kept or not.</summary>
    public long Count(string id) => _counts.GetValueOrDefault(id);

    /// <summary>Those kept, in the order found, then one note for each kind of which more were found.</summary>
    public ImmutableArray<Diagnostic> ToImmutable()
    {
        var all = _kept.ToImmutable().ToBuilder();
        foreach ((string id, long count) in _counts)
        {
            if (count > _mostOfAKind)
            {
                all.Add(TableDiagnostics.More(count - _mostOfAKind, id));
            }
        }

        return all.ToImmutable();
    }
}
