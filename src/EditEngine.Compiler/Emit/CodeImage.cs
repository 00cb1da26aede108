using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using EditEngine.Evaluation.Compiled;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EditEngine.Compiler.Emit;

/// <summary>The image of a pack's shapes: compiled by Roslyn, loaded in a context of its own that goes when the pack does.</summary>
internal static class CodeImage
{
    // The runtime lets an assembly of this name see its internals.
    private const string AssemblyName = "EditEngine.PackCode";

    /// <summary>Name of the method of a shape.</summary>
    public static string NameOf(int shape) => string.Create(CultureInfo.InvariantCulture, $"Shape{shape}");

    /// <summary>Loads an image, or compiles and loads a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="shapes">How many shapes it has.</param>
    /// <param name="store">Where images are kept; null: nowhere.</param>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static CompiledEdit[] Load(string source, int shapes, IImageStore? store)
    {
        byte[] key = store is null ? [] : KeptImage.KeyOf(source);
        byte[]? kept = store is null ? null : KeptImage.Read(key, store);
        using MemoryStream image = kept is null ? Compile(source) : new MemoryStream(kept);
        if (kept is null)
        {
            store?.Keep(KeptImage.Write(key, image.ToArray()));
        }

        Assembly assembly = new PackCodeContext().LoadFromStream(image);
        Type type = assembly.GetType("Shapes")!; // The text has it.
        return [.. Enumerable.Range(0, shapes).Select(shape => type.GetMethod(NameOf(shape))!.CreateDelegate<CompiledEdit>())]; // And those.
    }

    // What the runtime refers to is all that its code can name. The package has ten times as many, which would stay in memory.
    private static IEnumerable<MetadataReference> Framework()
    {
        Assembly references = typeof(Net100).Assembly;
        return typeof(CompiledRun).Assembly.GetReferencedAssemblies()
            .Select(name => references.GetManifestResourceStream($"net100.{name.Name}"))
            .OfType<Stream>() // A package of the runtime's own has none.
            .Select(image => MetadataReference.CreateFromStream(image));
    }

    private static MemoryStream Compile(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            AssemblyName,
            [CSharpSyntaxTree.ParseText(source)],
            [.. Framework(), RuntimeImage.Reference()],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true, warningLevel: 0, metadataImportOptions: MetadataImportOptions.Internal));
        MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            string problems = string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(5));
            throw new InvalidOperationException($"EDIT9901: the code generated for the pack does not compile. This is a fault of EditEngine; report it with this text:\n{problems}");
        }

        image.Position = 0;
        return image;
    }
}

/// <summary>Where an image is loaded: it binds to the runtime that compiled it, wherever that was loaded, and to the framework.</summary>
internal sealed class PackCodeContext() : AssemblyLoadContext("EditEngine.PackCode", isCollectible: true)
{
    private static Assembly Runtime => typeof(CompiledRun).Assembly;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        string.Equals(assemblyName.Name, Runtime.GetName().Name, StringComparison.Ordinal) ? Runtime : null;
}

/// <summary>The metadata of the runtime that this program runs, taken from memory: a program of a single file has no other.</summary>
internal static unsafe class RuntimeImage
{
    private static Assembly Runtime => typeof(CompiledRun).Assembly;

    /// <summary>The program kept it.</summary>
    public static bool HasMetadata => Runtime.TryGetRawMetadata(out _, out _);

    /// <summary>What compiled code refers to. The runtime's assembly stays loaded as long as this one, whose types it gives.</summary>
    public static MetadataReference Reference()
    {
        if (!Runtime.TryGetRawMetadata(out byte* metadata, out int length))
        {
            throw new InvalidOperationException("The program keeps no metadata of EditEngine.Runtime.");
        }

        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length)).GetReference(display: "EditEngine.Runtime");
    }
}
