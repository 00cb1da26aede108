namespace EditEngine.Values;

/// <summary>How numbers are rounded.</summary>
public enum Rounding : byte
{
    /// <summary>Halves away from zero.</summary>
    HalfUp,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,
}
