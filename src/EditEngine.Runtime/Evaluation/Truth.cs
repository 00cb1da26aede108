namespace EditEngine.Evaluation;

/// <summary>A condition's value in Kleene's logic.</summary>
public enum Truth : byte
{
    /// <summary>It does not hold.</summary>
    False = 0,

    /// <summary>It holds.</summary>
    True = 1,

    /// <summary>It hangs on a missing fact.</summary>
    Unknown = 2,
}
