namespace EditEngine.Values;

/// <summary>How numbers are rounded.</summary>
internal enum Rounding : byte
{
    /// <summary>Halves away from zero.</summary>
    HalfUp,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,
}
