namespace EditEngine.Values;

/// <summary>An operator on two numbers.</summary>
internal enum NumberOperator : byte
{
    /// <summary>Sum.</summary>
    Add,

    /// <summary>Difference.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient.</summary>
    Divide,
}
