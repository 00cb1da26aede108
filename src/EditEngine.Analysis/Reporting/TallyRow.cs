using System.Collections.Immutable;

namespace EditEngine.Analysis.Reporting;

/// <summary>Lines of one value, while they are counted.</summary>
internal sealed class TallyRow
{
    private readonly SomeClaims _behind = new();
    private readonly SomeClaims _found = new();
    private long _concerned, _decided, _cents;

    /// <summary>Counts a line.</summary>
    public void Add(string claim, bool isDecided, long cents)
    {
        _concerned++;
        _cents += cents;
        if (isDecided)
        {
            _decided++;
            _behind.Add(claim);
        }
    }

    /// <summary>Counts a line with a finding: there is something to look at also where it decides nothing.</summary>
    public void AddFound(string claim, bool isDecided, long cents)
    {
        Add(claim, isDecided, cents);
        _found.Add(claim);
    }

    /// <summary>What was counted; behind it stand the claims that were decided, or where there are none those with a finding.</summary>
    public ReportRow ToRow(string value) => new(value, _concerned, _decided, _cents, _behind.Ids.IsEmpty ? _found.Ids : _behind.Ids);
}

/// <summary>Edits left open for one want, while they are counted.</summary>
internal sealed class OpenTally
{
    private readonly SomeClaims _behind = new();
    private readonly SortedSet<string> _edits = new(StringComparer.Ordinal);
    private long _times;

    /// <summary>Counts an edit on a claim.</summary>
    public void Add(string edit, string claim)
    {
        _times++;
        _edits.Add(edit);
        _behind.Add(claim);
    }

    /// <summary>What was counted.</summary>
    public OpenQuestion ToQuestion(string want) => new(want, _times, [.. _edits], _behind.Ids);
}

/// <summary>The first claims behind a figure: enough to look at, however many there are.</summary>
internal sealed class SomeClaims
{
    private const int Most = 50;

    /// <summary>Their ids.</summary>
    public ImmutableArray<string> Ids { get; private set; } = [];

    /// <summary>Adds one, but not the last once more.</summary>
    public void Add(string id)
    {
        if (Ids.Length < Most && (Ids.IsEmpty || Ids[^1] != id))
        {
            Ids = Ids.Add(id);
        }
    }
}
