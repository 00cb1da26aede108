namespace EditEngine.Fields;

/// <summary>What the absence of a field means.</summary>
internal enum Absence
{
    /// <summary>Cannot be absent.</summary>
    Never,

    /// <summary>A fact that was not given.</summary>
    Missing,

    /// <summary>There is no such thing.</summary>
    None,

    /// <summary>An empty list.</summary>
    Empty,

    /// <summary>Follows from other facts.</summary>
    Derived,
}
