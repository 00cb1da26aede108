namespace EditEngine.Outcomes;

/// <summary>What an edit does with its target.</summary>
/// <remarks>The first six, in this order, are the lattice: the stronger decides a line. The rest stand outside of it.</remarks>
public enum EditAction
{
    /// <summary>Not accepted as a claim.</summary>
    Reject,

    /// <summary>Not paid.</summary>
    Deny,

    /// <summary>Goes back to the provider.</summary>
    Return,

    /// <summary>Held in a queue.</summary>
    Pend,

    /// <summary>Looked at by a person, not held.</summary>
    Review,

    /// <summary>Paid in part.</summary>
    Reduce,

    /// <summary>Code replaced.</summary>
    Replace,

    /// <summary>Line added.</summary>
    Add,

    /// <summary>Paid history taken back.</summary>
    Recoup,

    /// <summary>A warning.</summary>
    Warn,

    /// <summary>A note.</summary>
    Inform,
}

/// <summary>What became of a finding.</summary>
public enum FindingState
{
    /// <summary>It stands.</summary>
    Active,

    /// <summary>A stronger finding of another edit decides the line.</summary>
    Suppressed,

    /// <summary>An exception excused it.</summary>
    Bypassed,

    /// <summary>Its edit only watches.</summary>
    Monitor,
}

/// <summary>What a finding attaches to.</summary>
public enum FindingLevel
{
    /// <summary>The claim.</summary>
    Claim,

    /// <summary>A service line.</summary>
    Line,

    /// <summary>A diagnosis.</summary>
    Diagnosis,

    /// <summary>An inpatient procedure.</summary>
    Procedure,

    /// <summary>A coding suggestion.</summary>
    Suggestion,

    /// <summary>A line of history.</summary>
    History,
}

/// <summary>The decision on a claim, strongest last but for Partial.</summary>
public enum Disposition
{
    /// <summary>Nothing found.</summary>
    Clean,

    /// <summary>Only notes.</summary>
    Inform,

    /// <summary>Only warnings.</summary>
    Warn,

    /// <summary>Paid in part.</summary>
    Reduce,

    /// <summary>To be looked at.</summary>
    Review,

    /// <summary>Held.</summary>
    Pend,

    /// <summary>Goes back.</summary>
    Return,

    /// <summary>Denied.</summary>
    Deny,

    /// <summary>Rejected.</summary>
    Reject,

    /// <summary>Lines are decided differently.</summary>
    Partial,
}

/// <summary>The decision on a line.</summary>
public enum LineDecision
{
    /// <summary>Payable.</summary>
    Pay,

    /// <summary>Payable in part.</summary>
    Reduce,

    /// <summary>To be looked at.</summary>
    Review,

    /// <summary>Held.</summary>
    Pend,

    /// <summary>Goes back.</summary>
    Return,

    /// <summary>Denied.</summary>
    Deny,

    /// <summary>Rejected.</summary>
    Reject,
}
