namespace EditEngine.Compiler.Packs;

/// <summary>How a pack is compiled.</summary>
public sealed record CompileOptions
{
    /// <summary>As <c>edits check</c> compiles.</summary>
    public static readonly CompileOptions Default = new();
}
