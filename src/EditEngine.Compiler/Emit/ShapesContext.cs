using System.Reflection;
using System.Runtime.Loader;
using EditEngine.Evaluation;

namespace EditEngine.Compiler.Emit;

/// <summary>Where the image of a pack is loaded: it binds to the runtime that compiled it, wherever that was loaded, and to the framework.</summary>
internal sealed class ShapesContext(bool isCollectible) : AssemblyLoadContext("EditEngine.Shapes", isCollectible || Runtime.IsCollectible)
{
    private static Assembly Runtime => typeof(EditRun).Assembly;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        string.Equals(assemblyName.Name, Runtime.GetName().Name, StringComparison.Ordinal) ? Runtime : null;
}
