using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>How the files of a pack are read.</summary>
public sealed record PackReadOptions
{
    /// <summary>As the tool reads them: nothing that is written to a file later changes the pack.</summary>
    public static PackReadOptions Default { get; } = new();

    /// <summary>How table files are opened. <see cref="TableMapping.InPlace"/> is for files that are only ever replaced by renaming.</summary>
    public TableMapping Tables { get; init; }
}
