using EditEngine.Tables;

namespace EditEngine;

/// <summary>How a pack is compiled.</summary>
public sealed record CompileOptions
{
    /// <summary>As <c>edits check</c> compiles.</summary>
    public static readonly CompileOptions Default = new();

    /// <summary>How table files are opened, where a path is compiled. <see cref="TableMapping.InPlace"/> is for files that are only ever replaced by renaming.</summary>
    public TableMapping Tables { get; init; }

    /// <summary>The runnable pack carries what it was compiled from: its file can be explained, tested and compiled again. Without, only run.</summary>
    public bool KeepsSources { get; init; } = true;
}
