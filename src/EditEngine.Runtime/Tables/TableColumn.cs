using EditEngine.Codes;

namespace EditEngine.Tables;

/// <summary>What the cells of a table column hold.</summary>
internal enum ColumnType
{
    /// <summary>A code of one system.</summary>
    Code,

    /// <summary>Free text, as seen.</summary>
    Text,

    /// <summary>An exact decimal of at most eighteen digits.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>A column of a table. Key columns come first and are codes, texts or numbers.</summary>
/// <param name="Name">As in the header; names of one table differ by more than case.</param>
/// <param name="Type">What the cells hold.</param>
/// <param name="System">The code system of a <see cref="ColumnType.Code"/> column, else <see cref="CodeSystem.None"/>.</param>
/// <param name="IsKey">True where rows are looked up by it.</param>
internal sealed record TableColumn(string Name, ColumnType Type, CodeSystem System, bool IsKey);
