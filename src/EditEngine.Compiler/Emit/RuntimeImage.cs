using System.Reflection;
using System.Reflection.Metadata;
using EditEngine.Evaluation;
using Microsoft.CodeAnalysis;

namespace EditEngine.Compiler.Emit;

/// <summary>The metadata of the runtime that this program runs, taken from memory: a program of a single file has no other.</summary>
internal static unsafe class RuntimeImage
{
    /// <summary>The program kept it.</summary>
    public static bool HasMetadata => typeof(EditRun).Assembly.TryGetRawMetadata(out _, out _);

    /// <summary>What compiled code refers to. The runtime's assembly stays loaded as long as this one, whose types it gives.</summary>
    public static MetadataReference Reference()
    {
        Assembly runtime = typeof(EditRun).Assembly;
        if (!runtime.TryGetRawMetadata(out byte* metadata, out int length))
        {
            throw new InvalidOperationException("The program keeps no metadata of EditEngine.Runtime.");
        }

        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length)).GetReference(display: "EditEngine.Runtime");
    }
}
