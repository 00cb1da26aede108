using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace EditEngine.Testing;

/// <summary>Makes a case of each <c>test</c> beside the edits of a pack. The method takes the test, and runs it.</summary>
/// <example><code>
/// [PackTests("payer-rules/acme/commercial")]
/// public void Rules(PackTest test) => test.Run();
/// </code></example>
[XunitTestCaseDiscoverer(typeof(PackTestDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class PackTestsAttribute : FactAttribute
{
    /// <summary>Names a pack.</summary>
    /// <param name="pack">A folder, or a <c>.edit</c> file: a full path, or one below the folder of the test assembly or of a folder above it, the nearest first.</param>
    /// <param name="sourceFilePath">Where it is written; given by the compiler.</param>
    /// <param name="sourceLineNumber">Its line there; given by the compiler.</param>
    public PackTestsAttribute(string pack, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Pack = pack;

    /// <summary>The pack as it is named.</summary>
    public string Pack { get; }
}
