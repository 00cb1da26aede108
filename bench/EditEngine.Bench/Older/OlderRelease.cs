using System.Globalization;
using System.Reflection;
using Basic.Reference.Assemblies;
using EditEngine.Bench.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EditEngine.Bench.Older;

/// <summary>An older release that takes part: a process of its own that waits until it is its turn.</summary>
internal sealed class OlderRelease : IDisposable
{
    private const string Finding = "OlderDriver";
    private const string Bytes = "OlderBytesDriver";
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-older-").FullName;
    private readonly TurnProcess _process;

    /// <summary>One that finds.</summary>
    /// <param name="assemblies">Folder of its assemblies.</param>
    /// <param name="edits">The word acceptance, or a number of made edits.</param>
    /// <param name="claims">How many claims it is given.</param>
    /// <param name="seed">What they are made from.</param>
    /// <param name="pairs">Rows of the pair table.</param>
    public OlderRelease(string assemblies, string edits, int claims, int seed, int pairs)
        : this(assemblies, Finding, edits, Text(claims), Text(seed), Text(pairs))
    {
    }

    private OlderRelease(string assemblies, string driver, params string[] arguments)
    {
        foreach (string file in Directory.EnumerateFiles(assemblies, "*.dll"))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Compile(driver);
        // As this program runs, so does the other.
        string settings = Path.Combine(AppContext.BaseDirectory, Assembly.GetExecutingAssembly().GetName().Name + ".runtimeconfig.json");
        _process = new TurnProcess("dotnet", ["exec", "--runtimeconfig", settings, Path.Combine(_folder, driver + ".dll"), .. arguments]);
    }

    /// <summary>One that makes results of the bytes of claims.</summary>
    /// <param name="assemblies">Folder of its assemblies.</param>
    /// <param name="claims">The file.</param>
    /// <param name="isJson">Its form.</param>
    /// <param name="pack">The folder of the pack.</param>
    public static OlderRelease OfBytes(string assemblies, string claims, bool isJson, string pack) => new(assemblies, Bytes, claims, isJson ? "json" : "x12", pack);

    /// <summary>One of the things that the driver for bytes can do.</summary>
    public Contestant Doing(string kind) => new("an older release, " + kind, () => _process.Take(kind));

    /// <summary>Its compiled code.</summary>
    public Contestant Find => new("an older release, compiled, Find", _process.Take);

    /// <summary>What it finds in the claim at a position.</summary>
    public Tally Found(int claim)
    {
        string[] said = _process.Ask(claim).Split(' ');
        return new Tally { Count = int.Parse(said[0], CultureInfo.InvariantCulture), Sum = ulong.Parse(said[1], CultureInfo.InvariantCulture) };
    }

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Compile(string driver)
    {
        Assembly own = Assembly.GetExecutingAssembly();
        string path = Path.Combine(_folder, driver + ".dll");
        string other = driver == Finding ? Bytes : Finding;
        IEnumerable<string> sources = own.GetManifestResourceNames().Where(name => name.EndsWith(".cs", StringComparison.Ordinal) && name != other + ".cs").Select(name =>
        {
            using StreamReader reader = new(own.GetManifestResourceStream(name)!); // It is listed.
            return reader.ReadToEnd();
        });
        const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";
        CSharpCompilation compilation = CSharpCompilation.Create(
            driver,
            [.. sources.Append(Usings).Select(source => CSharpSyntaxTree.ParseText(source))],
            [.. Net100.References.All, .. Directory.EnumerateFiles(_folder, "EditEngine.*.dll").Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(path);
        if (!result.Success)
        {
            throw new InvalidOperationException("The release is not one that the bench knows how to run:\n" + string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(5)));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
