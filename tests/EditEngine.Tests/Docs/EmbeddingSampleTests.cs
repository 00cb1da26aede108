using System.Text.RegularExpressions;
using EditEngine.Claims;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The samples of the page on embedding: they compile against the library, and run.</summary>
public sealed class EmbeddingSampleTests
{
    public static TheoryData<string> Samples =>
    [
        .. Regex.Matches(File.ReadAllText(Repository.PathOf("docs/embedding.md")), "^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_compiles_and_runs(string sample)
    {
        string[] lines = sample.Split('\n');
        string usings = string.Join('\n', lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)));
        string body = string.Join('\n', lines.Where(line => !line.StartsWith("using ", StringComparison.Ordinal)))
            .Replace("payer-rules/", Repository.PathOf("payer-rules") + "/", StringComparison.Ordinal)
            .Replace("samples/", Repository.PathOf("samples") + "/", StringComparison.Ordinal);
        string source = $"using System;\nusing System.IO;\nusing System.Linq;\nusing System.Threading.Tasks;\n{usings}\npublic static class Sample\n{{\n    public static void Run(TextWriter log, string folder, EditEngine.Claims.Claim claim)\n    {{\n{body}\n    }}\n}}\n";
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!) // The host sets it.
            .Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString()));
        using StringWriter log = new();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("embedding-");
        Claim claim = new()
        {
            Id = "C-1",
            Type = ClaimType.Professional,
            Lines = [new ServiceLine { Number = 1, From = new DateOnly(2025, 3, 4) }],
        };
        System.Reflection.Assembly.Load(image.ToArray()).GetType("Sample")!.GetMethod("Run")!.Invoke(null, [log, folder.FullName, claim]); // Written above.
        Assert.Contains(sample.Contains("members.jsonl", StringComparison.Ordinal) ? "CLM-2001: " : "C-1: Clean, 0 findings", log.ToString(), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
