namespace EditEngine.Values;

/// <summary>What is counted between two dates.</summary>
internal enum Between : byte
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Months that lie whole between theirs.</summary>
    FullMonths,

    /// <summary>Completed years of a person.</summary>
    Age,
}
