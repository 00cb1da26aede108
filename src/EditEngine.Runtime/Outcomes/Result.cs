using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Outcomes;

/// <summary>What the engine says of one claim. Shape and meaning: the result schema.</summary>
public sealed record Result
{
    /// <summary>Claim id as submitted.</summary>
    public required string Claim { get; init; }

    /// <summary>name@version#meaning-hash.</summary>
    public required string Pack { get; init; }

    /// <summary>As-of date of the run.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The decision on the claim.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>One for each line of the claim, in the claim's order.</summary>
    public required ImmutableArray<LineResult> Lines { get => LineDecisions.All; init => LineDecisions = LineDecisions.Of(value); }

    /// <summary>What became of the lines, without those on which nothing was found being made; it stands for <see cref="Lines"/>.</summary>
    internal LineDecisions LineDecisions { get; init; } = LineDecisions.None;

    /// <summary>Lines that edits add, by edit id, then tuple.</summary>
    public ImmutableArray<AddedLine> AddedLines { get; init; } = [];

    /// <summary>Actions on history.</summary>
    public ImmutableArray<HistoryAction> HistoryActions { get; init; } = [];

    /// <summary>All findings: by phase, edit in pack order, then target (claim, lines by number, things by position).</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What could not be decided for want of a fact, or for too much work.</summary>
    public ImmutableArray<NotEvaluated> NotEvaluated { get; init; } = [];

    /// <summary>False where no history was supplied and an edit of the pack reads it; else true.</summary>
    public bool HistorySupplied { get; init; } = true;

    /// <summary>Its name alone: a result speaks of a person.</summary>
    public override string ToString() => nameof(Result);
}

/// <summary>The decision on one line.</summary>
public sealed record LineResult
{
    /// <summary>Line number.</summary>
    public required int Number { get; init; }

    /// <summary>What became of it.</summary>
    public required LineDecision Status { get; init; }

    /// <summary>Id of the edit whose finding decided; null where none did.</summary>
    public string? Winning { get; init; }

    /// <summary>Units as billed.</summary>
    public decimal? BilledUnits { get; init; }

    /// <summary>Units allowed; allowed + denied = billed.</summary>
    public decimal? AllowedUnits { get; init; }

    /// <summary>Units denied.</summary>
    public decimal? DeniedUnits { get; init; }

    /// <summary>Cents at stake: the charge of units not allowed and of the percent not paid; null where the charge is missing.</summary>
    public long? DeniedChargeCents { get; init; }

    /// <summary>100 where nothing reduces it.</summary>
    public decimal? PayPercent { get; init; }

    /// <summary>The code that replaces the billed one; missing where none does.</summary>
    public Code Procedure { get; init; }

    /// <summary>Modifiers where they changed; <c>default</c> where they did not.</summary>
    public ImmutableArray<Code> Modifiers { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(LineResult);
}

/// <summary>A line that an edit adds.</summary>
public sealed record AddedLine
{
    /// <summary>Its code.</summary>
    public required Code Procedure { get; init; }

    /// <summary>Its modifiers.</summary>
    public ImmutableArray<Code> Modifiers { get; init; } = [];

    /// <summary>Its units.</summary>
    public decimal Units { get; init; } = 1;

    /// <summary>Its pay percent.</summary>
    public decimal PayPercent { get; init; } = 100;

    /// <summary>Numbers of the lines it rests on, ascending.</summary>
    public ImmutableArray<int> Supports { get; init; } = [];

    /// <summary>The edit that adds it.</summary>
    public required string Edit { get; init; }

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(AddedLine);
}

/// <summary>An action on a line of history.</summary>
/// <param name="ClaimId">The earlier claim.</param>
/// <param name="Number">Its line.</param>
/// <param name="Action">Recoup or Review.</param>
/// <param name="Edit">The edit that asks for it.</param>
public sealed record HistoryAction(string ClaimId, int Number, EditAction Action, string Edit)
{
    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(HistoryAction);
}

/// <summary>One thing an edit found.</summary>
public sealed record Finding
{
    /// <summary>Edit id.</summary>
    public required string Edit { get; init; }

