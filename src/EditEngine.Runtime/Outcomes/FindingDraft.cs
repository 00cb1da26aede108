using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Outcomes;

/// <summary>What the decider needs to know of an edit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Version of the pack that wrote it.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="PhaseIndex">Place of the phase in the pack's order.</param>
/// <param name="Precedence">Among equal actions the smaller wins.</param>
/// <param name="ScopeRank">Then the more specific, which is greater.</param>
/// <param name="Cites">Its citations.</param>
internal sealed record EditHeader(
    string Id, string Version, string Phase, int PhaseIndex, int Precedence, int ScopeRank, ImmutableArray<string> Cites);

/// <summary>One finding before anything is decided: it knows nothing of other edits.</summary>
internal sealed record FindingDraft
{
    /// <summary>The most other lines that a finding names; the rest are counted.</summary>
    public const int MostRelated = 100;

    /// <summary>The edit.</summary>
    public required EditHeader Edit { get; init; }

    /// <summary>What it does.</summary>
    public required EditAction Action { get; init; }

    /// <summary>Active, Bypassed or Monitor.</summary>
    public required FindingState State { get; init; }

    /// <summary>What it attaches to.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>Number of the line, for a line.</summary>
    public int? Line { get; init; }

    /// <summary>The field it attaches to, in the language's names.</summary>
    public string? Field { get; init; }

    /// <summary>The line of history, for one.</summary>
    public RelatedLine? HistoryLine { get; init; }

    /// <summary>For reduce: units allowed.</summary>
    public decimal? AllowedUnits { get; init; }

    /// <summary>For reduce: percent paid.</summary>
    public decimal? PayPercent { get; init; }

    /// <summary>For replace: the new code.</summary>
    public Code Replacement { get; init; }

    /// <summary>For add: the line.</summary>
    public AddedLine? Added { get; init; }

    /// <summary>Reason key.</summary>
    public string? Reason { get; init; }

    /// <summary>Queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Whether a person may override it.</summary>
    public bool? Overridable { get; init; }

    /// <summary>Rendered message.</summary>
    public string? Message { get; init; }

    /// <summary>The exception that excused it.</summary>
    public Bypass? Bypass { get; init; }

    /// <summary>Other lines of the tuples that fired; at most <see cref="MostRelated"/>.</summary>
    public ImmutableArray<RelatedLine> Related { get; init; } = [];

    /// <summary>How many more there are.</summary>
    public int RelatedOmitted { get; init; }

    /// <summary>Rows of the leading tuple.</summary>
    public ImmutableArray<RowUsed> Rows { get; init; } = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(FindingDraft);
}
