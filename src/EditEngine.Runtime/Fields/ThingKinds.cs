namespace EditEngine.Fields;

/// <summary>The things the language speaks of. A union of lines and history lines is one kind, so this is a set.</summary>
[Flags]
internal enum ThingKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The claim.</summary>
    Claim = 1,

    /// <summary>A service line of the claim.</summary>
    Line = 2,

    /// <summary>A line of history.</summary>
    History = 4,

    /// <summary>A diagnosis of the claim.</summary>
    Diagnosis = 8,

    /// <summary>An inpatient procedure of the claim.</summary>
    Procedure = 16,

    /// <summary>A coding suggestion.</summary>
    Suggestion = 32,

    /// <summary>A span of evidence of a suggestion.</summary>
    Evidence = 64,

    /// <summary>A CLIA certificate of a provider.</summary>
    Certificate = 128,

    /// <summary>An authorization.</summary>
    Authorization = 256,

    /// <summary>A provider in a role.</summary>
    Provider = 512,

    /// <summary>The patient.</summary>
    Patient = 1024,

    /// <summary>The drug of a line.</summary>
    Drug = 2048,

    /// <summary>A row of a table.</summary>
    Row = 4096,

    /// <summary>A group of things with equal keys.</summary>
    Group = 8192,

    /// <summary>An occurrence code of the claim.</summary>
    Occurrence = 16384,

    /// <summary>A value code of the claim.</summary>
    ValueCode = 32768,
}