    /// <summary>Version of the pack that wrote the edit.</summary>
    public string? Version { get; init; }

    /// <summary>Phase it ran in.</summary>
    public string? Phase { get; init; }

    /// <summary>What it attaches to.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>Line number; null for what is no line.</summary>
    public int? Line { get; init; }

    /// <summary>Path of the claim member it attaches to, as <c>lines[1]</c> (positions from 0).</summary>
    public string? Field { get; init; }

    /// <summary>What the edit does.</summary>
    public required EditAction Action { get; init; }

    /// <summary>What became of it.</summary>
    public required FindingState State { get; init; }

    /// <summary>The edit that suppressed it.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>The exception that excused it.</summary>
    public Bypass? Bypass { get; init; }

    /// <summary>Reason key.</summary>
    public string? Reason { get; init; }

    /// <summary>CO, PR, OA or PI after mapping.</summary>
    public string? GroupCode { get; init; }

    /// <summary>Claim adjustment reason code after mapping.</summary>
    public string? Carc { get; init; }

    /// <summary>Remark codes after mapping.</summary>
    public ImmutableArray<string> Rarc { get; init; } = [];

    /// <summary>Queue of a pend or review.</summary>
    public string? Queue { get; init; }

    /// <summary>Whether a person may override it; null where the edit does not say.</summary>
    public bool? Overridable { get; init; }

    /// <summary>Rendered message.</summary>
    public string? Message { get; init; }

    /// <summary>Citations of the edit.</summary>
    public ImmutableArray<string> Cite { get; init; } = [];

    /// <summary>Other lines of the tuples that fired, the leading tuple's first; at most a hundred.</summary>
    public ImmutableArray<RelatedLine> Related { get; init; } = [];

    /// <summary>How many more there are.</summary>
    public int RelatedOmitted { get; init; }

    /// <summary>Table rows of the leading tuple.</summary>
    public ImmutableArray<RowUsed> Rows { get; init; } = [];

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(Finding);
}

/// <summary>The exception that excused a finding.</summary>
/// <param name="Because">Why.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Until">Last day, or null.</param>
public sealed record Bypass(string Because, string? Owner, DateOnly? Until);

/// <summary>Another line of a tuple.</summary>
/// <param name="ClaimId">null: this claim.</param>
/// <param name="Number">Line number.</param>
public sealed record RelatedLine(string? ClaimId, int Number)
{
    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(RelatedLine);
}

/// <summary>A table row that a finding rests on.</summary>
/// <param name="Table">Table name.</param>
/// <param name="Key">Key as text.</param>
/// <param name="From">First day in force, or null.</param>
/// <param name="Through">Last day in force, or null: open.</param>
public sealed record RowUsed(string Table, string Key, DateOnly? From, DateOnly? Through)
{
    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(RowUsed);
}

/// <summary>An edit that could not be decided for a target; one over its budget for the whole claim, and so one that reads history where none was supplied and a host insists on it.</summary>
/// <param name="Edit">Edit id.</param>
/// <param name="Line">Line number; null for what is no line.</param>
/// <param name="Missing">Names of the fields that mattered, ordinal order, distinct; empty only where <see cref="Because"/> says why.</param>
public sealed record NotEvaluated(string Edit, int? Line, ImmutableArray<string> Missing)
{
    /// <summary>What an edit lacks that reads history, where none was supplied and a host insists on it.</summary>
    internal static readonly ImmutableArray<string> NoHistory = ["claim.history"];

    /// <summary>Why, where no field is missing; else null.</summary>
    public NotEvaluatedCause? Because { get; init; }

    /// <summary>Of a target: where no field is missing, a number of it went beyond what is kept exactly.</summary>
    internal static NotEvaluated Of(string edit, int? line, ImmutableArray<string> missing) =>
        new(edit, line, missing) { Because = missing.IsEmpty ? NotEvaluatedCause.Overflow : null };

    /// <summary>Its edit alone: names of fields hold claim ids.</summary>
    public override string ToString() => $"{nameof(NotEvaluated)} {Edit}";
}
