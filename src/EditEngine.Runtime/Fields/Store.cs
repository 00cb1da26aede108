namespace EditEngine.Fields;

/// <summary>Where a thing stands.</summary>
internal enum Store : byte
{
    /// <summary>No thing: none.</summary>
    None,

    /// <summary>The thing is not known.</summary>
    Missing,

    /// <summary>The claim.</summary>
    Claim,

    /// <summary>A line of the claim.</summary>
    Line,

    /// <summary>A line of history.</summary>
    History,

    /// <summary>A diagnosis.</summary>
    Diagnosis,

    /// <summary>An inpatient procedure.</summary>
    Procedure,

    /// <summary>A coding suggestion.</summary>
    Suggestion,

    /// <summary>A span of evidence.</summary>
    Evidence,

    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>An authorization.</summary>
    Authorization,

    /// <summary>A table row.</summary>
    Row,

    /// <summary>A group.</summary>
    Group,

    /// <summary>An occurrence code.</summary>
    Occurrence,

    /// <summary>A value code.</summary>
    ValueCode,
}
