using EditEngine.Fields;

namespace EditEngine.Outcomes;

/// <summary>What is written with an action beside its target.</summary>
[Flags]
internal enum ActionParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A percent or units, after <c>to</c>.</summary>
    Amount = 1,

    /// <summary>A code, after <c>with</c>; the target is written as the field that holds the old one.</summary>
    NewCode = 2,

    /// <summary>A queue.</summary>
    Queue = 4,

    /// <summary>A line that the claim does not have.</summary>
    AddedLine = 8,

    /// <summary>A reason: it gives the group code and the CARC that the provider is told.</summary>
    Reason = 16,
}

/// <summary>To what a finding of an action falls.</summary>
internal enum ActionFall
{
    /// <summary>To nothing.</summary>
    Never,

    /// <summary>To a stronger finding on its line.</summary>
    ToStronger,

    /// <summary>To a denial of its line.</summary>
    ToDenial,

    /// <summary>To a denial of a line that supports it, or of the claim.</summary>
    ToDenialOfSupport,
}

/// <summary>An action of an edit, said once: who spells, binds, decides, writes or tells of actions reads its row.</summary>
internal sealed record ActionRow
{
    /// <summary>Which it is.</summary>
    public required EditAction Action { get; init; }

    /// <summary>Its word in rules, results and fingerprints.</summary>
    public required string Verb { get; init; }

    /// <summary>The words that begin it, where the verb is not all of them.</summary>
    public string? Keywords { get; init; }

    /// <summary>What became of its target, as tests say it.</summary>
    public required string Participle { get; init; }

    /// <summary>How rules write it.</summary>
    public required string Written { get; init; }

    /// <summary>The verb with its object, where the verb alone does not say what is done.</summary>
    public string? Phrase { get; init; }

    /// <summary>What it acts on; none: it makes its own target.</summary>
    public ThingKinds Targets { get; init; } = Anything;

    /// <summary>What may be written with it.</summary>
    public ActionParts Takes { get; init; }

    /// <summary>What must be written with it; a part of what it takes.</summary>
    public ActionParts Needs { get; init; }

    /// <summary>What it makes of a line; null outside the lattice. The stronger decides.</summary>
    public LineDecision? Decision { get; init; }

    /// <summary>What the claim is where this decides it, or where nothing stronger was found.</summary>
    public Disposition Disposition { get; init; } = Disposition.Clean;

    /// <summary>On the claim, or on a thing of it that is not a line, it decides the claim and each line.</summary>
    public bool DecidesClaim { get; init; }

    /// <summary>It shows as the claim's disposition where nothing is decided.</summary>
    public bool ShowsWhereNothingIsDecided { get; init; }

    /// <summary>The line is denied: later phases find it not payable, and what was to change or add to it falls.</summary>
    public bool IsDenial { get; init; }

    /// <summary>No unit of the line is allowed, and nothing of it is paid.</summary>
    public bool PaysNothing { get; init; }

    /// <summary>Several on a line take effect together; none falls to the other.</summary>
    public bool Composes { get; init; }

    /// <summary>To what it falls.</summary>
    public ActionFall Falls { get; init; }

    /// <summary>The claim goes back to its sender as not accepted.</summary>
    public bool RefusesClaim { get; init; }

    /// <summary>On a line of history it is an action for the host to take.</summary>
    public bool IsTakenOnHistory { get; init; }

    /// <summary>It leaves the decision to a person: an edit that reads a score, a statistic or a suggestion may do it.</summary>
    public bool AllowsGuess { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Its place in the lattice, 0 the strongest; null outside it.</summary>
    public int? Rank => Decision is LineDecision decision ? LineDecision.Reject - decision : null;

    /// <summary>Whether a part may be written with it.</summary>
    public bool Allows(ActionParts part) => (Takes & part) != 0;

    private static ThingKinds Anything =>
        ThingKinds.Line | ThingKinds.Claim | ThingKinds.History | ThingKinds.Diagnosis | ThingKinds.Procedure | ThingKinds.Suggestion;
}
