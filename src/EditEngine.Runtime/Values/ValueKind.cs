namespace EditEngine.Values;

/// <summary>Types of values.</summary>
internal enum ValueKind : byte
{
    /// <summary>True, false or unknown.</summary>
    Truth,

    /// <summary>An exact number, or a range of numbers: also units, cents, hundredths of a percent, and yes and no as 1 and 0.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A code of a system.</summary>
    Code,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A point in time.</summary>
    Instant,

    /// <summary>Days or months.</summary>
    Period,

    /// <summary>A list of codes.</summary>
    CodeList,

    /// <summary>A line, a row, a group or another thing.</summary>
    Thing,
}
