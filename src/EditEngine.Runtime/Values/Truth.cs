namespace EditEngine.Values;

/// <summary>A condition's value in Kleene's logic.</summary>
internal enum Truth : byte
{
    /// <summary>It does not hold.</summary>
    False = 0,

    /// <summary>It holds.</summary>
    True = 1,

    /// <summary>It hangs on a missing fact.</summary>
    Unknown = 2,
}

/// <summary>Kleene's logic: what is known decides wherever it can.</summary>
internal static class TruthLogic
{
    extension(Truth)
    {
        /// <summary>A known truth.</summary>
        public static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
    }

    /// <summary>Both: false where either is, whatever the other.</summary>
    public static Truth And(this Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False : left == Truth.True ? right : Truth.Unknown;

    /// <summary>Either: true where either is, whatever the other.</summary>
    public static Truth Or(this Truth left, Truth right) =>
        left == Truth.True || right == Truth.True ? Truth.True : left == Truth.False ? right : Truth.Unknown;

    /// <summary>The contrary.</summary>
    public static Truth Not(this Truth value) => value switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown };
}
