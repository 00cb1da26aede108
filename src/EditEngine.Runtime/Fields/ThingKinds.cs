namespace EditEngine.Fields;

/// <summary>A set of kinds of things, as <c>line or history line</c> is: a bit for each <see cref="ThingKind"/>.</summary>
[Flags]
internal enum ThingKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The claim.</summary>
    Claim = 1 << (int)ThingKind.Claim,

    /// <summary>A service line of the claim.</summary>
    Line = 1 << (int)ThingKind.Line,

    /// <summary>A line of history.</summary>
    History = 1 << (int)ThingKind.History,

    /// <summary>A diagnosis of the claim.</summary>
    Diagnosis = 1 << (int)ThingKind.Diagnosis,

    /// <summary>An inpatient procedure of the claim.</summary>
    Procedure = 1 << (int)ThingKind.Procedure,

    /// <summary>A coding suggestion.</summary>
    Suggestion = 1 << (int)ThingKind.Suggestion,

    /// <summary>A span of evidence of a suggestion.</summary>
    Evidence = 1 << (int)ThingKind.Evidence,

    /// <summary>A CLIA certificate of a provider.</summary>
    Certificate = 1 << (int)ThingKind.Certificate,

    /// <summary>An authorization.</summary>
    Authorization = 1 << (int)ThingKind.Authorization,

    /// <summary>A provider in a role.</summary>
    Provider = 1 << (int)ThingKind.Provider,

    /// <summary>The patient.</summary>
    Patient = 1 << (int)ThingKind.Patient,

    /// <summary>The drug of a line.</summary>
    Drug = 1 << (int)ThingKind.Drug,

    /// <summary>A row of a table.</summary>
    Row = 1 << (int)ThingKind.Row,

    /// <summary>A group of things with equal keys.</summary>
    Group = 1 << (int)ThingKind.Group,

    /// <summary>An occurrence code of the claim.</summary>
    Occurrence = 1 << (int)ThingKind.Occurrence,

    /// <summary>A value code of the claim.</summary>
    ValueCode = 1 << (int)ThingKind.ValueCode,

    /// <summary>A span of days that the payer adds.</summary>
    Span = 1 << (int)ThingKind.Span,
}
