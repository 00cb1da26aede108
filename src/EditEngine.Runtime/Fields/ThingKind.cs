namespace EditEngine.Fields;

/// <summary>What a thing that a name can be bound to is. Saved plans hold the numbers: a new kind comes last.</summary>
internal enum ThingKind : byte
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

    /// <summary>A provider in a role: read through what has it.</summary>
    Provider,

    /// <summary>The patient: read through the claim.</summary>
    Patient,

    /// <summary>The drug of a line: read through the line.</summary>
    Drug,

    /// <summary>A span of days that the payer adds.</summary>
    Span,
}
